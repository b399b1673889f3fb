# shellcheck shell=bash
# The programs of a cluster, compiled from the Go module in this folder, each version cached under its own key.

# Sets $programs to their folder, and sees to a Go if they have to be compiled.
cluster_folder() {
  local key module=$images/k3s
  key=$(key_of "$module/go.mod" "$module/go.sum" "$module/cmd" "$module/internal" "$module/programs.sh")
  programs=$cache/cluster-$key
  [ -d "$programs" ] || go_ready "$module"
}

# Builds them all.
cluster_programs() {
  local module=$images/k3s
  [ -d "$programs" ] && return
  go_modules "$module" ./cmd/...
  go_modules "$module" github.com/rancher/local-path-provisioner
  note "compiling Kubernetes $(kubernetes_version): about ten minutes on two cores, once"
  rm -rf "$programs.new"; mkdir -p "$programs.new"
  go_programs "$module" "$programs.new" "$(version_flags)" ./cmd/...
  # apart from the others, whose packages have the same names in other letters
  go_programs "$module" "$programs.new" "$(version_flags)" github.com/rancher/local-path-provisioner
  pause_program
  mv "$programs.new" "$programs"
  only_newest cluster "$programs"
}

kubernetes_version() { go_module_version "$images/k3s" k8s.io/kubernetes; }

# What a release sets when it's linked: without it clients refuse the server's version, or show none.
version_flags() {
  local version package minor
  version=$(kubernetes_version)
  minor=${version#*.}
  for package in k8s.io/component-base/version k8s.io/client-go/pkg/version; do
    printf -- '-X %s.gitVersion=v%s -X %s.gitMajor=%s -X %s.gitMinor=%s -X %s.gitTreeState=clean ' \
      $package "$version" $package "${version%%.*}" $package "${minor%%.*}" $package
  done
  printf -- '-X github.com/containerd/containerd/v2/version.Version=%s ' "$(go_module_version "$images/k3s" github.com/containerd/containerd/v2)"
  printf -- '-X helm.sh/helm/v4/internal/version.version=v%s ' "$(go_module_version "$images/k3s" helm.sh/helm/v4)"
  printf -- '-X main.VERSION=v%s' "$(go_module_version "$images/k3s" github.com/rancher/local-path-provisioner)"
}

# The program that holds a Pod's namespaces: upstream's own, in C, from the same module.
pause_program() {
  local source
  source=$(cd "$images/k3s" && go list -m -f '{{.Dir}}' k8s.io/kubernetes)/build/pause/linux/pause.c
  gcc -Os -static -DVERSION="$(kubernetes_version)" -o "$programs.new/pause" "$source"
  strip "$programs.new/pause"
}
