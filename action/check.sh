#!/usr/bin/env bash
# Runs `golint-sched check` once, for every report that the action offers. The program's exit code becomes an output:
# the action uploads the findings before it fails the job.
set -euo pipefail

# The runner obeys lines that begin with "::" wherever they come from; text that quotes the analysed code must not.
show_as_text() {
  local token
  token=$(tr -dc a-z0-9 </dev/urandom | head -c 32 || true)
  echo "::stop-commands::$token"
  cat "$1"
  echo "::$token::"
}

is_true() {
  case ${2,,} in
    true) return 0 ;;
    false) return 1 ;;
    *)
      echo "::error title=golint-sched::the input $1 must be true or false, not $(escape "$2")" >&2
      exit 2
      ;;
  esac
}

escape() {
  local text=${1//'%'/%25}
  text=${text//$'\r'/%0D}
  echo "${text//$'\n'/%0A}"
}

reports=$RUNNER_TEMP/golint-sched-reports
mkdir -p "$reports"
sarif=$reports/golint-sched.sarif
summary=$reports/summary.md
log=$reports/log.txt
rm -f "$sarif" "$summary"

options=(--output "sarif=$sarif" --sarif-category "$INPUT_CATEGORY" --min-confidence "$INPUT_MIN_CONFIDENCE")
if [[ $INPUT_FAIL_ON == never ]]; then
  options+=(--exit-zero)
else
  options+=(--fail-on "$INPUT_FAIL_ON")
fi
if [[ -n $INPUT_SELECT ]]; then options+=(--select "$INPUT_SELECT"); fi
if [[ -n $INPUT_IGNORE ]]; then options+=(--ignore "$INPUT_IGNORE"); fi
if is_true summary "$INPUT_SUMMARY"; then options+=(--output "markdown=$summary"); fi
format=concise
if is_true annotations "$INPUT_ANNOTATIONS"; then format=github; fi
if [[ -n ${GITHUB_SERVER_URL:-} && -n ${GITHUB_REPOSITORY:-} && -n ${GITHUB_SHA:-} ]]; then
  options+=(--source-url "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/blob/$GITHUB_SHA")
fi
read -r -d '' -a further <<<"$INPUT_ARGS" || true
paths=()
while IFS= read -r path; do
  path=${path%$'\r'}
  if [[ -n ${path//[[:blank:]]/} ]]; then paths+=("$path"); fi
done <<<"$INPUT_PATHS"

cd "$INPUT_WORKING_DIRECTORY"
status=0
"$GOLINT_SCHED" check --format "$format" "${options[@]}" ${further[@]+"${further[@]}"} -- ${paths[@]+"${paths[@]}"} \
  >"$reports/findings.txt" 2>"$log" || status=$?

if [[ $format == github ]]; then
  cat "$reports/findings.txt"
else
  show_as_text "$reports/findings.txt"
fi
show_as_text "$log"

findings=0
if [[ -f $sarif ]]; then
  count='import json, sys; print(sum(len(r["results"]) for r in json.load(open(sys.argv[1], encoding="utf-8"))["runs"]))'
  findings=$("$(dirname "$GOLINT_SCHED")/python" -c "$count" "$sarif")
fi
if [[ -s $summary ]]; then
  # A summary of more than 1 MiB is refused whole.
  head -c 1000000 "$summary" >>"$GITHUB_STEP_SUMMARY"
fi

upload=false
case $INPUT_UPLOAD_SARIF in
  true) upload=true ;;
  false) ;;
  auto) if [[ ${FROM_FORK:-} != true ]]; then upload=true; fi ;;
  *)
    echo "::error title=golint-sched::the input upload-sarif must be auto, true or false, not $(escape "$INPUT_UPLOAD_SARIF")" >&2
    exit 2
    ;;
esac
if [[ ! -f $sarif ]]; then upload=false; fi

{
  echo "sarif-file=$sarif"
  echo "findings=$findings"
  echo "exit-code=$status"
  echo "upload=$upload"
} >>"$GITHUB_OUTPUT"
