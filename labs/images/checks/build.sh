# shellcheck shell=bash
# How builds on one machine get on with each other; nothing is built.

check_build() {
  prove "a build in the background makes way for one that somebody waits for" build_makes_way
  prove "a build in the background waits for one that somebody waits for" build_waits
  prove "a build in the background has the lowest priority" build_priority
  prove "what runs beside a build fails it, also from a shell within, and says why" beside_fails
  prove "what runs beside a build ends with it" beside_ends
  prove "an image over another one is built after it, and anew with it" below_first
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

# A script that does something beside something else, as the cluster's recipe does it.
side_by_side() { # FILE JOB
  cat > "$1" <<D
#!/bin/bash
set -euo pipefail
. "$images/lib/say.sh"
say_into "$1.log"
step_count=1
step building
job() { $2; }
beside job
note compiling
sleep 1
joined
note packing
D
  chmod +x "$1"
}

beside_fails() {
  local script=$scratch/beside-fails code=0
  side_by_side "$script" '( fail "no mirror. Next: set one" )'
  "$script" > "$script.out" 2>/dev/null || code=$?
  [ $code = 1 ] && grep '^::failed 1 no mirror. Next: set one$' "$script.out" && ! grep packing "$script.out"
}

beside_ends() {
  local script=$scratch/beside-ends main
  # shellcheck disable=SC2016  # the script's own
  side_by_side "$script" "sh -c 'echo \$\$ > $script.pid; exec sleep 60'"
  sed -i 's/^sleep 1$/sleep 30/' "$script"
  setsid "$script" > "$script.out" 2>&1 &
  main=$!
  within 10 test -s "$script.pid" || return
  kill -TERM -- "-$main"
  within 10 sh -c "! kill -0 $(cat "$script.pid") 2>/dev/null" || return
  # it says so after what ran beside it has ended
  within 10 grep -q '^::failed 1 interrupted$' "$script.out"
}

below_first() (
  # shellcheck source=labs/images/lib/catalog.sh
  . "$images/lib/catalog.sh"
  [ "$(recipes_of traefik k3s | xargs)" = 'k3s traefik' ] || { recipes_of traefik k3s; return 1; }
  before=$(recipe_key traefik)
  cp -r "$images" "$scratch/images"
  images=$scratch/images
  [ "$(recipe_key traefik)" = "$before" ] || { echo "the key depends on where the folder is"; return 1; }
  echo '# changed' >> "$images/k3s/recipe"
  [ "$(recipe_key traefik)" != "$before" ] || { echo "the key is the same"; return 1; }
)
