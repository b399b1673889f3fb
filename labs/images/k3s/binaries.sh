# shellcheck shell=bash
# The programs of the k3s image, each cached under a key of its own: Kubernetes takes minutes, what we add takes seconds.

# Builds the Kubernetes components as one binary, kubectl, and the pause program. Says their folder.
kubernetes_binaries() {
  local out
  out=$cache/kubernetes-$(key_of "$images/k3s/tree.sh" "$images/k3s/patches" "$images/k3s/binaries.sh" "$images/k3s/go/kube")
  binaries=$out
  [ -d "$out" ] && return
  kubernetes_tree
  note "compiling Kubernetes: about four minutes on two cores, once"
  rm -rf "$out.new"; mkdir -p "$out.new"
  place kube
  (
    cd "$kubernetes"
    local flags="-s -w" package
    for package in component-base/version client-go/pkg/version; do
      package=k8s.io/kubernetes/vendor/k8s.io/$package
      flags="$flags -X $package.gitVersion=v1.20.2 -X $package.gitMajor=1 -X $package.gitMinor=20 -X $package.gitTreeState=clean"
    done
    nice "$GOROOT/bin/go" build -trimpath -ldflags "$flags" -o "$out.new/kube" ./cmd/deckhand-kube
    nice "$GOROOT/bin/go" build -trimpath -ldflags "$flags" -o "$out.new/kubectl" ./cmd/kubectl
    gcc -Os -static -o "$out.new/pause" build/pause/linux/pause.c
    strip "$out.new/pause"
  )
  mv "$out.new" "$out"
  only_newest kubernetes "$out"
}

# Builds our stand-in for the k3s program. Says its path.
k3s_binary() {
  k3s=$cache/k3s-binary-$(key_of "$images/k3s/tree.sh" "$images/k3s/go/k3s")
  [ -x "$k3s" ] && return
  kubernetes_tree
  note "compiling the k3s stand-in"
  place k3s
  ( cd "$kubernetes" && nice "$GOROOT/bin/go" build -trimpath -ldflags "-s -w" -o "$k3s.new" ./cmd/deckhand-k3s )
  mv "$k3s.new" "$k3s"
  only_newest k3s-binary "$k3s"
}

# Puts one of our programs into the Kubernetes tree: there, and only there, it sees the vendored packages.
place() { # folder under go/
  local to=$kubernetes/cmd/deckhand-$1
  rm -rf "$to"; cp -r "$images/k3s/go/$1" "$to"
}

# Runs the tests of our programs, where the Kubernetes tree is.
k3s_tests() {
  kubernetes_tree
  place k3s
  ( cd "$kubernetes" && "$GOROOT/bin/go" vet ./cmd/deckhand-k3s/... && "$GOROOT/bin/go" test ./cmd/deckhand-k3s/... )
}
