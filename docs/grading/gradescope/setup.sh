#!/usr/bin/env bash
# Prepares the image in which Gradescope runs the autograder. Gradescope unpacks the zip to /autograder/source and runs this as root.
#
# The zip holds, at its root: setup.sh, run_autograder, settings.sh, and deckhand.tar.gz, a built checkout of Deckhand:
#   ./deckhand --version                                       # builds it
#   tar -czf ../deckhand.tar.gz --exclude-vcs --transform 's,^\.,deckhand,' .
# Where Ubuntu's packages have no JDK 25, it holds jdk.tar.gz too: a JDK 25 for Linux as its maker packs it.
set -euo pipefail

root=${AUTOGRADER_ROOT:-/autograder}
source_folder=$root/source
install_folder=${DECKHAND_INSTALL:-/opt/deckhand}

fail() { # WHAT NEXT
  printf 'setup.sh: %s\n  %s\n' "$1" "$2" >&2
  exit 1
}

for file in settings.sh deckhand.tar.gz; do
  [ -f "$source_folder/$file" ] || fail "The zip has no $file." "Put it beside setup.sh, at the root of the zip."
done

mkdir -p "$install_folder"
tar -xzf "$source_folder/deckhand.tar.gz" -C "$install_folder" --strip-components=1
[ -x "$install_folder/deckhand" ] || fail "deckhand.tar.gz holds no program deckhand." "Pack it as the comment in setup.sh says."

if [ -f "$source_folder/jdk.tar.gz" ]; then
  mkdir -p "$install_folder/jdk"
  tar -xzf "$source_folder/jdk.tar.gz" -C "$install_folder/jdk" --strip-components=1
else
  export DEBIAN_FRONTEND=noninteractive
  apt-get update
  apt-get install -y --no-install-recommends openjdk-25-jdk-headless ||
    fail "Ubuntu's packages have no JDK 25 here." "Put a JDK 25 for Linux into the zip, as jdk.tar.gz."
fi
