#!/usr/bin/env bash
# Fails when a plugin is behind what is generated today, and says which and what to run.
set -euo pipefail

status=("$TOOL/backstage-gen" status --all --check --root="${ROOT:-.}")
[ -z "${TO_RELEASE:-}" ] || status+=(--to-release="$TO_RELEASE")

code=0
"${status[@]}" --format=github || code=$?
# A wrong command line has been said; a plugin that could not be looked at (3) stands in the summary as well.
[ "$code" -ne 2 ] || exit "$code"

"${status[@]}" --format=markdown >>"$GITHUB_STEP_SUMMARY" || [ $? -eq "$code" ]
exit "$code"
