#!/bin/sh
# A program that runs in the container of this session's cluster, since this machine has none that fits.
# Folders and the kubeconfig have the same paths there; the API server has another address, given on the way.

# Succeeds if the program is run from a terminal and writes to one.
at_terminal() { [ -t 0 ] && [ -t 1 ] && [ -t 2 ]; }

# Succeeds if the container sees the current folder.
sees_folder() {
  case $PWD/ in @WORKSPACE@/*) true ;; *) false ;; esac
}

# in_cluster ATTACH VARIABLES [--env NAME=VALUE]... @CONTAINER@ PROGRAM [ARGUMENT]...
# Runs a program in the container. ATTACH are its options for input and terminal; VARIABLES is a pattern of the
# names of variables that are passed on.
in_cluster() {
  attach=$1 variables=$2
  shift 2
  for name in $(env | sed -n "s/^\(TERM\|LANG\|LC_ALL\|NO_COLOR\|$variables\)=.*/\1/p"); do
    set -- --env "$name" "$@"
  done
  if sees_folder; then folder=$PWD; else folder=/; fi
  # shellcheck disable=SC2086  # none, one or two words
  @ENGINE@ exec $attach --user "$(id -u):$(id -g)" --workdir "$folder" \
    --env HOME=/tmp --env KUBECONFIG="${KUBECONFIG:-@KUBECONFIG@}" "$@"
}
