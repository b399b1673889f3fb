# shellcheck shell=bash
# What this machine must have before an image can be built, and how to get it.

build_packages=(debootstrap debian-archive-keyring rsync gcc libc6-dev)

# Sees to all that these recipes want; says in one line what is missing and cannot be mended from here.
host_ready() { # RECIPE...
  command -v docker >/dev/null || fail "there is no docker command. Next: labs/images/install-engine"
  docker version >/dev/null 2>&1 || fail "no Docker engine answers. Next: start it, or labs/images/install-engine"
  exec 9>"$cache/lock"
  flock -n 9 || { note "another build is running here: waiting for it"; flock 9; }
  nothing_to_build "$@" && return
  [ "$(id -u)" = 0 ] || fail "building images needs root. Next: sudo labs/images/build --cache $cache"
  command -v apt-get >/dev/null || fail "images are built from Debian's packages, and this machine has no apt-get. Next: build them on Debian or Ubuntu, and bring them here with \"deckhand images export\" and \"import\""
  enough_room
  install_packages
  find_mirror
  [ -n "$mirror" ] || fail "Debian 13 is not at ${DECKHAND_DEBIAN_MIRROR:-any archive known here}, or it can't be reached. Next: set DECKHAND_DEBIAN_MIRROR to a mirror of it; $log says what was tried"
}

# Building needs room, most of all compiling Kubernetes; better to say so now than to end in the middle. Where Go comes from
# Debian, its modules and what it compiles are kept here too until all is built.
enough_room() {
  local free wanted=6000
  go_suffices || wanted=13000
  free=$(df --output=avail -m "$cache" | tail -n 1)
  [ "$free" -ge $wanted ] || fail "building wants $((wanted / 1000)) GB of room in $cache, and there are $free MB. Next: make room, or choose another folder with --cache"
}

nothing_to_build() { # RECIPE...
  local recipe key
  for recipe in "$@"; do
    key=$(recipe_key "$recipe")
    tags_present "$recipe" "$key" || [ -f "$(cached_tar "$recipe" "$key")" ] || return 1
  done
}

install_packages() {
  local package missing=()
  for package in "${build_packages[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  note "installing ${missing[*]}"
  apt-get -q update || note "the package lists could not all be fetched: going on with what is there"
  DEBIAN_FRONTEND=noninteractive apt-get -q -y install --no-install-recommends "${missing[@]}" ||
    fail "apt-get could not install ${missing[*]}. Next: see $log"
}
