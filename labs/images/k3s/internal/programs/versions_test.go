package programs

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Versions are decided in go.mod and in that of Traefik; the README and the manifests repeat them.
var named = []struct{ module, row, image string }{
	{"k8s.io/kubernetes", "Kubernetes", ""},
	{"github.com/coredns/coredns", "CoreDNS", "mirrored-coredns-coredns"},
	{"sigs.k8s.io/metrics-server", "metrics-server", "mirrored-metrics-server"},
	{"helm.sh/helm/v4", "Helm", ""},
	{"github.com/cloudnativelabs/kube-router/v2", "kube-router", ""},
	{"github.com/containerd/containerd/v2", "containerd,", ""},
	{"go.etcd.io/etcd/server/v3", "etcd", ""},
	{"github.com/rancher/local-path-provisioner", "local-path-provisioner", "local-path-provisioner"},
	{"github.com/traefik/traefik/v3", "Traefik", "mirrored-library-traefik"},
}

func TestTheReadmeAndTheManifestsNameTheVersionsThatAreCompiled(t *testing.T) {
	modules := read(t, "../../go.mod") + read(t, "../../../traefik/module/go.mod")
	readme := read(t, "../../../README.md")
	paths, err := filepath.Glob("../addons/manifests/*.yaml")
	if err != nil || len(paths) == 0 {
		t.Fatal("no manifests", err)
	}
	var manifests strings.Builder
	for _, path := range paths {
		manifests.WriteString(read(t, path))
	}
	expect := func(where, text, pattern string) {
		if !regexp.MustCompile("(?m)" + pattern).MatchString(text) {
			t.Errorf("%s has nothing like %s", where, pattern)
		}
	}
	expect("the README", readme, `\| Go `+regexp.QuoteMeta(first(t, modules, `(?m)^go (.*)$`))+` or newer`)
	for _, one := range named {
		version := regexp.QuoteMeta(first(t, modules, `(?m)^(?:require )?\s*`+regexp.QuoteMeta(one.module)+` v(\S+)`))
		expect("the README", readme, `^\| .*`+one.row+`.* \| `+version+` \| `)
		if one.image != "" {
			expect("a manifest", manifests.String(), `image: "?rancher/`+one.image+`:v?`+version+`"?$`)
		}
	}
}

func read(t *testing.T, path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func first(t *testing.T, text, pattern string) string {
	found := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if found == nil {
		t.Fatalf("nothing like %s", pattern)
	}
	return found[1]
}
