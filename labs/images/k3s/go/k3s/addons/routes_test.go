package addons

import (
	"testing"

	networking "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

func rule(host string, paths ...networking.HTTPIngressPath) networking.IngressRule {
	return networking.IngressRule{Host: host, IngressRuleValue: networking.IngressRuleValue{
		HTTP: &networking.HTTPIngressRuleValue{Paths: paths}}}
}

func path(kind networking.PathType, path, service string) networking.HTTPIngressPath {
	return networking.HTTPIngressPath{Path: path, PathType: &kind, Backend: *backend(service)}
}

func backend(service string) *networking.IngressBackend {
	return &networking.IngressBackend{Service: &networking.IngressServiceBackend{Name: service}}
}

func TestTheMostParticularRuleServes(t *testing.T) {
	prefix, exact := networking.PathTypePrefix, networking.PathTypeExact
	object := &networking.Ingress{ObjectMeta: metav1.ObjectMeta{Namespace: "default"}, Spec: networking.IngressSpec{
		DefaultBackend: backend("rest"),
		Rules: []networking.IngressRule{
			rule("", path(prefix, "/any", "anyhost")),
			rule("*.example", path(prefix, "/", "wild")),
			rule("shop.example", path(prefix, "/", "shop"), path(prefix, "/cart/", "cart"), path(exact, "/cart", "only")),
		}}}
	table := &routes{}
	table.fill([]*networking.Ingress{object}, nil)
	for _, c := range []struct{ host, path, want string }{
		{"shop.example", "/", "shop"},
		{"SHOP.example", "/x", "shop"},
		{"shop.example", "/cart", "only"},
		{"shop.example", "/cart/1", "cart"},
		{"shop.example", "/cartoon", "shop"},
		{"blog.example", "/", "wild"},
		{"a.blog.example", "/", "rest"},
		{"else", "/any/thing", "anyhost"},
		{"else", "/", "rest"},
	} {
		_, found := table.find(c.host, c.path)
		if found == nil || found.Name != c.want {
			t.Errorf("%s%s goes to %v, want %s", c.host, c.path, found, c.want)
		}
	}
}
