package addons

import (
	"crypto/tls"
	"sort"
	"strconv"
	"strings"

	corev1 "k8s.io/api/core/v1"
	networking "k8s.io/api/networking/v1"
	core "k8s.io/client-go/listers/core/v1"
	"k8s.io/klog/v2"
)

// routes says where a request goes: made anew from all Ingresses whenever one of them changes.
type routes struct {
	rules        []route
	certificates map[string]*tls.Certificate // by host
}

type route struct {
	host      string // empty: any; *.example.org: one word more
	path      string
	exact     bool
	namespace string
	backend   *networking.IngressServiceBackend
	last      bool // a default backend, after everything else
}

// fill reads the rules, the most particular first, as the Ingress API orders them: a host before a wildcard before none,
// an exact path before a prefix, a longer prefix before a shorter one; between equals the elder Ingress.
func (r *routes) fill(ingresses []*networking.Ingress, secrets core.SecretLister) {
	sort.SliceStable(ingresses, func(i, j int) bool {
		return ingresses[i].CreationTimestamp.Before(&ingresses[j].CreationTimestamp)
	})
	r.certificates = map[string]*tls.Certificate{}
	for _, object := range ingresses {
		if backend := object.Spec.DefaultBackend; backend != nil && backend.Service != nil {
			r.rules = append(r.rules, route{path: "/", namespace: object.Namespace, backend: backend.Service, last: true})
		}
		for _, rule := range object.Spec.Rules {
			if rule.HTTP == nil {
				continue
			}
			for _, p := range rule.HTTP.Paths {
				if p.Backend.Service != nil {
					exact := p.PathType != nil && *p.PathType == networking.PathTypeExact
					r.rules = append(r.rules, route{rule.Host, p.Path, exact, object.Namespace, p.Backend.Service, false})
				}
			}
		}
		r.secure(object, secrets)
	}
	sort.SliceStable(r.rules, func(i, j int) bool {
		first, second := r.rules[i].rank(), r.rules[j].rank()
		for k := range first {
			if first[k] != second[k] {
				return first[k] > second[k]
			}
		}
		return false
	})
}

// secure reads the certificates that an Ingress names. One that cannot be read leaves the fallback in place.
func (r *routes) secure(object *networking.Ingress, secrets core.SecretLister) {
	for _, entry := range object.Spec.TLS {
		secret, err := secrets.Secrets(object.Namespace).Get(entry.SecretName)
		if err != nil {
			continue
		}
		pair, err := tls.X509KeyPair(secret.Data[corev1.TLSCertKey], secret.Data[corev1.TLSPrivateKeyKey])
		if err != nil {
			klog.Warningf("ingress %s/%s: secret %s: %v", object.Namespace, object.Name, entry.SecretName, err)
			continue
		}
		hosts := entry.Hosts
		if len(hosts) == 0 {
			for _, rule := range object.Spec.Rules {
				hosts = append(hosts, rule.Host)
			}
		}
		for _, host := range hosts {
			if r.certificates[host] == nil {
				r.certificates[host] = &pair
			}
		}
	}
}

func (t route) rank() [4]int {
	var rank [4]int
	switch {
	case t.last:
		rank[0] = -1
	case strings.HasPrefix(t.host, "*."):
		rank[0] = 1
	case t.host != "":
		rank[0] = 2
	}
	if t.exact {
		rank[2] = 1
	}
	rank[1] = len(strings.TrimRight(t.path, "/"))
	return rank
}

// find gives the backend for a host and a path, and its namespace.
func (r *routes) find(host, path string) (string, *networking.IngressServiceBackend) {
	for _, t := range r.rules {
		if hostMatches(t.host, host) && t.pathMatches(path) {
			return t.namespace, t.backend
		}
	}
	return "", nil
}

func (r *routes) certificate(host string) *tls.Certificate {
	if found := r.certificates[host]; found != nil {
		return found
	}
	if dot := strings.Index(host, "."); dot > 0 && r.certificates["*"+host[dot:]] != nil {
		return r.certificates["*"+host[dot:]]
	}
	return r.certificates[""]
}

func hostMatches(pattern, host string) bool {
	if pattern == "" {
		return true
	}
	if strings.HasPrefix(pattern, "*.") {
		dot := strings.Index(host, ".")
		return dot > 0 && strings.EqualFold(host[dot:], pattern[1:])
	}
	return strings.EqualFold(pattern, host)
}

// pathMatches compares word by word: /shop is a prefix of /shop and /shop/cart, and not of /shopping.
func (t route) pathMatches(path string) bool {
	if t.exact {
		return path == t.path
	}
	prefix := strings.TrimRight(t.path, "/")
	return strings.HasPrefix(path, prefix) && (len(path) == len(prefix) || path[len(prefix)] == '/')
}

func number(port int32) string { return strconv.Itoa(int(port)) }
