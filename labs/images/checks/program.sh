# shellcheck shell=bash
# The versions that documents name, and the tests of our own Go packages where there's a Go.

check_program() {
  # shellcheck source=lib/go.sh
  . "$images/lib/go.sh"
  prove "the README and the manifests name the versions that are compiled" versions_named
  if ! command -v go >/dev/null; then
    echo "skipped there is no go command here"
    return
  fi
  prove "the cluster's own packages pass their tests" program_tests
}

# With the flags of the build, so that Kubernetes isn't compiled twice.
program_tests() ( cd "$images/k3s" && CGO_ENABLED=0 go test -trimpath -buildvcs=false ./... )

# Prints the version of a module of the cluster, as a pattern.
compiled() { # MODULE
  local version
  version=$(go_module_version "$images/k3s" "$1")
  [ -n "$version" ] || version=$(go_module_version "$images/k3s/traefik" "$1")
  echo "${version//./\\.}"
}

# Versions are decided in go.mod; these files repeat them.
versions_named() {
  local module component version wrong=0 manifests=$images/k3s/internal/addons/manifests
  grep -q "| Go $(sed -n 's/^go //p' "$images/k3s/go.mod") or newer" "$images/README.md" || { echo "README.md names another Go than k3s/go.mod"; wrong=1; }
  while read -r module component; do
    version=$(compiled "$module")
    grep -qE "^\| .*$component.* \| $version \| " "$images/README.md" || { echo "README.md: $component isn't $version"; wrong=1; }
  done <<'M'
k8s.io/kubernetes Kubernetes
github.com/coredns/coredns CoreDNS
sigs.k8s.io/metrics-server metrics-server
helm.sh/helm/v4 Helm
github.com/cloudnativelabs/kube-router/v2 kube-router
github.com/containerd/containerd/v2 containerd,
go.etcd.io/etcd/server/v3 etcd
github.com/rancher/local-path-provisioner local-path-provisioner
github.com/traefik/traefik/v3 Traefik
M
  while read -r module component; do
    version=$(compiled "$module")
    grep -qE "image: \"?rancher/$component:v?$version\"?\$" "$manifests"/*.yaml || { echo "manifests: $component isn't $version"; wrong=1; }
  done <<'M'
github.com/coredns/coredns mirrored-coredns-coredns
sigs.k8s.io/metrics-server mirrored-metrics-server
github.com/rancher/local-path-provisioner local-path-provisioner
github.com/traefik/traefik/v3 mirrored-library-traefik
M
  return $wrong
}
