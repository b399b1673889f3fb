# shellcheck shell=bash
# What this machine must have before an image can be built, and how to get it.

build_packages=(debootstrap debian-archive-keyring rsync)
# for the program that holds a Pod's namespaces
compiler_packages=(gcc libc6-dev)

# Sees to all that these recipes want; says in one line what is missing and cannot be mended from here.
host_ready() { # RECIPE...
  command -v docker >/dev/null || fail "there is no docker command. Next: labs/images/install-engine"
  docker version >/dev/null 2>&1 || fail "no Docker engine answers. Next: start it, or labs/images/install-engine"
  lock_build
  nothing_to_build "$@" && return
  [ "$(id -u)" = 0 ] || fail "building images needs root. Next: sudo labs/images/build --cache $cache"
  command -v apt-get >/dev/null || fail "images are built from Debian's packages, and this machine has no apt-get. Next: build them on Debian or Ubuntu, and bring them here with \"deckhand images export\" and \"import\""
  enough_room "$@"
  install_packages "$@"
  find_mirror
  [ -n "$mirror" ] || fail "Debian 13 is not at ${DECKHAND_DEBIAN_MIRROR:-any archive known here}, or it can't be reached. Next: set DECKHAND_DEBIAN_MIRROR to a mirror of it; $log says what was tried"
}

# Lets one build run at a time. One in the background makes way for one that somebody waits for; what it compiled is kept.
lock_build() {
  local other
  exec 9>>"$cache/lock"
  if ! flock -n 9; then
    other=$(cat "$cache/background" 2>/dev/null) || other=''
    if [ -z "$background" ] && [ -n "$other" ] && grep -qs -- --background "/proc/$other/cmdline"; then
      note "a build in the background makes way"
      echo "$other" > "$cache/made-way"
      kill -TERM -- "-$other" || :
    else
      note "another build is running here: waiting for it"
    fi
    flock 9
  fi
  if [ -n "$background" ]; then echo $$ > "$cache/background"; else rm -f "$cache/background"; fi
}

# Gives this build the lowest priority: within its session, and for its session among others.
lowest_priority() {
  renice -n 19 -p $$ >/dev/null || :
  echo 19 > /proc/self/autogroup || :
  if command -v ionice >/dev/null; then ionice -c 3 -p $$ || :; fi
} 2>/dev/null

# Says whether this build, which was ended, made way for another one.
made_way() {
  [ -n "$background" ] && [ "$(cat "$cache/made-way" 2>/dev/null)" = $$ ] && rm -f "$cache/made-way"
}

# Building needs room, most of all compiling Kubernetes; better to say so now than to end in the middle. Where Go comes from
# Debian, its modules and what it compiles are kept here too until all is built.
enough_room() { # RECIPE...
  local free wanted=0 recipe
  for recipe in debian "$@"; do
    wanted=$((wanted + $(build_cost "$recipe" 7)))
    case $recipe in
      k3s) go_suffices || wanted=$((wanted + 5000)) ;;
      # the libraries that it shares with the cluster come first
      traefik) go_suffices || wanted=$((wanted + 3000)) ;;
    esac
  done
  free=$(df --output=avail -m "$cache" | tail -n 1)
  [ "$free" -ge $wanted ] || fail "building wants $(((wanted + 999) / 1000)) GB of room in $cache, and there are $free MB. Next: make room, or choose another folder with --cache"
}

nothing_to_build() { # RECIPE...
  local recipe key
  for recipe in "$@"; do
    key=$(recipe_key "$recipe")
    tags_present "$recipe" "$key" || [ -f "$(cached_tar "$recipe" "$key")" ] || return 1
  done
}

install_packages() { # RECIPE...
  local package missing=() wanted=("${build_packages[@]}")
  case " $* " in *' k3s '*) wanted+=("${compiler_packages[@]}") ;; esac
  for package in "${wanted[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  note "installing ${missing[*]}"
  apt-get -q update || note "the package lists could not all be fetched: going on with what is there"
  DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "${missing[@]}" ||
    fail "apt-get could not install ${missing[*]}. Next: see $log"
}
