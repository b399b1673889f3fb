package addons

import (
	"context"
	"reflect"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/client-go/kubernetes"
)

const system = "kube-system"

var background = context.Background()

// port is one of a service that runs on the node itself.
type port struct {
	name     string
	number   int32
	target   int32
	protocol corev1.Protocol
}

// onNode makes a Service in kube-system that leads to a program on the node, wherever the node is this time.
func onNode(client kubernetes.Interface, name, clusterIP, nodeIP string, labels map[string]string, ports ...port) error {
	service := &corev1.Service{
		ObjectMeta: metav1.ObjectMeta{Name: name, Namespace: system, Labels: labels},
		Spec:       corev1.ServiceSpec{ClusterIP: clusterIP},
	}
	subset := corev1.EndpointSubset{Addresses: []corev1.EndpointAddress{{IP: nodeIP}}}
	for _, p := range ports {
		service.Spec.Ports = append(service.Spec.Ports, corev1.ServicePort{
			Name: p.name, Port: p.number, TargetPort: intstr.FromInt(int(p.target)), Protocol: p.protocol})
		subset.Ports = append(subset.Ports, corev1.EndpointPort{Name: p.name, Port: p.target, Protocol: p.protocol})
	}
	_, err := client.CoreV1().Services(system).Create(background, service, metav1.CreateOptions{})
	if err != nil && !errors.IsAlreadyExists(err) {
		return err
	}
	endpoints := &corev1.Endpoints{ObjectMeta: service.ObjectMeta, Subsets: []corev1.EndpointSubset{subset}}
	_, err = client.CoreV1().Endpoints(system).Create(background, endpoints, metav1.CreateOptions{})
	if errors.IsAlreadyExists(err) {
		_, err = client.CoreV1().Endpoints(system).Update(background, endpoints, metav1.UpdateOptions{})
	}
	return err
}

// sameAddress says whether a status shows this address and no other.
func sameAddress(status corev1.LoadBalancerStatus, ip string) bool {
	return reflect.DeepEqual(status.Ingress, []corev1.LoadBalancerIngress{{IP: ip}})
}

func address(ip string) corev1.LoadBalancerStatus {
	return corev1.LoadBalancerStatus{Ingress: []corev1.LoadBalancerIngress{{IP: ip}}}
}
