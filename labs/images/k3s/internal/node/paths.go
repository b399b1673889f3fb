// Package node makes this container a node: cgroups, containerd, the network of its Pods, the kubelet and kube-proxy.
package node

// Where things are: the same places as in rancher/k3s.
const (
	Data         = "/var/lib/rancher/k3s"
	Containerd   = "/run/k3s/containerd/containerd.sock"
	Binaries     = "/usr/lib/deckhand/bin/"
	PodRange     = "10.42.0.0/16"
	ServiceRange = "10.43.0.0/16"
	DNSAddress   = "10.43.0.10"
	pauseImage   = "registry.k8s.io/pause:3.10.2"
)
