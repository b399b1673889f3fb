# The cluster's kubectl.

attach=
if at_terminal; then
  attach='-i -t'
else
  # whoever reads a list line by line and calls kubectl for each wants the rest of the list to stay unread
  for argument in "$@"; do
    case $argument in - | -f- | -i | -it | -ti | --stdin | --stdin=true | --filename=- | cp) attach=-i ;; esac
  done
fi

run() { # ATTACH ARGUMENT...
  options=$1
  shift
  # what a Tab asks has to come first
  question=
  case ${1:-} in __complete | __completeNoDesc) question=$1 && shift ;; esac
  # shellcheck disable=SC2086  # none or one word
  in_cluster "$options" 'KUBECTL_[A-Z_]*' @CONTAINER@ kubectl $question --server=@SERVER@ "$@"
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
if [ -z "$attach" ]; then
  run '' "$@" </dev/null
else
  run "$attach" "$@"
fi
