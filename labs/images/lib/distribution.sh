# shellcheck shell=bash
# Which distribution this machine has, which of its packages are a Docker engine, and whether they are new enough.

engine_minimum=26.1
# Taken from a newer Debian where the release's own are too old. runc stays the release's: newer ones want a newer libc.
newer_packages=(docker.io docker-cli docker-buildx containerd)
newer_suites=(sid trixie)
added_source=/etc/apt/sources.list.d/deckhand-docker.sources
added_pin=/etc/apt/preferences.d/deckhand-docker

# Succeeds where version A is B or newer.
at_least() { # A B
  [ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

# Sets $installer, $engine_package and $distribution_id; fails where we know neither.
distribution() {
  local ID='' ID_LIKE=''
  # shellcheck disable=SC1091  # this machine's own
  [ -r /etc/os-release ] && . /etc/os-release
  distribution_id=$ID
  case " $ID $ID_LIKE " in
    *' debian '* | *' ubuntu '*) installer=apt-get engine_package=docker.io ;;
    *' fedora '*) installer=dnf engine_package=moby-engine ;;
    *) return 1 ;;
  esac
  command -v "$installer" >/dev/null
}

distribution_name() {
  local PRETTY_NAME='this system'
  # shellcheck disable=SC1091
  [ -r /etc/os-release ] && . /etc/os-release
  echo "$PRETTY_NAME"
}

distribution_unknown() {
  echo "there is no recipe for $(distribution_name) here. Next: install Docker $engine_minimum or newer as your system does it, then start deckhand again"
}

# Decides what to install, before anybody is asked: sets $install (packages), $brings (the engine's version) and, where the
# release's own engine is too old, $newer (the suite of Debian that the packages come from). Changes nothing but package lists.
distribution_plan() {
  newer='' install=() brings=''
  case $installer in
    apt-get) apt_plan ;;
    dnf)
      install=("$engine_package")
      brings=$(dnf -q repoquery --latest-limit=1 --qf '%{version}\n' "$engine_package" | tail -n 1) || brings=''
      dnf_has docker-buildx && install+=(docker-buildx)
      dnf_has docker-cli && install+=(docker-cli)
      ;;
  esac
  [ -n "$brings" ] || fail "$installer knows no $engine_package. Next: see $log; if the package lists could not be fetched, check this machine's network and its proxy"
  at_least "$brings" "$engine_minimum" || fail "$(distribution_name) has Docker $brings, and labs need $engine_minimum or newer. Next: $(newer_by_hand)"
}

dnf_has() { [ -n "$(dnf -q repoquery "$1" 2>/dev/null)" ]; }

apt_plan() {
  local package suite
  # a bare machine has no lists at all, and an old one has old ones
  apt-get -q update || note "the package lists could not all be fetched: going on with what is there"
  brings=$(candidate docker.io)
  install=(docker.io iptables ca-certificates)
  # only newer releases have these as packages of their own
  for package in docker-cli docker-buildx; do [ -z "$(candidate "$package")" ] || install+=("$package"); done
  if [ -z "$brings" ] || at_least "$brings" "$engine_minimum" || [ "$distribution_id" != debian ]; then return; fi
  for suite in "${newer_suites[@]}"; do
    newer_try "$suite" || continue
    newer=$suite install=("${newer_install[@]}")
    brings=$(candidate docker.io "${newer_options[@]}")
    return
  done
}

# Says the upstream version that apt would install.
candidate() { # package [apt's options]
  local package=$1; shift
  apt-cache "$@" policy "$package" 2>/dev/null | awk '$1 == "Candidate:" && $2 != "(none)" {print $2}' | sed -e 's/^[0-9]*://' -e 's/[-+~].*//'
}

