#!/usr/bin/env bash
# The tool that these actions are a part of.
#   tool.sh locate   says where it is, and by which key its build is kept
#   tool.sh build    builds it, unless the cache had it
set -euo pipefail

home=$(cd -- "$GITHUB_ACTION_PATH/../../.." && pwd)

# The text of the sources decides, not their age; git hashes on every runner.
sources() {
  cd -- "$home"
  find backstage-gen pom.xml scaffold-*/pom.xml scaffold-*/src/main templates guides -type f |
    LC_ALL=C sort >"$1"
  git hash-object --no-filters --stdin-paths <"$1" | paste -d ' ' - "$1"
}

locate() {
  local list key
  list=$(mktemp)
  key=$(sources "$list" | git hash-object --stdin)
  rm -f "$list"
  {
    echo "home=$home"
    echo "key=backstage-gen-${RUNNER_OS:-}-${RUNNER_ARCH:-}-$key"
  } >>"$GITHUB_OUTPUT"
}

build() {
  # What the cache had was built from these very sources, whatever their time stamps say.
  if [ "${CACHE_HIT:-}" = true ]; then
    touch "$home/scaffold-cli/target/app/built-with"
  fi
  "$home/backstage-gen" --version
}

case ${1:-} in
  locate | build) "$1" ;;
  *) exit 2 ;;
esac
