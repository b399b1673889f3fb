# The cluster's Helm.

# Says why a file can't be used, and what to do.
refuse() {
  {
    echo "helm: $1 can't be used: Helm runs in the cluster's container, which only sees the lesson's folder."
    echo "Next: use a file or folder in" @WORKSPACE@ "(or pass values on standard input: -f -)."
  } >&2
  exit 1
}

# Refuses a file of this machine that the container doesn't see: there, another file may have its path.
require_visible() {
  case $1 in
    @WORKSPACE@ | @WORKSPACE@/* | @SCRATCH@/* | @HELM@/* | /dev/null | /dev/stdin) ;;
    /dev/fd/* | /proc/*) refuse "$1" ;;
    /*) [ ! -e "${1%/*}/" ] || refuse "$1" ;;
    */* | . | .. | *.tgz | *.yaml | *.yml | *.json) sees_folder || [ ! -e "$1" ] || refuse "$PWD/$1" ;;
  esac
}

attach=
for argument in "$@"; do
  # whoever reads a list line by line and calls helm for each wants the rest of the list to stay unread
  case $argument in - | -f- | --values=- | --password-stdin | --password-stdin=true | *=/dev/stdin | /dev/stdin) attach=-i ;; esac
  case $argument in
    # an answer to a Tab reads no file
    __complete | __completeNoDesc) break ;;
    --set*=* | --description=*) ;;
    -f/*) require_visible "${argument#-f}" ;;
    -*=*) require_visible "${argument#*=}" ;;
    *) require_visible "$argument" ;;
  esac
done
case ${1:-} in
  # these write to the current folder
  create | package | pull | fetch | dependency | dependencies | dep) sees_folder || refuse "$PWD" ;;
esac
if at_terminal; then attach='-i -t'; fi

run() { # ARGUMENT...
  in_cluster "$attach" 'HELM_[A-Z_]*\|[a-z]*_proxy\|[A-Z]*_PROXY\|SOURCE_DATE_EPOCH' \
    --env HELM_KUBEAPISERVER=@SERVER@ @CONTAINER@ helm "$@"
}

if [ -z "$attach" ]; then
  run "$@" </dev/null
else
  run "$@"
fi
