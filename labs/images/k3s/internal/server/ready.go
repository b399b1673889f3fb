package server

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	"k8s.io/kubernetes/pkg/util/taints"

	"deckhand.dev/cluster/internal/arguments"
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
	return fmt.Errorf("the API server does not become ready: %w; see %s", err, process.Log)
}

// ready waits until Pods can run: the node says so, and the account that they run as is there.
func ready(client kubernetes.Interface, name string, at func(string)) error {
	if err := waitForNode(client, name); err != nil {
		return err
	}
	at("the node is ready")
	err := until(func() bool {
		_, err := client.CoreV1().ServiceAccounts("default").Get(context.Background(), "default", metav1.GetOptions{})
		return err == nil
	})
	if err != nil {
		return fmt.Errorf("the controllers do nothing; see %s", process.Log)
	}
	at("the controllers are at work")
	return nil
}

// register makes the server's node before its kubelet does, which takes over one that's there. So its role is there from the
// first moment: a kubelet may not say it of itself, but k3s says it of its server, and `kubectl get nodes` shows it.
func register(client kubernetes.Interface, o *arguments.Options) error {
	made, err := serverNode(o)
	if err != nil {
		return err
	}
	var answer error
	err = until(func() bool {
		_, answer = client.CoreV1().Nodes().Create(context.Background(), made, metav1.CreateOptions{})
		return answer == nil || errors.IsAlreadyExists(answer) || errors.IsInvalid(answer)
	})
	switch {
	case err != nil:
		return fmt.Errorf("node %s can't be made: %w", o.NodeName, answer)
	case errors.IsAlreadyExists(answer): // this container's own, from before it was stopped
		return nil
	}
	return answer
}

// serverNode is the node with what a kubelet would give it by its flags.
func serverNode(o *arguments.Options) (*corev1.Node, error) {
	made := &corev1.Node{ObjectMeta: metav1.ObjectMeta{Name: o.NodeName, Labels: map[string]string{
		"node-role.kubernetes.io/control-plane": "true", corev1.LabelHostname: o.NodeName,
		corev1.LabelOSStable: runtime.GOOS, corev1.LabelArchStable: runtime.GOARCH}}}
	for _, label := range o.Labels {
		key, value, _ := strings.Cut(label, "=")
		made.Labels[key] = value
	}
	var err error
	made.Spec.Taints, _, err = taints.ParseTaints(o.Taints)
	return made, err
}

func waitForNode(client kubernetes.Interface, name string) error {
	err := until(func() bool {
		found, err := client.CoreV1().Nodes().Get(context.Background(), name, metav1.GetOptions{})
		return err == nil && isReady(found)
	})
	if err != nil {
		return fmt.Errorf("node %s does not become ready; see %s", name, process.Log)
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
