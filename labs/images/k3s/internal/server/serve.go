package server

import (
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"

	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"

	"deckhand.dev/cluster/internal/arguments"
	"deckhand.dev/cluster/internal/node"
	"deckhand.dev/cluster/internal/policy"
	"deckhand.dev/cluster/internal/process"
)

// grace is how long the store may take to end well. It waits for the API server, which goes on until this process ends; what
// it wrote is kept even if it's killed.
const grace = time.Second

// serve runs the node until it is told to stop, or until a part of it ends.
func serve(o *arguments.Options) error {
	debug.SetGCPercent(200) // while everything starts, memory is spent to save time
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGTERM, syscall.SIGINT)
	table := process.NewTable()
	failed := make(chan error, 1)
	start := startServer
	if o.Role == "agent" {
		start = startAgent
	}
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
	case err := <-table.Ended:
		return err
	}
}

// settle is for a node that's ready: collecting garbage often keeps it small, and costs little while nothing happens.
func settle() { debug.SetGCPercent(50) }

// enforce enforces NetworkPolicies. A machine whose kernel has no sets of addresses can't: that's said, and no reason to stop.
func enforce(o *arguments.Options, client kubernetes.Interface) {
	if !o.Enabled("network-policy") {
		return
	}
	go func() {
		if err := policy.Run(client, o.NodeName, node.ServiceRange); err != nil {
			unenforced(err.Error())
		}
	}()
}

func unenforced(why string) {
	say("level=warning msg=%q", "NetworkPolicies aren't enforced: "+why)
}

// clock says what has come so far, and when.
func clock() func(string) {
	began := time.Now()
	return func(what string) { say("level=info msg=%q after=%.2fs", what, time.Since(began).Seconds()) }
}

// startRuntime starts containerd and imports images beside everything else. The channels tell when each is done.
func startRuntime(table *process.Table, o *arguments.Options, at func(string)) (<-chan error, <-chan error) {
	runtime, images := make(chan error, 1), make(chan error, 1)
	go func() {
		err := node.StartRuntime(table, o.Snapshots)
		runtime <- err
		if err == nil {
			at("containerd is up")
			images <- node.ImportImages(o.Snapshots)
			at("images are imported")
		}
	}()
	return runtime, images
}

func connect(kubeconfig string) (*rest.Config, *kubernetes.Clientset, error) {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return nil, nil, err
	}
	config.QPS, config.Burst = 200, 400
	client, err := kubernetes.NewForConfig(config)
	return config, client, err
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
	return node.PrepareHost()
}
