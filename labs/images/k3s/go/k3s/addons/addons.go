// Package addons adds to the cluster what rancher/k3s packs with it: names, load balancer addresses, an ingress, figures
// for autoscaling, and volumes. Each part can be left out by the name that --disable gives it.
package addons

import (
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/rest"
)

// Settings is what the additions know of the node that they run on.
type Settings struct {
	Config                       *rest.Config
	NodeName, NodeIP             string
	Enabled                      func(part string) bool
	Certificate, Key, Authority  string // by which the figures are served
	ClientCertificate, ClientKey string // by which a kubelet is asked
	FrontAuthority               string // who vouches for the API server
	IngressCertificate           string // shown where no Secret has one
	IngressKey                   string
}

// Cluster is what every part works with: one set of watches for all, and a client under the part's own name.
type cluster struct {
	Settings
	watches informers.SharedInformerFactory
}

// Start starts every addition that is not disabled. They go on until the process ends.
func Start(s Settings) error {
	client, err := kubernetes.NewForConfig(s.Config)
	if err != nil {
		return err
	}
	c := &cluster{s, informers.NewSharedInformerFactory(client, 0)}
	parts := []struct {
		name  string
		start func(*cluster) error
	}{
		{"coredns", startNames}, {"servicelb", startBalancer}, {"traefik", startIngress},
		{"metrics-server", startMetrics}, {"local-storage", startVolumes},
	}
	for _, part := range parts {
		if !s.Enabled(part.name) {
			continue
		}
		if err := part.start(c); err != nil {
			return err
		}
	}
	c.watches.Start(make(chan struct{}))
	return nil
}

// as is a client that the API server knows by the part's name: its audit log then tells who did what.
func (c *cluster) as(part string) *kubernetes.Clientset {
	config := rest.CopyConfig(c.Config)
	config.UserAgent = "deckhand-" + part
	return kubernetes.NewForConfigOrDie(config)
}
