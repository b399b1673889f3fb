#!/bin/sh
# The kubectl of this session's cluster, run in the cluster's container: this machine has none that fits it.
# Folders and the kubeconfig have the same paths there; the API server has another address, given on the way.

# how to run a command in the container; what is asked for by options comes first
in_cluster() {
  @ENGINE@ exec "$@"
}

input='' terminal=''
if [ -t 0 ] && [ -t 1 ] && [ -t 2 ]; then
  input=-i terminal=-t
else
  # whoever reads a list line by line and calls kubectl for each wants the rest of the list to stay unread
  for argument in "$@"; do
    case $argument in - | -f- | -i | -it | -ti | --stdin | --stdin=true | --filename=- | cp) input=-i ;; esac
  done
fi

case $PWD/ in @WORKSPACE@/*) folder=$PWD ;; *) folder=/ ;; esac

run() { # MODE ARGUMENT...
  mode=$1
  shift
  # what a Tab asks has to come first
  question=
  case ${1:-} in __complete | __completeNoDesc) question=$1 && shift ;; esac
  # shellcheck disable=SC2086  # none or one word
  set -- @CONTAINER@ kubectl $question --server=@SERVER@ "$@"
  for name in $(env | sed -n 's/^\(KUBECTL_[A-Z_]*\|TERM\|LANG\|LC_ALL\|NO_COLOR\)=.*/\1/p'); do
    set -- --env "$name" "$@"
  done
  # shellcheck disable=SC2086  # none, one or two words
  in_cluster $mode --user "$(id -u):$(id -g)" --workdir "$folder" \
    --env HOME=/tmp --env KUBECONFIG="${KUBECONFIG:-@KUBECONFIG@}" "$@"
}

# The container has no editor, and it would not be the learner's: the object is edited here.
edit() {
  file=$(mktemp "@SCRATCH@/edit-XXXXXX") || exit
  trap 'rm -f "$file" "$file.before"' EXIT
  run '' get "$@" -o yaml </dev/null >"$file" || exit
  cp "$file" "$file.before"
  while true; do
    ${KUBE_EDITOR:-${VISUAL:-${EDITOR:-vi}}} "$file" || exit
    if cmp -s "$file" "$file.before"; then
      echo 'Edit cancelled, no changes made.'
      exit 0
    fi
    run -i replace -f - <"$file" && exit 0
    printf 'Not accepted. Press Enter to edit again, Ctrl-C to give up. ' >&2
    read -r _ || exit 1
  done
}

if [ "${1:-}" = edit ]; then
  shift
  edit "$@"
  exit
fi
if [ -z "$input" ]; then
  run '' "$@" </dev/null
else
  run "$input $terminal" "$@"
fi
