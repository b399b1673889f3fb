# shellcheck shell=bash
# Which distribution this machine has, and which of its packages are a Docker engine.

# Sets $installer and $engine_packages; fails where we know neither.
distribution() {
  local ID='' ID_LIKE=''
  # shellcheck disable=SC1091  # this machine's own
  [ -r /etc/os-release ] && . /etc/os-release
  case " $ID $ID_LIKE " in
    *' debian '* | *' ubuntu '*) installer=apt-get engine_packages=(docker.io) ;;
    *' fedora '*) installer=dnf engine_packages=(moby-engine) ;;
    *) return 1 ;;
  esac
  command -v "$installer" >/dev/null
}

distribution_unknown() {
  local PRETTY_NAME='this system'
  # shellcheck disable=SC1091
  [ -r /etc/os-release ] && . /etc/os-release
  echo "there is no recipe for $PRETTY_NAME here. Next: install Docker as your system does it, then start deckhand again"
}

distribution_install() {
  case $installer in
    apt-get)
      export DEBIAN_FRONTEND=noninteractive
      # a bare machine has no lists at all, and an old one has old ones
      apt-get -q update || note "the package lists could not all be fetched: going on with what is there"
      # newer releases have the client in a package of its own, and do without iptables unless asked
      apt-cache show docker-cli >/dev/null 2>&1 && engine_packages+=(docker-cli)
      apt-get -q -y install --no-install-recommends "${engine_packages[@]}" iptables ca-certificates
      ;;
    dnf) dnf -q -y install "${engine_packages[@]}" ;;
  esac
}
