#!/usr/bin/env bash
# Grades a submission in a job of GitHub Actions: annotations on standard output, the summary in GITHUB_STEP_SUMMARY, and the reports for
# the learner in a folder.
#   grade.sh LESSON SUBMISSION FOLDER
# DECKHAND is the program; deckhand if not set. Ends with the exit code of deckhand grade: 0 if everything is solved, 3 if not, another one
# if there is no complete grade.
set -euo pipefail

if [ $# -ne 3 ]; then
  echo "grade.sh: needs LESSON SUBMISSION FOLDER" >&2
  exit 2
fi
lesson=$1
submission=$2
folder=$3
reports=(annotations.txt summary.md junit.xml grade.html)

# Whatever is there is of an earlier run.
mkdir -p "$folder"
for report in "${reports[@]}"; do rm -f "$folder/$report"; done

# Learners read the log of a job and its artifacts. So what is printed, where hidden tasks have their names, isn't shown, and the folder,
# which has the evidence too, is left behind.
kept=$(mktemp -d)
trap 'rm -rf "$kept"' EXIT

# Nothing that is printed meanwhile is taken for a workflow command: who doesn't know the token can't switch them on again.
token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "::stop-commands::$token"
code=0
"${DECKHAND:-deckhand}" --plain --yes grade "$lesson" --submission "$submission" \
  --format github-annotations,github-summary,junit,html --out "$kept" >/dev/null || code=$?
echo
echo "::$token::"

for report in "${reports[@]}"; do
  if [ -f "$kept/$report" ]; then cp "$kept/$report" "$folder/$report"; fi
done
if [ -f "$folder/annotations.txt" ]; then cat "$folder/annotations.txt"; fi
if [ -f "$folder/summary.md" ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then cat "$folder/summary.md" >>"$GITHUB_STEP_SUMMARY"; fi

# Nobody takes a grader that wrote nothing for a submission that is right.
if [ "$code" -eq 0 ] && [ ! -f "$folder/annotations.txt" ]; then code=1; fi
case $code in
  0 | 3) ;;
  *) echo "::error title=No complete grade::deckhand grade ended with code $code. This is no result of the submission." ;;
esac
exit "$code"
