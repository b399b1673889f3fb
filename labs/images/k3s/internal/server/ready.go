package server

import (
	"context"
	"fmt"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/client-go/kubernetes"

	"deckhand.dev/cluster/internal/process"
)

// waitFor asks a health endpoint until it is well.
func waitFor(client kubernetes.Interface, path string) error {
	var err error
	for until := time.Now().Add(2 * time.Minute); time.Now().Before(until); time.Sleep(25 * time.Millisecond) {
		limited, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		_, err = client.CoreV1().RESTClient().Get().AbsPath(path).DoRaw(limited)
		cancel()
		if err == nil {
			return nil
		}
	}
	return fmt.Errorf("the API server does not become ready: %w; see %s/kube-apiserver.log", err, process.Logs)
}

// ready waits until Pods can run: the node says so, and the account that they run as is there.
func ready(client kubernetes.Interface, name string, at func(string)) error {
	if err := waitForNode(client, name); err != nil {
		return err
	}
	// a kubelet may not say this of itself: k3s says it of its server, and `kubectl get nodes` shows it
	roles := []byte(`{"metadata":{"labels":{"node-role.kubernetes.io/control-plane":"true"}}}`)
	if _, err := client.CoreV1().Nodes().Patch(context.Background(), name, types.MergePatchType, roles, metav1.PatchOptions{}); err != nil {
		return err
	}
	at("the node is ready")
	err := until(func() bool {
		_, err := client.CoreV1().ServiceAccounts("default").Get(context.Background(), "default", metav1.GetOptions{})
		return err == nil
	})
	if err != nil {
		return fmt.Errorf("the controllers do nothing; see %s/kube-controller-manager.log", process.Logs)
	}
	at("the controllers are at work")
	return nil
}

func waitForNode(client kubernetes.Interface, name string) error {
	err := until(func() bool {
		found, err := client.CoreV1().Nodes().Get(context.Background(), name, metav1.GetOptions{})
		return err == nil && isReady(found)
	})
	if err != nil {
		return fmt.Errorf("node %s does not become ready; see %s/kubelet.log", name, process.Logs)
	}
	return nil
}

func until(holds func() bool) error {
	for end := time.Now().Add(3 * time.Minute); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if holds() {
			return nil
		}
	}
	return fmt.Errorf("not in time")
}

func isReady(n *corev1.Node) bool {
	for _, condition := range n.Status.Conditions {
		if condition.Type == corev1.NodeReady {
			return condition.Status == corev1.ConditionTrue
		}
	}
	return false
}
