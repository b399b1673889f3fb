// Package arguments reads the command line that rancher/k3s understands, as far as labs use it.
package arguments

import (
	"fmt"
	"os"
	"strings"
)

// Options says what kind of node to be.
type Options struct {
	Role      string // server or agent
	NodeName  string
	NodeIP    string
	SANs      []string
	Labels    []string
	Taints    []string
	Disabled  map[string]bool     // what is named by --disable, and "scheduler", "kube-proxy" ...
	Extra     map[string][]string // component to its own flags, in order
	Mode      string              // of the kubeconfig
	Snapshots string
	ServerURL string
	Token     string
}

// Enabled says whether a part of the cluster is wanted.
func (o *Options) Enabled(part string) bool { return !o.Disabled[part] }

// component flags: --kubelet-arg=x=y goes to the kubelet as --x=y
var components = map[string]string{
	"kube-apiserver-arg":          "kube-apiserver",
	"kube-controller-manager-arg": "kube-controller-manager",
	"kube-scheduler-arg":          "kube-scheduler",
	"kubelet-arg":                 "kubelet",
	"kube-proxy-arg":              "kube-proxy",
	"kube-controller-arg":         "kube-controller-manager",
	"etcd-arg":                    "etcd",
}

// switches that take part of the cluster away. Some name what is never there: they are met already.
var switches = map[string]string{
	"disable-scheduler":        "scheduler",
	"disable-cloud-controller": "cloud-controller",
	"disable-kube-proxy":       "kube-proxy",
	"disable-network-policy":   "network-policy",
	"disable-helm-controller":  "helm-controller",
}

// parts that --disable may name.
var parts = map[string]bool{
	"coredns": true, "servicelb": true, "traefik": true, "local-storage": true, "metrics-server": true, "runtimes": true,
}

// Parse reads what follows `k3s`: a role and its arguments.
func Parse(words []string) (*Options, error) {
	host, _ := os.Hostname()
	o := &Options{
		NodeName: host, Disabled: map[string]bool{}, Extra: map[string][]string{}, Mode: "0600",
		Snapshots: env("K3S_SNAPSHOTTER", "overlayfs"), ServerURL: os.Getenv("K3S_URL"), Token: os.Getenv("K3S_TOKEN"),
	}
	if len(words) == 0 || (words[0] != "server" && words[0] != "agent") {
		return nil, fmt.Errorf("k3s: say what to be: server or agent (or kubectl, ctr)")
	}
	o.Role = words[0]
	for i := 1; i < len(words); i++ {
		if !strings.HasPrefix(words[i], "-") {
			return nil, fmt.Errorf("k3s: %q is no argument: they begin with --", words[i])
		}
		name := strings.TrimLeft(words[i], "-")
		value, given := "", false
		if at := strings.Index(name, "="); at >= 0 {
			name, value, given = name[:at], name[at+1:], true
		}
		if part, is := switches[name]; is {
			o.Disabled[part] = !given || value == "true"
			continue
		}
		if ignoredSwitch[name] {
			continue
		}
		if !given {
			if i++; i == len(words) {
				return nil, fmt.Errorf("k3s: --%s wants a value", name)
			}
			value = words[i]
		}
		if err := o.set(name, value); err != nil {
			return nil, err
		}
	}
	if o.Role == "agent" && (o.ServerURL == "" || o.Token == "") {
		return nil, fmt.Errorf("k3s: an agent wants --server (or K3S_URL) and --token (or K3S_TOKEN)")
	}
	return o, nil
}

// arguments that mean nothing here and hurt nobody
var ignoredSwitch = map[string]bool{"debug": true, "rootless": false, "cluster-init": true, "prefer-bundled-bin": true}

func (o *Options) set(name, value string) error {
	if component, is := components[name]; is {
		o.Extra[component] = append(o.Extra[component], "--"+value)
		return nil
	}
	switch name {
	case "tls-san":
		o.SANs = append(o.SANs, split(value)...)
	case "node-name":
		o.NodeName = value
	case "node-ip":
		o.NodeIP = value
	case "node-label":
		o.Labels = append(o.Labels, split(value)...)
	case "node-taint":
		o.Taints = append(o.Taints, split(value)...)
	case "write-kubeconfig-mode":
		o.Mode = value
	case "snapshotter":
		o.Snapshots = value
	case "server", "s":
		o.ServerURL = value
	case "token", "t":
		o.Token = value
	case "disable":
		for _, part := range split(value) {
			if !parts[part] {
				return fmt.Errorf("k3s: --disable=%s: there is no such part; there are coredns, servicelb, traefik, local-storage and metrics-server", part)
			}
			o.Disabled[part] = true
		}
	default:
		return fmt.Errorf("k3s: unknown argument --%s: this stand-in for rancher/k3s knows what labs use, and no more", name)
	}
	return nil
}

func split(value string) []string {
	var words []string
	for _, word := range strings.Split(value, ",") {
		if word = strings.TrimSpace(word); word != "" {
			words = append(words, word)
		}
	}
	return words
}

func env(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}
