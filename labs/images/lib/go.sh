# shellcheck shell=bash
# Compiles programs from Go modules, with this machine's Go and through the module proxy that it's set to.

# Says which Go compiles a module: this machine's, if it's new enough. Go itself judges that, by the module's go.mod; one
# that may fetch a newer toolchain does so.
go_ready() { # MODULE
  local wanted said
  wanted=$(sed -n 's/^go //p' "$1/go.mod")
  if ! command -v go >/dev/null; then
    fail "compiling the cluster takes Go $wanted or newer, and there's no go command. Next: install Go from your distribution or https://go.dev/dl, or bring the images with \"deckhand images import\""
  fi
  said=$(cd "$1" && timeout 300 go list -m 2>&1) ||
    fail "compiling the cluster takes Go $wanted or newer; $(go env GOVERSION 2>/dev/null || echo 'this go command') says: $(tail -n 1 <<<"$said"). Next: install a newer Go from https://go.dev/dl"
}

# Fetches a module's dependencies, so that a proxy that refuses or hangs is named before anything is compiled.
go_modules() { # MODULE
  local said
  note "fetching Go modules from $(go env GOPROXY), up to 700 MB"
  said=$(cd "$1" && timeout "${DECKHAND_GO_PATIENCE:-1200}" go mod download 2>&1) && return
  printf '%s\n' "$said"
  [ -n "$said" ] || said='no answer in time'
  fail "the Go modules can't be fetched from $(go env GOPROXY): $(tail -n 1 <<<"$said"). Next: set GOPROXY to a proxy in reach (go env -w GOPROXY=...), or bring the images with \"deckhand images import\""
}

# Compiles packages of a module into a folder; a program is named as its package. What share code share its compilation.
go_programs() { # MODULE FOLDER LDFLAGS PACKAGE...
  local module=$1 folder=$2 flags=$3 said
  shift 3
  said=$(cd "$module" && CGO_ENABLED=0 nice go build -trimpath -buildvcs=false -ldflags "-s -w $flags" -o "$folder/" "$@" 2>&1) && return
  printf '%s\n' "$said"
  case $said in
    *'no space left'*) fail "the disk is full. Next: make room in $(go env GOCACHE) and $folder, and start again: what's compiled is kept" ;;
    *) fail "go build failed. Next: see $log" ;;
  esac
}

# Prints the version of a module in a go.mod, without the v.
go_module_version() { # MODULE PATH
  awk -v path="$2" '$1 == path || $1 == "require" && $2 == path {v = $1 == path ? $2 : $3; sub(/^v/, "", v); print v; exit}' "$1/go.mod"
}
