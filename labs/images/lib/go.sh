# shellcheck shell=bash
# Compiles programs from Go modules, through the module proxy that Go is set to.

# The Go of Debian's newer suite, for machines that have none that's new enough.
go_folder=go-1.26

# How everything is compiled. Another set of flags compiles all of Kubernetes anew. What debuggers need isn't linked in the end
# (-s -w), so the compiler needn't make it: that takes a seventh of its time and a quarter of the cache (docs/benchmarks.md).
go_flags=(-trimpath -buildvcs=false -gcflags=all=-dwarf=false)

# Lets the compiler collect garbage less often, where there's a GB for each processor: a compiler then takes up to 650 MB instead
# of 480, and a fifth less time for large packages.
go_spends_memory() {
  local free
  free=$(awk '/^MemAvailable:/ {print int($2 / 1024)}' /proc/meminfo 2>/dev/null) || free=0
  [ "${free:-0}" -lt $((1024 * $(nproc))) ] || export GOGC=${GOGC:-400}
}

# Sees to a Go that can compile a module: this machine's if it's new enough, otherwise Debian's. Go itself judges that, by
# the module's go.mod; one that may fetch a newer toolchain does so.
go_ready() { # MODULE
  local wanted said='no go command'
  wanted=$(sed -n 's/^go //p' "$1/go.mod")
  if command -v go >/dev/null; then
    said=$(cd "$1" && timeout 300 go list -m 2>&1) && return
    said=$(tail -n 1 <<<"$said")
  fi
  note "compiling takes Go $wanted or newer, and this machine has none ($said): taking Debian's"
  debian_go
  said=$(cd "$1" && go list -m 2>&1) ||
    fail "compiling takes Go $wanted or newer. This machine has none, and Debian's says: $(tail -n 1 <<<"$said"). Next: install Go from https://go.dev/dl, or bring the images with \"deckhand images import\""
}

# Unpacks Debian's Go into the cache, and puts it first on the PATH with caches of its own: who has no Go wants none of them.
debian_go() {
  local folder=$cache/go part deb
  export GOROOT=$folder/usr/lib/$go_folder GOTOOLCHAIN=local GOFLAGS='' GOCACHE=$folder/build GOMODCACHE=$folder/modules
  PATH=$GOROOT/bin:$PATH
  [ -x "$GOROOT/bin/go" ] && return
  rm -rf "$folder.new"; mkdir -p "$folder.new/debs"
  debian_lists
  ( cd "$folder.new/debs" && debian_apt download "${go_folder/go-/golang-}-go/$newer_suite" "${go_folder/go-/golang-}-src/$newer_suite" ) ||
    fail "Debian has no $go_folder at $mirror. Next: install Go from https://go.dev/dl, or bring the images with \"deckhand images import\""
  for deb in "$folder.new"/debs/*.deb; do dpkg -x "$deb" "$folder.new"; done
  # Debian splits Go between two folders, with links that are right on its own machines only
  for part in src test api misc pkg/include; do
    rm -rf "${folder:?}.new/usr/lib/$go_folder/$part"
    ln -sfn "$folder/usr/share/$go_folder/$part" "$folder.new/usr/lib/$go_folder/$part"
  done
  rm -rf "$folder" "$folder.new/debs"
  mv "$folder.new" "$folder"
}

# Gives back the 7 GB of Debian's Go and its caches, once all is compiled.
go_done() {
  [ -d "$cache/go" ] || return 0
  chmod -R u+w "$cache/go"
  rm -rf "$cache/go"
}

# Fetches what packages of a module depend on, so that a proxy that refuses or hangs is named before anything is compiled.
go_modules() { # MODULE PACKAGE...
  local module=$1 said
  shift
  note "fetching Go modules from $(go env GOPROXY)"
  said=$(cd "$module" && CGO_ENABLED=0 timeout "${DECKHAND_GO_PATIENCE:-1200}" go list -deps -f '' "$@" 2>&1) && return
  printf '%s\n' "$said"
  [ -n "$said" ] || said='no answer in time'
  fail "the Go modules can't be fetched from $(go env GOPROXY): $(tail -n 1 <<<"$said"). Next: set GOPROXY to a proxy in reach (go env -w GOPROXY=...), or bring the images with \"deckhand images import\""
}

# Compiles packages of a module into a folder; a program is named as its package. What share code share its compilation.
go_programs() { # MODULE FOLDER LDFLAGS PACKAGE...
  local module=$1 folder=$2 flags=$3 said
  shift 3
  said=$(go_spends_memory; cd "$module" && CGO_ENABLED=0 nice go build "${go_flags[@]}" -ldflags "-s -w $flags" -o "$folder/" "$@" 2>&1) && return
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

# Says whether this machine's Go is new enough for the cluster, without fetching anything.
go_suffices() {
  command -v go >/dev/null && ( cd "$images/k3s" && timeout 30 go list -m ) >/dev/null 2>&1
}
