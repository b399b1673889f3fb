#!/usr/bin/env bash
# Grades a submission in a job of GitHub Actions: annotations on standard output, the summary in GITHUB_STEP_SUMMARY, and reports in
# a folder. Ends with the exit code of deckhand grade: 0 if everything is solved, 3 if not, another one if there is no complete grade.
#   grade.sh LESSON SUBMISSION FOLDER
# DECKHAND is the program; deckhand if not set.
set -euo pipefail

if [ $# -ne 3 ]; then
  echo "grade.sh: needs LESSON SUBMISSION FOLDER" >&2
  exit 2
fi
lesson=$1
submission=$2
folder=$3

# Whatever is there is of an earlier run.
mkdir -p "$folder"
rm -f "$folder/annotations.txt" "$folder/summary.md" "$folder/junit.xml" "$folder/grade.html"

# Nothing that is printed meanwhile is taken for a workflow command: who doesn't know the token can't switch them on again.
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "::stop-commands::$token"
code=0
"${DECKHAND:-deckhand}" --plain --yes grade "$lesson" --submission "$submission" \
  --format github-annotations --format github-summary --format junit --format html --out "$folder" || code=$?
echo
echo "::$token::"

if [ -f "$folder/annotations.txt" ]; then cat "$folder/annotations.txt"; fi
if [ -f "$folder/summary.md" ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$folder/summary.md" >>"$GITHUB_STEP_SUMMARY"; fi
case $code in
  0 | 3) ;;
  *) echo "::error title=No complete grade::deckhand grade ended with code $code. This is no result of the submission." ;;
esac
exit "$code"
