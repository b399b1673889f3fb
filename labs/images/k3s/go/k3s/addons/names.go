package addons

import (
	"net"
	"strings"

	"github.com/miekg/dns"
	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/labels"
	listers "k8s.io/client-go/listers/core/v1"
	"k8s.io/klog/v2"
)

const (
	dnsAddress = "10.43.0.10"
	zone       = "cluster.local."
	ttl        = 5
)

// names answers for cluster.local from the Services and Endpoints as they are at that moment. There is no upstream: a lab
// reaches no other network, and a quick "no such name" is better than a slow one.
type names struct {
	services  listers.ServiceLister
	endpoints listers.EndpointsLister
}

func startNames(c *cluster) error {
	n := &names{c.watches.Core().V1().Services().Lister(), c.watches.Core().V1().Endpoints().Lister()}
	for _, network := range []string{"udp", "tcp"} {
		server := &dns.Server{Addr: net.JoinHostPort(c.NodeIP, "53"), Net: network, Handler: n}
		insist("names", server.ListenAndServe)
	}
	client := c.as("names")
	insist("names", func() error {
		return onNode(client, "kube-dns", dnsAddress, c.NodeIP,
			map[string]string{"k8s-app": "kube-dns", "kubernetes.io/name": "CoreDNS"},
			port{"dns", 53, 53, corev1.ProtocolUDP}, port{"dns-tcp", 53, 53, corev1.ProtocolTCP})
	})
	return nil
}

// ServeDNS answers one question.
func (n *names) ServeDNS(w dns.ResponseWriter, question *dns.Msg) {
	answer := new(dns.Msg).SetReply(question)
	answer.Authoritative, answer.RecursionAvailable = true, true
	known := false
	if len(question.Question) == 1 {
		known = n.answer(answer, question.Question[0])
	}
	if !known {
		answer.Rcode = dns.RcodeNameError
	}
	if len(answer.Answer) == 0 {
		answer.Ns = []dns.RR{&dns.SOA{Hdr: header(zone, dns.TypeSOA), Ns: "ns.dns." + zone, Mbox: "hostmaster." + zone,
			Serial: 1, Refresh: 7200, Retry: 1800, Expire: 86400, Minttl: ttl}}
	}
	if w.RemoteAddr().Network() == "udp" && answer.Len() > limit(question) {
		// the asker comes back by tcp
		answer.Truncated, answer.Answer, answer.Extra = true, nil, nil
	}
	if err := w.WriteMsg(answer); err != nil {
		klog.V(2).Infof("names: %v", err)
	}
}

// limit is how much the asker takes in one packet.
func limit(question *dns.Msg) int {
	if option := question.IsEdns0(); option != nil {
		return int(option.UDPSize())
	}
	return dns.MinMsgSize
}

// answer adds what a name has of the kind asked for, and says whether there is such a name at all.
func (n *names) answer(m *dns.Msg, q dns.Question) bool {
	name := strings.ToLower(q.Name)
	if strings.HasSuffix(name, ".in-addr.arpa.") {
		for _, target := range n.reverse(name) {
			m.Answer = append(m.Answer, &dns.PTR{Hdr: header(q.Name, dns.TypePTR), Ptr: target})
		}
		return len(m.Answer) > 0
	}
	if !dns.IsSubDomain(zone, name) {
		return false
	}
	labels := dns.SplitDomainName(strings.TrimSuffix(name, zone))
	found, known := n.find(labels)
	if !known {
		// svc.cluster.local and a namespace below it are names too, without records
		return len(labels) == 0 || len(labels) <= 2 && (labels[len(labels)-1] == "svc" || labels[len(labels)-1] == "pod")
	}
	if found.alias != "" {
		m.Answer = append(m.Answer, &dns.CNAME{Hdr: header(q.Name, dns.TypeCNAME), Target: dns.Fqdn(found.alias)})
		if dns.IsSubDomain(zone, dns.Fqdn(found.alias)) && dns.Fqdn(found.alias) != name {
			n.answer(m, dns.Question{Name: dns.Fqdn(found.alias), Qtype: q.Qtype})
		}
		return true
	}
	switch q.Qtype {
	case dns.TypeA, dns.TypeANY:
		for _, ip := range found.addresses {
			m.Answer = append(m.Answer, &dns.A{Hdr: header(q.Name, dns.TypeA), A: ip})
		}
	case dns.TypeSRV:
		for _, target := range found.ports {
			m.Answer = append(m.Answer, &dns.SRV{Hdr: header(q.Name, dns.TypeSRV), Weight: 100, Port: target.port, Target: target.name})
			m.Extra = append(m.Extra, &dns.A{Hdr: header(target.name, dns.TypeA), A: target.ip})
		}
	}
	return true
}

// reverse lists the names that an address has.
func (n *names) reverse(name string) []string {
	parts := strings.Split(strings.TrimSuffix(name, ".in-addr.arpa."), ".")
	if len(parts) != 4 {
		return nil
	}
	ip := parts[3] + "." + parts[2] + "." + parts[1] + "." + parts[0]
	var targets []string
	services, _ := n.services.List(labels.Everything())
	for _, service := range services {
		full := serviceName(service)
		if service.Spec.ClusterIP == ip {
			return []string{full}
		}
		if service.Spec.ClusterIP == corev1.ClusterIPNone {
			for _, member := range n.members(service) {
				if member.ip.String() == ip {
					targets = append(targets, member.name+"."+full)
				}
			}
		}
	}
	return targets
}

func header(name string, kind uint16) dns.RR_Header {
	return dns.RR_Header{Name: name, Rrtype: kind, Class: dns.ClassINET, Ttl: ttl}
}

func serviceName(service *corev1.Service) string {
	return service.Name + "." + service.Namespace + ".svc." + zone
}
