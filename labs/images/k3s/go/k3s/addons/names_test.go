package addons

import (
	"testing"

	"github.com/miekg/dns"
	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	core "k8s.io/client-go/listers/core/v1"
	"k8s.io/client-go/tools/cache"
)

func harbour() *names {
	meta := func(name string) metav1.ObjectMeta { return metav1.ObjectMeta{Name: name, Namespace: "default"} }
	objects := map[bool][]runtime.Object{
		true: {
			&corev1.Service{ObjectMeta: meta("web"), Spec: corev1.ServiceSpec{ClusterIP: "10.43.0.7",
				Ports: []corev1.ServicePort{{Name: "http", Port: 80, Protocol: corev1.ProtocolTCP}}}},
			&corev1.Service{ObjectMeta: meta("db"), Spec: corev1.ServiceSpec{ClusterIP: corev1.ClusterIPNone}},
			&corev1.Service{ObjectMeta: meta("empty"), Spec: corev1.ServiceSpec{ClusterIP: corev1.ClusterIPNone}},
			&corev1.Service{ObjectMeta: meta("away"), Spec: corev1.ServiceSpec{Type: corev1.ServiceTypeExternalName,
				ExternalName: "web.default.svc.cluster.local"}},
		},
		false: {&corev1.Endpoints{ObjectMeta: meta("db"), Subsets: []corev1.EndpointSubset{{
			Addresses: []corev1.EndpointAddress{{IP: "10.42.0.5", Hostname: "db-0"}, {IP: "10.42.0.6"}},
			Ports:     []corev1.EndpointPort{{Name: "sql", Port: 5432, Protocol: corev1.ProtocolTCP}}}}}},
	}
	index := func(of []runtime.Object) cache.Indexer {
		found := cache.NewIndexer(cache.MetaNamespaceKeyFunc, cache.Indexers{cache.NamespaceIndex: cache.MetaNamespaceIndexFunc})
		for _, object := range of {
			_ = found.Add(object)
		}
		return found
	}
	return &names{core.NewServiceLister(index(objects[true])), core.NewEndpointsLister(index(objects[false]))}
}

func TestNamesAreThoseOfTheSpecification(t *testing.T) {
	n := harbour()
	for _, c := range []struct {
		name    string
		kind    uint16
		known   bool
		records int
	}{
		{"web.default.svc.cluster.local.", dns.TypeA, true, 1},
		{"WEB.default.svc.cluster.local.", dns.TypeA, true, 1},
		{"web.default.svc.cluster.local.", dns.TypeAAAA, true, 0},
		{"_http._tcp.web.default.svc.cluster.local.", dns.TypeSRV, true, 1},
		{"_http._udp.web.default.svc.cluster.local.", dns.TypeSRV, false, 0},
		{"db.default.svc.cluster.local.", dns.TypeA, true, 2},
		{"db-0.db.default.svc.cluster.local.", dns.TypeA, true, 1},
		{"10-42-0-6.db.default.svc.cluster.local.", dns.TypeA, true, 1},
		{"_sql._tcp.db.default.svc.cluster.local.", dns.TypeSRV, true, 2},
		{"empty.default.svc.cluster.local.", dns.TypeA, false, 0},
		{"away.default.svc.cluster.local.", dns.TypeA, true, 2},
		{"10-42-0-9.default.pod.cluster.local.", dns.TypeA, true, 1},
		{"svc.cluster.local.", dns.TypeA, true, 0},
		{"nobody.default.svc.cluster.local.", dns.TypeA, false, 0},
		{"web.other.svc.cluster.local.", dns.TypeA, false, 0},
		{"example.org.", dns.TypeA, false, 0},
		{"7.0.43.10.in-addr.arpa.", dns.TypePTR, true, 1},
		{"5.0.42.10.in-addr.arpa.", dns.TypePTR, true, 1},
		{"1.1.1.1.in-addr.arpa.", dns.TypePTR, false, 0},
	} {
		m := new(dns.Msg)
		known := n.answer(m, dns.Question{Name: c.name, Qtype: c.kind})
		if known != c.known || len(m.Answer) != c.records {
			t.Errorf("%s: known %v, %v", c.name, known, m.Answer)
		}
	}
}
