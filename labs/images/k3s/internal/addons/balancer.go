package addons

import (
	"fmt"
	"sort"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/kubernetes/scheme"
	typed "k8s.io/client-go/kubernetes/typed/core/v1"
	listers "k8s.io/client-go/listers/core/v1"
	"k8s.io/client-go/tools/record"
)

// balancer gives Services of type LoadBalancer the node's address, as k3s's servicelb does. kube-proxy does the rest: it
// forwards an address that it finds in the status to the Service, on the Service's ports.
type balancer struct {
	*cluster
	client   kubernetes.Interface
	services listers.ServiceLister
	events   record.EventRecorder
}

func startBalancer(c *cluster) error {
	client, err := kubernetes.NewForConfig(c.config("load-balancer"))
	if err != nil {
		return err
	}
	informer := c.watches.Core().V1().Services()
	b := &balancer{c, client, informer.Lister(), recorder(client, "load-balancer")}
	loop("load balancer", b.bring, informer.Informer())
	return nil
}

// bring gives the address to each Service whose ports are free on the node; the others wait, and say why.
func (b *balancer) bring() error {
	services, err := b.services.List(labels.Everything())
	if err != nil {
		return err
	}
	sort.Slice(services, func(i, j int) bool { return before(services[i], services[j]) })
	taken := b.reserved()
	for _, service := range services {
		wanted := corev1.LoadBalancerStatus{}
		if service.Spec.Type == corev1.ServiceTypeLoadBalancer && service.DeletionTimestamp == nil {
			if owner := claim(taken, service); owner == "" {
				wanted = address(b.NodeIP)
			} else {
				b.events.Eventf(service, corev1.EventTypeWarning, "PortTaken", "the node's only address already has %s", owner)
			}
		}
		if len(wanted.Ingress) == 0 && len(service.Status.LoadBalancer.Ingress) == 0 || sameAddress(service.Status.LoadBalancer, b.NodeIP) && len(wanted.Ingress) == 1 {
			continue
		}
		changed := service.DeepCopy()
		changed.Status.LoadBalancer = wanted
		if _, err := b.client.CoreV1().Services(service.Namespace).UpdateStatus(background, changed, metav1.UpdateOptions{}); err != nil {
			return err
		}
	}
	return nil
}

// before orders Services by their right to a port: who has it keeps it, then the eldest. Creation is known to the second only,
// so age alone would take a port away from a Service whose rival came in the same one.
func before(first, second *corev1.Service) bool {
	has, had := len(first.Status.LoadBalancer.Ingress) > 0, len(second.Status.LoadBalancer.Ingress) > 0
	if has != had {
		return has
	}
	if !first.CreationTimestamp.Equal(&second.CreationTimestamp) {
		return first.CreationTimestamp.Before(&second.CreationTimestamp)
	}
	return first.UID < second.UID
}

// reserved lists the ports on which the node itself listens.
func (b *balancer) reserved() map[string]string {
	return map[string]string{"TCP/6443": "the API server", "TCP/10250": "the kubelet"}
}

// claim takes a Service's ports, all or none, and says who has one of them already.
func claim(taken map[string]string, service *corev1.Service) string {
	for _, p := range service.Spec.Ports {
		if owner := taken[key(p)]; owner != "" {
			return fmt.Sprintf("port %d: it belongs to %s", p.Port, owner)
		}
	}
	for _, p := range service.Spec.Ports {
		taken[key(p)] = "Service " + service.Namespace + "/" + service.Name
	}
	return ""
}

func key(p corev1.ServicePort) string { return fmt.Sprintf("%s/%d", p.Protocol, p.Port) }

// recorder writes events under a part's name.
func recorder(client kubernetes.Interface, part string) record.EventRecorder {
	broadcaster := record.NewBroadcaster()
	broadcaster.StartRecordingToSink(&typed.EventSinkImpl{Interface: client.CoreV1().Events("")})
	return broadcaster.NewRecorder(scheme.Scheme, corev1.EventSource{Component: part})
}

// sameAddress says whether a status shows this address and no other.
func sameAddress(status corev1.LoadBalancerStatus, ip string) bool {
	return len(status.Ingress) == 1 && status.Ingress[0].IP == ip
}

func address(ip string) corev1.LoadBalancerStatus {
	return corev1.LoadBalancerStatus{Ingress: []corev1.LoadBalancerIngress{{IP: ip}}}
}
