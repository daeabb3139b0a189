#!/usr/bin/env bash
# Updates all plugins and keeps one pull request with what that changes.
#
# The commit is made beside the index, so that no hook of the repository runs while a token is at hand. Its message
# names its tree: a branch that ends with any other commit has somebody's work on it, and is left alone. The pull
# request names what changes, whatever it grew on: what somebody closed is known by that, with or without its branch.
set -euo pipefail

root=${ROOT:-.}
mark='backstage-gen-tree: '
named='backstage-gen-changes: '
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
report=$work/report.md

fail() {
  echo "::error title=backstage-gen update::$1"
  exit 2
}

output() {
  echo "$1=$2" >>"$GITHUB_OUTPUT"
}

in_repository() {
  git -C "$root" "$@"
}

on_github() {
  (cd -- "$root" && gh "$@")
}

# The token is for this server only, and never part of a command line or of a file. Hooks do not get to see it.
with_token() {
  in_repository -c core.hooksPath=/dev/null -c credential.helper= \
    -c "credential.$GITHUB_SERVER_URL.helper=!f() { echo username=x-access-token; echo \"password=\$GH_TOKEN\"; }; f" \
    "$@"
}

base=${BASE:-}
if [ -z "$base" ]; then
  [ "${GITHUB_REF_TYPE:-}" = branch ] || fail 'This is no run on a branch. Say with base what the pull request is for.'
  base=$GITHUB_REF_NAME
fi
git check-ref-format --branch "$BRANCH" >/dev/null 2>&1 || fail 'The input branch is not the name of a branch.'
[ "$BRANCH" != "$base" ] || fail 'The branch of the pull request cannot be the one it is for.'
case $ON_CONFLICT in
  stop | markers | ours | theirs | new-file) ;;
  *) fail 'The input on-conflict is one of stop, markers, ours, theirs and new-file.' ;;
esac
if [ -n "$(in_repository status --porcelain -- .)" ]; then
  fail 'There are changes that are not committed. Let this action run before anything else writes.'
fi

update=("$TOOL/backstage-gen" update --all --root="$root" --on-conflict="$ON_CONFLICT" --format=markdown)
[ -z "${TO_RELEASE:-}" ] || update+=(--to-release="$TO_RELEASE")
code=0
"${update[@]}" >"$report" || code=$?
# Without a report nothing was done, and why has been said.
[ -s "$report" ] || exit "$code"
cat "$report" >>"$GITHUB_STEP_SUMMARY"

# A plugin that failed fails the job, once the others are done.
end=0
case $code in
  0 | 1 | 4) ;;
  *) end=$code ;;
esac
# Conflicts are for whoever reads the pull request. The code tells only what went worst.
conflicts=false
if grep -q '^- Conflict: ' "$report"; then
  conflicts=true
  echo '::warning title=backstage-gen update::Somebody has to decide between lines; the summary of the job says where.'
fi
output conflicts "$conflicts"

# What is known of the pull requests from the branch in a state, as gh names it. Those of forks are not ours.
pull_request() {
  on_github pr list --head "$BRANCH" --base "$base" --state "$1" --limit 100 --json number,url,body,state,isCrossRepository \
    --jq "map(select(.isCrossRepository | not))$2 | .[0].$3 // empty"
}

# Sets known to the last commit of the branch, empty without one; fails when somebody else made it.
look_at_branch() {
  known=$(with_token ls-remote origin "refs/heads/$BRANCH" | cut -f1) || exit
  [ -n "$known" ] || return 0
  # A shallow clone would fetch all that the branch grew on.
  local depth=() theirs
  [ "$(in_repository rev-parse --is-shallow-repository)" = false ] || depth=(--depth=2)
  with_token fetch -q --no-tags ${depth[@]+"${depth[@]}"} origin "refs/heads/$BRANCH" || exit
  known=$(in_repository rev-parse FETCH_HEAD) || exit
  theirs=$(in_repository rev-parse "$known^{tree}") || exit
  if ! in_repository log -1 --format=%B "$known" | grep -xF "$mark$theirs" >/dev/null; then
    echo "::warning title=backstage-gen update::Somebody has committed to $BRANCH, so it is left as it is. Merge it or delete it."
    return 1
  fi
}

# Closes a pull request that nobody needs any longer, and takes its branch away. Without the name of its changes it is
# none that somebody closed.
withdraw() {
  local number
  number=$(pull_request open '' number)
  [ -n "$number" ] || return 0
  look_at_branch || return 0
  pull_request open '' body | { grep -v "$named" || true; } >"$work/body.md"
  on_github pr edit "$number" --body-file "$work/body.md"
  on_github pr close "$number" --comment 'There is nothing to update any longer.'
  # What somebody pushed in the meantime stays.
  [ -z "$known" ] || with_token push -q --force-with-lease="refs/heads/$BRANCH:$known" origin ":refs/heads/$BRANCH"
}

start=$(in_repository rev-parse HEAD)
export GIT_INDEX_FILE=$work/index
in_repository read-tree HEAD
in_repository add -A -- .
tree=$(in_repository write-tree)
unset GIT_INDEX_FILE
if [ "$tree" = "$(in_repository rev-parse 'HEAD^{tree}')" ]; then
  echo 'There is nothing to update.'
  output changed false
  # A plugin that failed or was left out may be what the pull request is about.
  if [ "$end" = 0 ] && [ "$conflicts" = false ]; then
    withdraw
  fi
  exit "$end"
fi
output changed true

{
  printf '%s\n' "$TITLE"
  printf '\n%s%s\n' "$mark" "$tree"
} >"$work/message"
identity='41898282+github-actions[bot]@users.noreply.github.com'
commit=$(
  GIT_AUTHOR_NAME='github-actions[bot]' GIT_AUTHOR_EMAIL=$identity \
    GIT_COMMITTER_NAME='github-actions[bot]' GIT_COMMITTER_EMAIL=$identity \
    in_repository commit-tree "$tree" -p "$start" -F "$work/message"
)
changes=$(in_repository diff-tree -r "$start" "$commit")
name=$named$(in_repository hash-object --stdin <<<"$changes")

look_at_branch || exit "$end"
number=$(pull_request open '' number)
closed=$(pull_request closed " | map(select(.state == \"CLOSED\" and (.body | contains(\"$name\"))))" number)
if [ -z "$number" ] && [ -n "$closed" ]; then
  echo 'Somebody has closed the pull request with these very changes.'
  exit "$end"
fi
push=true
if [ -n "$known" ] && [ "$(in_repository diff-tree -r "$known^" "$known")" = "$changes" ]; then
  push=false
else
  with_token push -q --force-with-lease="refs/heads/$BRANCH:$known" origin "$commit:refs/heads/$BRANCH"
fi

body=$work/body.md
{
  cat "$report"
  echo
  echo 'Where a `package.json` has changed, run `yarn install` on this branch and commit `yarn.lock`. Once somebody has committed here, the branch is left alone.'
  printf '\n<!-- %s -->\n' "$name"
} >"$body"
draft=
if [ "$conflicts" = true ] && [ "$ON_CONFLICT" = markers ]; then
  draft=--draft
fi

if [ -n "$number" ]; then
  if [ "$push" = true ]; then
    on_github pr edit "$number" --title "$TITLE" --body-file "$body"
    [ -z "$draft" ] || on_github pr ready "$number" --undo
  else
    echo 'The pull request is as it should be.'
  fi
  output pull-request "$(pull_request open '' url)"
else
  output pull-request "$(on_github pr create --head "$BRANCH" --base "$base" --title "$TITLE" --body-file "$body" ${draft:+"$draft"})"
fi
exit "$end"
