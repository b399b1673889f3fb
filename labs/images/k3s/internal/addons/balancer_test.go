package addons

import (
	"testing"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
)

func TestAServiceKeepsThePortThatItHas(t *testing.T) {
	now := metav1.Now()
	service := func(uid string, ip ...string) *corev1.Service {
		s := &corev1.Service{ObjectMeta: metav1.ObjectMeta{UID: types.UID(uid), CreationTimestamp: now}}
		for _, one := range ip {
			s.Status.LoadBalancer = address(one)
		}
		return s
	}
	if served, rival := service("z", "172.17.0.2"), service("a"); !before(served, rival) || before(rival, served) {
		t.Error("a rival of the same second takes the port away")
	}
	if first, second := service("a"), service("b"); !before(first, second) || before(second, first) {
		t.Error("two of the same second have no order")
	}
}

func TestAllPortsOfAServiceAreTakenOrNone(t *testing.T) {
	service := &corev1.Service{Spec: corev1.ServiceSpec{Ports: []corev1.ServicePort{
		{Port: 8080, Protocol: corev1.ProtocolTCP}, {Port: 80, Protocol: corev1.ProtocolTCP}}}}
	taken := map[string]string{"TCP/80": "the ingress controller"}
	if owner := claim(taken, service); owner != "port 80: it belongs to the ingress controller" || len(taken) != 1 {
		t.Errorf("%q, %v", owner, taken)
	}
}
