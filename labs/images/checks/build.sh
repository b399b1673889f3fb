# shellcheck shell=bash
# How builds on one machine get on with each other; nothing is built.

check_build() {
  prove "a build in the background makes way for one that somebody waits for" build_makes_way
  prove "a build in the background waits for one that somebody waits for" build_waits
  prove "a build in the background has the lowest priority" build_priority
}

# A script that takes the lock as a build does, says so, and goes on for a while.
fake_build() { # FOLDER SECONDS [--background]
  mkdir -p "$1"
  cat > "$1/build" <<D
#!/bin/bash
set -euo pipefail
images=$images cache=$1 background=\${1:-}
. "$images/lib/say.sh"
. "$images/lib/host.sh"
say_into "$1/log-\${background:-front}"
[ -z "\$background" ] || lowest_priority
step_count=1
step building
lock_build
note has the lock
sleep $2
D
  chmod +x "$1/build"
}

background_build() { # FOLDER
  setsid --wait "$1/build" --background > "$1/out" 2>&1 &
  behind=$!
  within 10 grep -q 'has the lock' "$1/out"
}

build_makes_way() {
  local folder=$scratch/makes-way behind code=0 seen
  fake_build "$folder" 60
  background_build "$folder" || return
  fake_build "$folder" 0
  seen=$("$folder/build") || return
  grep 'makes way' <<<"$seen" || return
  wait "$behind" || code=$?
  [ "$code" = 75 ] || { echo "the background build ended with $code instead of 75"; cat "$folder/out"; return 1; }
}

build_waits() {
  local folder=$scratch/waits front
  fake_build "$folder" 2
  "$folder/build" > "$folder/front" 2>&1 &
  front=$!
  within 10 grep -q 'has the lock' "$folder/front" || return
  fake_build "$folder" 0
  setsid --wait "$folder/build" --background > "$folder/out" 2>&1 || { cat "$folder/out"; return 1; }
  grep 'waiting for it' "$folder/out" && wait "$front"
}

build_priority() {
  local folder=$scratch/priority behind nice
  fake_build "$folder" 60
  background_build "$folder" || return
  nice=$(ps -o nice= -p "$(cat "$folder/background")" | tr -d ' ')
  kill -TERM -- "-$(cat "$folder/background")"
  wait "$behind"
  [ "$nice" = 19 ] || { echo "its niceness is $nice"; return 1; }
}
