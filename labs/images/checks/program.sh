# shellcheck shell=bash
# The tests of our k3s program. They need the Kubernetes source tree, which `DECKHAND_KEEP_TREE=1 labs/images/build` keeps.

check_program() {
  cache=${DECKHAND_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/deckhand/images}
  if ! compgen -G "$cache/kubernetes-tree-*/complete" >/dev/null; then
    echo "skipped there is no Kubernetes tree in $cache"
    return
  fi
  prove "the k3s stand-in passes its own tests" program_tests
}

program_tests() (
  set -e
  note() { echo "$*"; }
  . "$images/lib/catalog.sh"
  . "$images/lib/debian.sh"
  . "$images/k3s/tree.sh"
  . "$images/k3s/binaries.sh"
  k3s_tests
)
