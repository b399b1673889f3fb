# shellcheck shell=bash
# Debian 12's packages, on whatever release this machine runs: found through the mirror that its apt already uses.

suite=bookworm
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# Says the mirror of Debian 12, or nothing where this machine's apt does not know one.
debian_mirror() {
  [ -n "${DECKHAND_DEBIAN_MIRROR:-}" ] && { echo "$DECKHAND_DEBIAN_MIRROR"; return; }
  # shellcheck disable=SC2016  # apt fills these in
  apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk -v suite=$suite '$1 == suite {print $2; exit}'
}

# Lists one line of sources.list for each suite of Debian 12: the release, and its security fixes where apt knows them.
debian_sources() { # deb|deb-src
  echo "$1 [signed-by=$keyring] $(debian_mirror) $suite main"
  # shellcheck disable=SC2016
  apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk -v suite=$suite-security -v kind="$1" -v key=$keyring '$1 == suite && !seen[$2]++ {print kind " [signed-by=" key "] " $2 " " $1 " main"}'
}

# Runs apt-get against Debian 12 with lists and state of its own: nothing of this machine's apt is changed.
debian_apt() {
  local home=$cache/apt
  apt-get -q -o Dir::Etc::sourcelist="$home/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::State::lists="$home/lists" -o Dir::Cache="$home/cache" -o APT::Sandbox::User=root \
    -o Dir::State::status="${debian_status:-$home/status}" "$@"
}

# Fetches the package lists, once in a run.
debian_lists() {
  [ -n "${debian_lists_fresh:-}" ] && return
  local home=$cache/apt
  mkdir -p "$home/lists/partial" "$home/cache/archives/partial"
  : > "$home/status"
  { debian_sources deb; debian_sources deb-src; } > "$home/sources.list"
  note "fetching the package lists of Debian 12"
  debian_apt update
  debian_lists_fresh=1
}

# Runs a command inside a root folder. Its mounts and its processes end with it, also when the build is killed.
in_root() { # FOLDER command...
  # shellcheck disable=SC2016
  unshare --mount --propagation private --pid --fork --kill-child -- \
    bash -c 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"' "$@"
}

# Makes the folder that every image begins with: a minimal Debian, without what a container has no use for.
debian_root() { # FOLDER
  [ -d "$1" ] && return
  rm -rf "$1.new"
  note "unpacking a minimal Debian 12"
  unshare --mount --propagation private -- debootstrap --variant=minbase "$suite" "$1.new" "$(debian_mirror)"
  debian_lists
  note "fetching its security fixes"
  debian_fetch "$1.new" upgrade
  debian_install "$1.new" upgrade
  # no archive is in reach of a lab, and the address of this machine's mirror is nobody's business
  echo '# A lab reaches no package archive: add one here where yours does.' > "$1.new/etc/apt/sources.list"
  trim "$1.new"
  mv "$1.new" "$1"
}

# Fetches with this machine's apt (its proxies, its mirror) what the packages of a root folder need.
debian_fetch() { # FOLDER package...|upgrade
  local root=$1; shift
  rm -rf "$root/debs"; mkdir -p "$root/debs/partial"
  local what=(install --no-install-recommends "$@")
  [ "$1" = upgrade ] && what=(upgrade)
  debian_status=$root/var/lib/dpkg/status debian_apt -o Dir::Cache::archives="$root/debs" \
    -y --download-only "${what[@]}"
}

# Installs them there. Services do not start: this is no machine.
debian_install() { # FOLDER package...|upgrade
  local root=$1; shift
  if compgen -G "$root/debs/*.deb" >/dev/null; then
    printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"; chmod +x "$root/usr/sbin/policy-rc.d"
    local debs=("$root"/debs/*.deb)
    DEBIAN_FRONTEND=noninteractive LC_ALL=C in_root "$root" \
      apt-get -q -y --no-install-recommends -o APT::Sandbox::User=root -o Dpkg::Use-Pty=0 \
      -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=/dev/null install "${debs[@]/#$root/}"
    rm "$root/usr/sbin/policy-rc.d"
  fi
  rm -rf "$root/debs"
}

# Drops what a container has no use for.
trim() { # FOLDER
  rm -rf "$1"/var/cache/{apt,debconf,ldconfig}/* "$1"/var/lib/apt/lists/* "$1"/var/log/* "$1"/var/lib/dpkg/*-old
  find "$1"/usr/share/{doc,man,info,locale,lintian,doc-base} -mindepth 1 -not -path '*/copyright' -not -type d -delete 2>/dev/null || true
  find "$1"/usr/share/{doc,man,info,locale,lintian,doc-base} -mindepth 1 -type d -empty -delete 2>/dev/null || true
}

# Says "name version" of packages as they are in a root folder.
debian_versions() { # FOLDER package...
  local root=$1; shift
  # shellcheck disable=SC2016  # dpkg fills these in
  dpkg-query --admindir="$root/var/lib/dpkg" -W -f '${Package} ${Version}, ' "$@" | sed 's/, $//'
}
