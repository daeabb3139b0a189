#!/usr/bin/env bash
# Annotates what `check` finds, and keeps the report for the summary of the job.
set -euo pipefail

check=("$TOOL/backstage-gen" check --root="${ROOT:-.}")
[ -z "${CHANGED_SINCE:-}" ] || check+=(--changed-since="$CHANGED_SINCE")
[ -z "${MAX_WARNINGS:-}" ] || check+=(--max-warnings="$MAX_WARNINGS")
[ -z "${BASELINE:-}" ] || check+=(--baseline="$BASELINE")

paths=(--)
while IFS= read -r path; do
  [ -z "$path" ] || paths+=("$path")
done <<<"${PATHS:-}"

code=0
"${check[@]}" --format=github "${paths[@]}" || code=$?
# Findings are what the reports are about; whatever else is wrong has been said.
[ "$code" -le 1 ] || exit "$code"

"${check[@]}" --format=markdown "${paths[@]}" >>"$GITHUB_STEP_SUMMARY" || [ $? -eq 1 ]
if [ -n "${SARIF:-}" ]; then
  "${check[@]}" --format=sarif "${paths[@]}" >"$SARIF" || [ $? -eq 1 ]
fi
exit "$code"
