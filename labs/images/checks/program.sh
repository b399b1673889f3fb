# shellcheck shell=bash
# The tests of our own Go packages, where there's a Go. One of them compares the versions that documents name.

check_program() {
  if ! command -v go >/dev/null; then
    echo "skipped there is no go command here"
    return
  fi
  prove "the cluster's own packages pass their tests" program_tests
}

# With the flags of the build, so that Kubernetes isn't compiled twice.
program_tests() (
  # shellcheck source=labs/images/lib/go.sh
  . "$images/lib/go.sh"
  cd "$images/k3s" && CGO_ENABLED=0 go test "${go_flags[@]}" ./...
)
