package node

import (
	"fmt"
	"os"
	"strings"

	"k8s.io/klog/v2"

	"deckhand.dev/cluster/internal/arguments"
	"deckhand.dev/cluster/internal/process"
)

// No image is ever collected: what a lab preloads cannot be pulled again.
//
// A current kubelet refuses control groups of version 1 unless it's told otherwise; many build machines have no others.
const kubeletConfig = `kind: KubeletConfiguration
apiVersion: kubelet.config.k8s.io/v1beta1
containerRuntimeEndpoint: unix://%[4]s
failCgroupV1: false
authentication: {anonymous: {enabled: false}, webhook: {enabled: true}, x509: {clientCAFile: %[1]s/ca.crt}}
authorization: {mode: Webhook}
clusterDNS: [%[2]s]
clusterDomain: cluster.local
cgroupDriver: cgroupfs
cgroupRoot: /
failSwapOn: false
tlsCertFile: %[1]s/kubelet.crt
tlsPrivateKeyFile: %[1]s/kubelet.key
enforceNodeAllocatable: []
evictionHard: {imagefs.available: "1%%", nodefs.available: "1%%"}
imageGCHighThresholdPercent: 100
imageGCLowThresholdPercent: 99
kubeAPIQPS: 100
kubeAPIBurst: 200
eventRecordQPS: 50
serializeImagePulls: false
resolvConf: %[5]s
staticPodPath: %[3]s/agent/pod-manifests
`

// StartKubelet starts the kubelet with the certificates of a folder.
func StartKubelet(table *process.Table, o *arguments.Options, certificates string) error {
	config := certificates + "/kubelet.yaml"
	if err := os.MkdirAll(Data+"/agent/pod-manifests", 0755); err != nil {
		return err
	}
	if err := os.WriteFile(config, []byte(fmt.Sprintf(kubeletConfig, certificates, DNSAddress, Data, Containerd, ResolvConf)), 0644); err != nil {
		return err
	}
	flags := []string{"--config=" + config, "--kubeconfig=" + certificates + "/kubelet.kubeconfig",
		// twice as often as usual: an autoscaler then has figures of a new Pod within a lesson's patience
		"--housekeeping-interval=5s",
		"--hostname-override=" + o.NodeName, "--node-ip=" + o.NodeIP}
	if len(o.Labels) > 0 {
		flags = append(flags, "--node-labels="+strings.Join(o.Labels, ","))
	}
	if len(o.Taints) > 0 {
		flags = append(flags, "--register-with-taints="+strings.Join(o.Taints, ","))
	}
	// no node of ours is a cloud's: asking one for credentials takes time, and finds nobody
	os.Setenv("AWS_EC2_METADATA_DISABLED", "true")
	table.Go("kubelet", append(flags, o.Extra["kubelet"]...))
	return nil
}

const proxyConfig = `kind: KubeProxyConfiguration
apiVersion: kubeproxy.config.k8s.io/v1alpha1
clientConnection: {kubeconfig: %s/kube-proxy.kubeconfig}
clusterCIDR: %s
mode: iptables
iptables: {minSyncPeriod: 100ms}
conntrack: {maxPerCore: 0, min: 0}
hostnameOverride: %q
`

// StartProxy starts kube-proxy.
func StartProxy(table *process.Table, o *arguments.Options, certificates string) error {
	if !o.Enabled("kube-proxy") {
		return nil
	}
	config := certificates + "/kube-proxy.yaml"
	if err := os.WriteFile(config, []byte(fmt.Sprintf(proxyConfig, certificates, PodRange, o.NodeName)), 0644); err != nil {
		return err
	}
	table.Go("kube-proxy", append([]string{"--config=" + config}, o.Extra["kube-proxy"]...))
	// what kube-proxy redirects has a Pod's address by now; a port that no Service has would leave by the default route, and
	// on some networks a proxy answers there
	if err := process.Run("/usr/sbin/iptables", "-w", "-t", "mangle", "-A", "POSTROUTING", "-d", ServiceRange, "-j", "DROP"); err != nil {
		klog.Errorf("connections to ports that no Service has aren't stopped: %v", err)
	}
	return nil
}
