package node

import (
	"context"
	"fmt"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	"k8s.io/klog/v2"

	"deckhand.dev/cluster/internal/process"
)

// FollowNodes keeps routes to the Pods of all other nodes. The nodes are neighbours on one network, so a route by each
// node's own address is enough.
func FollowNodes(client kubernetes.Interface, self string) {
	known := map[string]string{}
	for ; ; time.Sleep(time.Second) {
		nodes, err := client.CoreV1().Nodes().List(context.Background(), metav1.ListOptions{ResourceVersion: "0"})
		if err != nil {
			klog.Errorf("routes to other nodes: %v", err)
			continue
		}
		for _, other := range nodes.Items {
			via := Internal(&other)
			if other.Name == self || other.Spec.PodCIDR == "" || via == "" || known[other.Spec.PodCIDR] == via {
				continue
			}
			if process.Run("/usr/sbin/ip", "route", "replace", other.Spec.PodCIDR, "via", via) == nil {
				known[other.Spec.PodCIDR] = via
			}
		}
	}
}

// OwnRange waits until the controllers have given this node addresses for its Pods.
func OwnRange(client kubernetes.Interface, self string) (string, error) {
	for until := time.Now().Add(2 * time.Minute); time.Now().Before(until); time.Sleep(50 * time.Millisecond) {
		found, err := client.CoreV1().Nodes().Get(context.Background(), self, metav1.GetOptions{})
		if err == nil && found.Spec.PodCIDR != "" {
			return found.Spec.PodCIDR, nil
		}
	}
	return "", fmt.Errorf("the cluster gives node %s no addresses for its Pods; see %s", self, process.Log)
}

// Internal is a node's own address.
func Internal(n *corev1.Node) string {
	for _, address := range n.Status.Addresses {
		if address.Type == corev1.NodeInternalIP {
			return address.Address
		}
	}
	return ""
}