# Asks apt, in a folder of its own, whether this machine could have Docker from this suite: nothing of the machine's apt is changed.
newer_try() { # SUITE
  local part
  note "$(distribution_name) has Docker $(candidate docker.io): looking for a newer one in Debian $1"
  newer_folder=${log%/*}/newer-docker
  rm -rf "$newer_folder"
  mkdir -p "$newer_folder"/{sources,preferences,lists/partial}
  for part in /etc/apt/sources.list.d/*; do [ "$part" = $added_source ] || [ ! -e "$part" ] || cp "$part" "$newer_folder/sources/"; done
  for part in /etc/apt/preferences.d/*; do [ "$part" = $added_pin ] || [ ! -e "$part" ] || cp "$part" "$newer_folder/preferences/"; done
  newer_source "$1" > "$newer_folder/sources/${added_source##*/}"
  newer_pin "$1" > "$newer_folder/preferences/${added_pin##*/}"
  newer_options=(-o "Dir::Etc::sourceparts=$newer_folder/sources" -o "Dir::Etc::preferencesparts=$newer_folder/preferences"
    -o "Dir::State::lists=$newer_folder/lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=root)
  newer_install=("${newer_packages[@]}" iptables ca-certificates)
  # sid's docker.io wants either of them; without this apt would bring an init system to a machine that has none
  [ -e /usr/bin/systemd-sysusers ] || [ -e /bin/systemd-sysusers ] || newer_install+=(systemd-standalone-sysusers)
  apt-get -q "${newer_options[@]}" -o APT::Update::Error-Mode=any update || return 1
  at_least "$(candidate docker.io "${newer_options[@]}")" "$engine_minimum" || return 1
  local plan
  plan=$(apt-get -q "${newer_options[@]}" -s --no-install-recommends install "${newer_install[@]}") || { echo "$plan"; return 1; }
  echo "$plan"
  # tini-static replaces tini; a suite that would drop anything else doesn't fit this machine
  ! grep '^Remv ' <<<"$plan" | grep -v '^Remv tini '
}

# The mirror is the one that this machine's apt has its own release from.
newer_source() { # SUITE
  local mirror
  # shellcheck disable=SC2016  # apt fills these in
  mirror=${DECKHAND_DEBIAN_MIRROR:-$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' 'Created-By: Packages' |
    awk '$1 !~ /-/ && $2 ~ /debian\/?$/ {print $2; exit}')}
  printf '# Docker from Debian %s, added by labs/images/install-engine; %s lets nothing else come from there.\n' "$1" $added_pin
  printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: /usr/share/keyrings/debian-archive-keyring.gpg\n' "$mirror" "$1"
}

newer_pin() { # SUITE
  printf 'Package: *\nPin: release n=%s\nPin-Priority: -1\n\nPackage: %s tini-static\nPin: release n=%s\nPin-Priority: 990\n' \
    "$1" "${newer_packages[*]}" "$1"
}

newer_by_hand() {
  case $distribution_id in
    debian) echo "install Docker's own packages (https://docs.docker.com/engine/install/debian/), or a newer Debian; $log says why neither ${newer_suites[*]} would do" ;;
    ubuntu) echo "let apt use the -updates archive, which has newer ones, or install Docker's own packages: https://docs.docker.com/engine/install/ubuntu/" ;;
    *) echo "update this system, or install Docker's own packages: https://docs.docker.com/engine/install/" ;;
  esac
}

distribution_install() {
  case $installer in
    apt-get)
      export DEBIAN_FRONTEND=noninteractive
      if [ -n "$newer" ]; then
        install -D -m 644 "$newer_folder/sources/${added_source##*/}" $added_source
        install -D -m 644 "$newer_folder/preferences/${added_pin##*/}" $added_pin
        rm -rf "$newer_folder"
        apt-get -q update
      fi
      apt-get -q -y install --no-install-recommends "${install[@]}" && return
      # a source that was added for this alone does not stay without it
      [ -z "$newer" ] || rm -f $added_source $added_pin
      return 1
      ;;
    dnf) dnf -q -y install "${install[@]}" ;;
  esac
}
