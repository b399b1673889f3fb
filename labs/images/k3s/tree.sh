# shellcheck shell=bash
# The source of Kubernetes and the Go that builds it, both from Debian 12. Debian's source package carries its vendor tree
# whole, so nothing else is fetched.

# Unpacks them under $tree, and points Go there.
kubernetes_tree() {
  tree=$cache/kubernetes-tree-$(key_of "$images/k3s/tree.sh" "$images/k3s/patches")
  export GOROOT=$tree/go/usr/lib/go-1.19 GOPATH=$tree/path GOCACHE=$tree/gocache GO111MODULE=off CGO_ENABLED=0 GOFLAGS=''
  # compiling wants room that a small /tmp does not have
  export GOTMPDIR=$tree/tmp
  kubernetes=$GOPATH/src/k8s.io/kubernetes
  [ -e "$tree/complete" ] && return
  rm -rf "$tree"; mkdir -p "$tree/debs" "$tree/go" "$tree/tmp" "$GOPATH/src/k8s.io"
  note "fetching the source of Kubernetes and Go"
  debian_lists
  (
    cd "$tree/debs"
    debian_apt source --download-only kubernetes
    debian_apt download golang-1.19-go golang-1.19-src golang-github-modern-go-reflect2-dev
  )
  go_root
  tar xzf "$tree"/debs/kubernetes_*.orig.tar.gz -C "$GOPATH/src/k8s.io"
  mv "$GOPATH"/src/k8s.io/kubernetes-* "$kubernetes"
  # the vendored reflect2 does not run under Go 1.18 or later: Debian's own does
  rm -rf "$kubernetes/vendor/github.com/modern-go/reflect2"
  cp -r "$tree/go/usr/share/gocode/src/github.com/modern-go/reflect2" "$kubernetes/vendor/github.com/modern-go/"
  rm -rf "$tree/debs"
  kubernetes_patches
  openapi_definitions
  touch "$tree/complete"
}

# Debian splits Go between /usr/lib and /usr/share, with absolute links: mended to work from a folder.
go_root() {
  local deb part
  for deb in "$tree"/debs/*.deb; do dpkg -x "$deb" "$tree/go"; done
  for part in src test api misc pkg/include; do
    rm -rf "${GOROOT:?}/$part"
    ln -sfn "$tree/go/usr/share/go-1.19/$part" "$GOROOT/$part"
  done
  PATH=$GOROOT/bin:$PATH
}

# Takes out of upstream's source what a start waits for in vain: each patch says why.
kubernetes_patches() {
  local change
  for change in "$images"/k3s/patches/*.patch; do
    patch --batch --forward -d "$kubernetes" -p1 < "$change"
  done
}

# Generates what the source package leaves out: the API's own description.
openapi_definitions() {
  note "generating the description of the API"
  (
    cd "$kubernetes"
    local folders packages
    folders=$(grep -rl '+k8s:openapi-gen=' --include=*.go vendor/k8s.io/ staging/src/k8s.io pkg cmd 2>/dev/null |
      xargs -n1 dirname | sed 's#^staging/src/#vendor/#' | sort -u |
      grep -v -E 'code-generator|sample-apiserver|kube-openapi/|gengo')
    packages=$(for folder in $folders; do printf 'k8s.io/kubernetes/%s,' "$folder"; done)
    "$GOROOT/bin/go" build -o "$tree/openapi-gen" ./vendor/k8s.io/kube-openapi/cmd/openapi-gen
    "$tree/openapi-gen" -O zz_generated.openapi -p k8s.io/kubernetes/pkg/generated/openapi \
      -h hack/boilerplate/boilerplate.generatego.txt -i "${packages%,}" -r "$tree/violations.txt"
  )
}

# Gives the 3 GB back: what was compiled is in the cache. Who works on these programs keeps the tree, and Go's own cache in it.
drop_tree() {
  [ -n "${DECKHAND_KEEP_TREE:-}" ] || rm -rf "$cache"/kubernetes-tree-*
}
