# shellcheck shell=bash
# Debian 13's packages, on whatever release of Debian or Ubuntu this machine runs.

suite=trixie
# Where single packages come from that Debian 13 has too old; nothing else does.
newer_suite=sid
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# Lists "codename address" of all archives that this machine's apt knows.
apt_archives() {
  # shellcheck disable=SC2016  # apt fills these in
  apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null | sed 's#/$##' | awk '!seen[$0]++'
}

# Succeeds where an archive has a suite, asked through apt: its proxies and its transports count.
has_suite() { # ADDRESS SUITE
  local file=$cache/release.$BASHPID result=0
  /usr/lib/apt/apt-helper -o APT::Sandbox::User=root -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 \
    download-file "$1/dists/$2/InRelease" "$file" || result=1
  rm -f "$file"
  return $result
}

# Prints the first address that has a suite.
first_with() { # SUITE ADDRESS...
  local suite=$1 address; shift
  for address in "$@"; do has_suite "$address" "$suite" >&2 && { echo "$address"; return; }; done
}

# Sets $mirror to an archive of Debian 13, and $security to one of its security fixes; either is empty where nothing that this
# machine knows has it. The archive of another release serves Debian 13 too, and a mirror of Ubuntu often stands beside one.
find_mirror() {
  [ -n "${mirror:-}" ] && return
  local known
  if [ -n "${DECKHAND_DEBIAN_MIRROR:-}" ]; then
    mirror=$(first_with $suite "${DECKHAND_DEBIAN_MIRROR%/}")
  else
    mapfile -t known < <(apt_archives | awk -v suite=$suite '
      $1 == suite {print $2; next}
      $2 ~ /\/debian$/ {known[$2]}
      $2 ~ /\/ubuntu$/ {sub(/\/ubuntu$/, "/debian", $2); beside[$2]}
      END {for (a in known) print a; for (a in beside) print a; print "http://deb.debian.org/debian"}' | awk '!seen[$0]++')
    mirror=$(first_with $suite "${known[@]}")
  fi
  mapfile -t known < <(apt_archives | awk '$1 ~ /-security$/ && $2 !~ /ubuntu/ {print $2}'; echo "$mirror-security")
  security=$(first_with $suite-security "${known[@]}")
}

# Lists one line of sources.list for each suite: the release, its security fixes where they are in reach, and the newer suite.
debian_sources() {
  echo "deb [signed-by=$keyring] $mirror $suite main"
  [ -z "$security" ] || echo "deb [signed-by=$keyring] $security $suite-security main"
  ! has_suite "$mirror" $newer_suite >&2 || echo "deb [signed-by=$keyring] $mirror $newer_suite main"
}

# Runs apt-get against Debian 13 with lists and state of its own: nothing of this machine's apt is changed.
debian_apt() {
  local home=$cache/apt
  apt-get -q -o Dir::Etc::sourcelist="$home/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o Dir::Etc::preferences="$home/preferences" -o Dir::Etc::preferencesparts=/dev/null \
    -o Dir::State::lists="$home/lists" -o Dir::Cache="$home/cache" -o APT::Sandbox::User=root \
    -o Dir::State::status="${debian_status:-$home/status}" "$@"
}

# Fetches the package lists, once in a run.
debian_lists() {
  [ -n "${debian_lists_fresh:-}" ] && return
  local home=$cache/apt
  find_mirror
  mkdir -p "$home/lists/partial" "$home/cache/archives/partial"
  : > "$home/status"
  debian_sources > "$home/sources.list"
  # a package of the newer suite is taken where it's asked for as package/sid, and never otherwise
  printf 'Package: *\nPin: release n=%s\nPin-Priority: -1\n' $newer_suite > "$home/preferences"
  note "fetching the package lists of Debian 13"
  debian_apt -o APT::Update::Error-Mode=any update || fail "the package lists of Debian 13 could not be fetched from $mirror. Next: see $log"
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
  find_mirror
  note "unpacking a minimal Debian 13"
  local script=/usr/share/debootstrap/scripts/$suite
  # an old debootstrap doesn't know Debian 13, and unpacks it as it does sid
  [ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid
  unshare --mount --propagation private -- debootstrap --variant=minbase "$suite" "$1.new" "$mirror" "$script"
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

# Succeeds where these packages could be installed into a root folder as it is.
debian_fits() { # FOLDER package...
  local root=$1; shift
  debian_status=$root/var/lib/dpkg/status debian_apt -s --no-install-recommends install "$@"
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
