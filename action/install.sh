#!/usr/bin/env bash
# Installs golint-sched from the action's own checkout into a virtual environment of its own, and writes the output
# `command`, the path of the program.
set -euo pipefail

python=${PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "::error title=golint-sched::$python is older than Python 3.11; set the input python-version" >&2
  exit 1
fi

environment=$RUNNER_TEMP/golint-sched-environment
"$python" -m venv "$environment"
programs=$environment/bin
if [[ -d $environment/Scripts ]]; then # Windows
  programs=$environment/Scripts
fi
"$programs/python" -m pip install --quiet --disable-pip-version-check "$GITHUB_ACTION_PATH"
"$programs/golint-sched" --version
echo "command=$programs/golint-sched" >>"$GITHUB_OUTPUT"
