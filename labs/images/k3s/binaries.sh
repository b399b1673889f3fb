# shellcheck shell=bash
# The programs of the k3s image, each cached under a key of its own: Kubernetes takes minutes, what we add takes seconds.

# Builds the Kubernetes components as one binary, kubectl, and the pause program. Says their folder.
kubernetes_binaries() {
  local out
  out=$cache/kubernetes-$(key_of "$images/k3s/tree.sh" "$images/k3s/binaries.sh" "$images/k3s/go/kube")
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
}

# Builds the program that adds names, addresses, an ingress, figures and volumes to the cluster. Says its path.
addons_binary() {
  addons=$cache/addons-$(key_of "$images/k3s/tree.sh" "$images/k3s/go/addons")
  [ -x "$addons" ] && return
  kubernetes_tree
  note "compiling the cluster's additions"
  place addons
  ( cd "$kubernetes" && nice "$GOROOT/bin/go" build -trimpath -ldflags "-s -w" -o "$addons.new" ./cmd/deckhand-addons )
  mv "$addons.new" "$addons"
}

# Puts one of our programs into the Kubernetes tree: there, and only there, it sees the vendored packages.
place() { # folder under go/
  local to=$kubernetes/cmd/deckhand-$1
  rm -rf "$to"; cp -r "$images/k3s/go/$1" "$to"
}
