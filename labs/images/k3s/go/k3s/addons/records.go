package addons

import (
	"net"
	"strings"

	corev1 "k8s.io/api/core/v1"
)

// entry is what a name stands for.
type entry struct {
	alias     string
	addresses []net.IP
	ports     []target
}

type target struct {
	name string
	port uint16
	ip   net.IP
}

// member is one address behind a headless Service, with the name that it has there.
type member struct {
	name  string
	ip    net.IP
	ports []corev1.EndpointPort
}

// find looks a name below cluster.local up: its words, first word first. The names are those of the Kubernetes DNS
// specification 1.1.0.
func (n *names) find(words []string) (entry, bool) {
	if len(words) < 3 {
		return entry{}, false
	}
	kind, namespace, words := words[len(words)-1], words[len(words)-2], words[:len(words)-2]
	switch {
	case kind == "pod" && len(words) == 1:
		// 10-42-0-7.default.pod.cluster.local: the name says it all
		ip := net.ParseIP(strings.ReplaceAll(words[0], "-", "."))
		return entry{addresses: []net.IP{ip}}, ip != nil
	case kind == "svc":
		service, err := n.services.Services(namespace).Get(words[len(words)-1])
		if err != nil {
			return entry{}, false
		}
		return n.within(service, words[:len(words)-1])
	}
	return entry{}, false
}

// within finds the Service itself (no word), one of its members (one), or one of its ports (two: _http._tcp).
func (n *names) within(service *corev1.Service, words []string) (entry, bool) {
	if service.Spec.Type == corev1.ServiceTypeExternalName {
		return entry{alias: service.Spec.ExternalName}, len(words) == 0
	}
	headless := service.Spec.ClusterIP == corev1.ClusterIPNone
	switch {
	case len(words) == 0 && !headless:
		return entry{addresses: []net.IP{net.ParseIP(service.Spec.ClusterIP)}, ports: n.ports(service, "", "")}, true
	case len(words) == 0:
		var found entry
		for _, m := range n.members(service) {
			found.addresses = append(found.addresses, m.ip)
		}
		found.ports = n.ports(service, "", "")
		return found, len(found.addresses) > 0
	case len(words) == 1 && headless:
		for _, m := range n.members(service) {
			if m.name == words[0] {
				return entry{addresses: []net.IP{m.ip}}, true
			}
		}
	case len(words) == 2 && strings.HasPrefix(words[0], "_") && strings.HasPrefix(words[1], "_"):
		found := n.ports(service, words[0][1:], words[1][1:])
		return entry{ports: found}, len(found) > 0
	}
	return entry{}, false
}

// ports lists where a Service's ports lead, by name and protocol, or all where these are empty.
func (n *names) ports(service *corev1.Service, name, protocol string) []target {
	var found []target
	wanted := func(port string, of corev1.Protocol) bool {
		return (name == "" || port == name) && (protocol == "" || strings.EqualFold(string(of), protocol))
	}
	if service.Spec.ClusterIP != corev1.ClusterIPNone {
		for _, p := range service.Spec.Ports {
			if wanted(p.Name, p.Protocol) {
				found = append(found, target{serviceName(service), uint16(p.Port), net.ParseIP(service.Spec.ClusterIP)})
			}
		}
		return found
	}
	for _, m := range n.members(service) {
		for _, p := range m.ports {
			if wanted(p.Name, p.Protocol) {
				found = append(found, target{m.name + "." + serviceName(service), uint16(p.Port), m.ip})
			}
		}
	}
	return found
}

// members lists the addresses behind a Service. Those of a StatefulSet have their Pod's name; others, their address.
func (n *names) members(service *corev1.Service) []member {
	endpoints, err := n.endpoints.Endpoints(service.Namespace).Get(service.Name)
	if err != nil {
		return nil
	}
	var found []member
	for _, subset := range endpoints.Subsets {
		// Endpoints hold here also what is not ready, where the Service publishes it
		for _, a := range subset.Addresses {
			name := a.Hostname
			if name == "" {
				name = strings.ReplaceAll(a.IP, ".", "-")
			}
			found = append(found, member{name, net.ParseIP(a.IP), subset.Ports})
		}
	}
	return found
}
