// Package addons adds to the cluster what rancher/k3s packages with it: DNS, an ingress controller, metrics and volumes
// from their own projects, as Pods in kube-system; and load balancer addresses.
package addons

import (
	"context"

	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
)

// Settings is what the addons know of the node that they run on.
type Settings struct {
	Config           *rest.Config
	NodeName, NodeIP string
	Enabled          func(part string) bool
	// Nameservers is whether a name server beyond the cluster answers.
	Nameservers bool
	// Ready is closed when the node is ready and the controllers are at work.
	Ready <-chan struct{}
}

var background = context.Background()

// cluster is what every part works with: one set of watches for all, and a client under the part's own name.
type cluster struct {
	Settings
	watches informers.SharedInformerFactory
}

// Start starts every addon that isn't disabled. They go on until the process ends.
func Start(s Settings) error {
	client, err := kubernetes.NewForConfig(s.Config)
	if err != nil {
		return err
	}
	c := &cluster{s, informers.NewSharedInformerFactory(client, 0)}
	if s.Enabled("servicelb") {
		if err := startBalancer(c); err != nil {
			return err
		}
	}
	c.watches.Start(make(chan struct{}))
	insist("manifests", func() error { return c.deploy(early) })
	go func() {
		<-s.Ready
		insist("manifests", func() error { return c.deploy(late) })
	}()
	return nil
}

// config is a client configuration that the API server knows by the part's name: its audit log then tells who did what.
func (c *cluster) config(part string) *rest.Config {
	config := rest.CopyConfig(c.Config)
	config.UserAgent = "deckhand-" + part
	return config
}
