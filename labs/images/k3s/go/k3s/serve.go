package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	corev1 "k8s.io/api/core/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"

	"k8s.io/kubernetes/cmd/deckhand-k3s/addons"
	"k8s.io/kubernetes/cmd/deckhand-k3s/arguments"
	"k8s.io/kubernetes/cmd/deckhand-k3s/control"
	"k8s.io/kubernetes/cmd/deckhand-k3s/node"
	"k8s.io/kubernetes/cmd/deckhand-k3s/process"
)

// grace is how long the store may take to end well.
const grace = 1500 * time.Millisecond

// serve runs the node until it is told to stop, or until a part of it ends.
func serve(o *arguments.Options) error {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, syscall.SIGINT)
	table := process.NewTable()
	failed := make(chan error, 1)
	go func() {
		if err := start(table, o); err != nil {
			failed <- err
		}
	}()
	select {
	case <-stop:
		say("level=info msg=\"Stopping\"")
		table.Stop(grace)
		return nil
	case err := <-failed:
		return err
	case p := <-ended(table):
		return fmt.Errorf("%s ended with %d; see %s", p.Name, p.Code(), p.Log)
	}
}

// ended passes on the first program that ended though nobody asked it to; importing an image ends, and should.
func ended(table *process.Table) <-chan *process.Process {
	first := make(chan *process.Process, 1)
	go func() {
		for p := range table.Ended {
			if p.Name != "ctr" {
				first <- p
				return
			}
		}
	}()
	return first
}

// start brings the server's parts up, each as soon as what it needs is there.
func start(table *process.Table, o *arguments.Options) error {
	began := time.Now()
	at := func(what string) { say("level=info msg=%q after=%.2fs", what, time.Since(began).Seconds()) }
	if err := prepare(o); err != nil {
		return err
	}
	runtime := make(chan error, 1)
	images := make(chan error, 1)
	go func() {
		err := node.StartRuntime(table, o.Snapshots)
		runtime <- err
		if err == nil {
			at("containerd is up")
			images <- node.ImportImages(table, o.Snapshots)
			at("images are imported")
		}
	}()
	certificates, err := control.Issue(o)
	if err != nil {
		return err
	}
	at("certificates are made")
	if err := control.StartStore(table, o); err != nil {
		return err
	}
	at("etcd is up")
	if err := control.StartAPI(table, o, certificates); err != nil {
		return err
	}
	config, err := clientcmd.BuildConfigFromFlags("", certificates.Main.File("deckhand.kubeconfig"))
	if err != nil {
		return err
	}
	config.QPS, config.Burst = 200, 400
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	if err := waitFor(client, "/version"); err != nil {
		return err
	}
	at("the API server answers")
	if err := <-runtime; err != nil {
		return err
	}
	if err := node.StartKubelet(table, o, certificates.Main.Path); err != nil {
		return err
	}
	// the controllers may do nothing before their roles are there
	if err := waitFor(client, "/healthz/poststarthook/rbac/bootstrap-roles"); err != nil {
		return err
	}
	at("roles are made")
	if err := control.StartControllers(table, o, certificates); err != nil {
		return err
	}
	if err := node.StartProxy(table, o, certificates.Main.Path); err != nil {
		return err
	}
	if err := extend(config, o, certificates); err != nil {
		return err
	}
	if err := ready(client, o.NodeName, at); err != nil {
		return err
	}
	if err := <-images; err != nil {
		return err
	}
	// the line that rancher/k3s ends its start with, and that those who start it wait for
	at("Node controller sync successful")
	return nil
}

func prepare(o *arguments.Options) error {
	if err := os.MkdirAll(process.Logs, 0755); err != nil {
		return err
	}
	if o.NodeIP == "" {
		address, err := node.Address()
		if err != nil {
			return err
		}
		o.NodeIP = address
	}
	if err := node.PrepareHost(); err != nil {
		return err
	}
	return node.WriteNetwork("10.42.0.0/24")
}

func extend(config *rest.Config, o *arguments.Options, c *control.Certificates) error {
	return addons.Start(addons.Settings{
		Config: config, NodeName: o.NodeName, NodeIP: o.NodeIP, Enabled: o.Enabled,
		Certificate: c.Main.File("metrics.crt"), Key: c.Main.File("metrics.key"), Authority: c.Main.File("ca.crt"),
		ClientCertificate: c.Main.File("admin.crt"), ClientKey: c.Main.File("admin.key"), FrontAuthority: c.Front.File("ca.crt"),
	})
}

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
	var nodeUp, account bool
	for until := time.Now().Add(3 * time.Minute); time.Now().Before(until); time.Sleep(50 * time.Millisecond) {
		if !nodeUp {
			found, err := client.CoreV1().Nodes().Get(context.Background(), name, metav1.GetOptions{})
			if nodeUp = err == nil && isReady(found); nodeUp {
				at("the node is ready")
			}
		}
		if !account {
			_, err := client.CoreV1().ServiceAccounts("default").Get(context.Background(), "default", metav1.GetOptions{})
			if account = err == nil; account {
				at("the controllers are at work")
			}
		}
		if nodeUp && account {
			return nil
		}
	}
	return fmt.Errorf("the node does not become ready; see %s", process.Logs)
}

func isReady(n *corev1.Node) bool {
	for _, condition := range n.Status.Conditions {
		if condition.Type == corev1.NodeReady {
			return condition.Status == corev1.ConditionTrue
		}
	}
	return false
}
