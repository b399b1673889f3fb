# shellcheck shell=bash
# What install-engine decides and says, on machines that are played by programs of the same names: nothing is installed.

check_install() {
  if [ "$(id -u)" != 0 ]; then echo 'skipped: playing another machine needs root'; return; fi
  prove "an engine that is new enough is left alone" install_new
  prove "an old engine in which containers run is left alone, and they are named" install_busy
  prove "an old engine elsewhere is not replaced by one here" install_elsewhere
  prove "without --yes, what would be added and installed is said, and nothing is changed" install_unasked
  prove "where sid does not fit, trixie is taken" install_trixie
  prove "where neither fits, Docker's own packages are the next step, also on an old Ubuntu" install_neither
  prove "a dockerd from other packages is left to those" install_foreign
  prove "an unknown distribution gets a next step" install_unknown
  prove "while Deckhand is built, an engine is offered only where there is none, and DOCKER_HOST names none" prepare_offers
  prove "an installation that fails leaves no added source behind" install_fails
}

# Plays a machine: its distribution, the engine that answers (or none), what runs in it, which suites fit, and whose dockerd is.
machine() { # ID ENGINE CONTAINERS SUITES OWNER
  local bin=$scratch/machine/bin
  rm -rf "$scratch/machine"
  mkdir -p "$bin" "$scratch"/machine/apt/{sources.list.d,preferences.d}
  printf 'ID=%s\nPRETTY_NAME="The %s machine"\n' "$1" "$1" > "$scratch/machine/os-release"
  cat > "$bin/docker" <<D
#!/bin/bash
case "\$1 \$2 \$*" in
  'buildx version'*) exit 0 ;;
  ps*) echo '$3' ;;
  version*) [ -n '$2' ] && echo '$2' ;;
esac
D
  # the release has 20.10; a suite is in reach where its name is in the folder of sources that apt is pointed to
  cat > "$bin/apt-cache" <<D
#!/bin/bash
suite=\$(for a in "\$@"; do case \$a in Dir::Etc::sourceparts=*) sed -n 's/^Suites: //p' "\${a#*=}"/*.sources ;; esac; done)
case "\$* \$suite" in
  *policy*docker.io*' sid' | *docker.io*sid) echo '  Candidate: 28.5.2+dfsg4-5' ;;
  *docker.io*trixie) echo '  Candidate: 26.1.5+dfsg1-9+b1' ;;
  *docker.io*) echo '  Candidate: 20.10.24+dfsg1-1' ;;
  *) echo '  Candidate: (none)' ;;
esac
D
  cat > "$bin/apt-get" <<D
#!/bin/bash
echo "apt-get \$*" >> '$scratch/machine/calls'
suite=\$(for a in "\$@"; do case \$a in Dir::Etc::sourceparts=*) sed -n 's/^Suites: //p' "\${a#*=}"/*.sources ;; esac; done)
case " \$* " in
  *indextargets*) echo 'bookworm http://archive.invalid/debian/' ;;
  *' -s '*) [[ ' $4 ' = *" \$suite "* ]] ;;
  *' install '*) echo 'no space left on device'; exit 100 ;;
esac
D
  printf '#!/bin/bash\necho "%s: $2"\n' "$5" > "$bin/dpkg-query"
  printf '#!/bin/bash\necho "Docker version %s, build x"\n' "${2:-20.10.24}" > "$bin/dockerd"
  chmod +x "$bin"/*
}

# Runs install-engine there; fails unless it fails and says these words.
refuses() { # WORDS ARGUMENT...
  local words=$1 out; shift
  out=$(on_machine "$@") && { echo "did not fail: $out"; return 1; }
  grep -F -- "$words" <<<"$out" || { printf '%s\n' "$out"; return 1; }
  if find "$scratch/machine/apt" -type f | grep .; then return 1; fi
}

on_machine() { # ARGUMENT...
  # shellcheck disable=SC2016  # for the inner shell
  XDG_CACHE_HOME=$scratch/machine/cache unshare --mount --propagation private bash -c '
    mount --bind "$0/os-release" /etc/os-release && mount --bind "$0/apt" /etc/apt || exit 9
    PATH=$0/bin:$PATH "$@"' "$scratch/machine" "$images/install-engine" "$@" </dev/null 2>&1
}

# The launcher's question, on the machine that is played.
prepare_offers() {
  machine debian '' '' sid docker.io
  local out script=$images/prepare
  out=$(PATH=$scratch/machine/bin:$PATH "$script" --question containers/first-container) || return
  grep 'There is no Docker engine here' <<<"$out" || { echo "said: $out"; return 1; }
  if DOCKER_HOST=tcp://far:1 PATH=$scratch/machine/bin:$PATH "$script" --question containers/first-container; then echo 'offered an engine beside DOCKER_HOST'; return 1; fi
  machine debian 28.0.4 '' sid docker.io
  if PATH=$scratch/machine/bin:$PATH "$script" --question containers/first-container; then echo 'offered what is there'; return 1; fi
}

install_new() { machine debian 28.0.4 '' 'sid trixie' docker.io; on_machine --yes | grep 'nothing to do' && [ ! -e "$scratch/machine/calls" ]; }
install_busy() { machine debian 20.10.24 'shop' 'sid trixie' docker.io; refuses 'docker stop shop' --yes && [ ! -e "$scratch/machine/calls" ]; }
install_elsewhere() { machine debian 20.10.24 '' 'sid trixie' docker.io; DOCKER_HOST=tcp://far:1 refuses 'unset DOCKER_HOST, or upgrade that engine' --yes; }

install_unasked() {
  machine debian 20.10.24 '' 'sid trixie' docker.io
  refuses 'nobody can be asked here' && refuses 'from Debian sid, as a new source' && refuses 'the engine that runs is stopped for it' &&
    refuses 'to be installed with apt-get: Docker 28.5.2 (docker.io docker-cli docker-buildx containerd' && ! grep -E ' install ' "$scratch/machine/calls" | grep -v -e ' -s '
}

install_trixie() { machine debian '' '' trixie docker.io; refuses 'to be installed with apt-get: Docker 26.1.5'; }

install_neither() {
  machine debian '' '' none docker.io
  refuses 'https://docs.docker.com/engine/install/debian/' --yes || return 1
  machine ubuntu '' '' 'sid trixie' docker.io
  refuses 'let apt use the -updates archive' --yes && ! grep -e ' -s ' "$scratch/machine/calls"
}

install_foreign() { machine debian 20.10.24 '' 'sid trixie' docker-ce; refuses 'comes from docker-ce instead of docker.io' --yes; }
install_unknown() { machine plan9 '' '' '' docker.io; refuses 'there is no recipe for The plan9 machine here. Next:' --yes; }
install_fails() { machine debian '' '' sid docker.io; refuses 'apt-get could not install' --yes && grep 'install --no-install-recommends docker.io' "$scratch/machine/calls"; }
