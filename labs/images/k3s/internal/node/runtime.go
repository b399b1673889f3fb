package node

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	cri "k8s.io/cri-api/pkg/apis/runtime/v1"

	"deckhand.dev/cluster/internal/process"
)

const containerdConfig = `version = 3
root = "%[1]s/agent/containerd"
state = "/run/k3s/containerd"
disabled_plugins = ["io.containerd.internal.v1.opt", "io.containerd.snapshotter.v1.btrfs", "io.containerd.snapshotter.v1.zfs", "io.containerd.snapshotter.v1.devmapper", "io.containerd.snapshotter.v1.blockfile", "io.containerd.snapshotter.v1.erofs", "io.containerd.tracing.processor.v1.otlp"]
[grpc]
  address = "%[2]s"
[plugins."io.containerd.cri.v1.images"]
  snapshotter = "%[4]s"
  [plugins."io.containerd.cri.v1.images".pinned_images]
    sandbox = "%[3]s"
[plugins."io.containerd.cri.v1.runtime"]
  [plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
  [plugins."io.containerd.cri.v1.runtime".cni]
    bin_dirs = ["/usr/lib/cni"]
    conf_dir = "/etc/cni/net.d"
`

// StartRuntime starts containerd and waits until it answers.
func StartRuntime(table *process.Table, snapshotter string) error {
	text := fmt.Sprintf(containerdConfig, Data, Containerd, pauseImage, snapshotter)
	if err := os.WriteFile("/etc/containerd/config.toml", []byte(text), 0644); err != nil {
		return err
	}
	os.Remove(Containerd) // what a stopped container left behind answers nobody
	if err := table.Start(nil, "/usr/bin/containerd", "-c", "/etc/containerd/config.toml"); err != nil {
		return err
	}
	var err error
	for until := time.Now().Add(time.Minute); time.Now().Before(until); time.Sleep(20 * time.Millisecond) {
		err = askRuntime()
		if err == nil {
			return nil
		}
		// it serves everything or nothing: what it doesn't know now, it couldn't load
		if status.Code(err) == codes.Unimplemented {
			break
		}
	}
	log, _ := os.ReadFile(process.Logs + "/containerd.log")
	return runtimeFault(err, string(log))
}

// askRuntime asks containerd for what the kubelet asks it first.
func askRuntime() error {
	connection, err := grpc.NewClient("unix://"+Containerd, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer connection.Close()
	limited, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_, err = cri.NewRuntimeServiceClient(connection).Version(limited, &cri.VersionRequest{})
	return err
}

var failedPlugin = regexp.MustCompile(`msg="failed to load plugin".*error="(.*?)".*id=io\.containerd\.(?:grpc\.v1\.)?cri`)

// runtimeFault says why containerd can't be used, from its log where that tells, and what to do where it's known.
func runtimeFault(err error, log string) error {
	reason := err.Error()
	if found := failedPlugin.FindAllStringSubmatch(log, -1); len(found) > 0 {
		reason = found[len(found)-1][1]
	}
	remedy := fmt.Sprintf("see %s/containerd.log", process.Logs)
	if strings.Contains(reason, "too many open files") {
		remedy = "this machine has no inotify instance left: stop other clusters, or sudo sysctl -w fs.inotify.max_user_instances=1024"
	}
	return fmt.Errorf("containerd does not run containers: %s; %s", reason, remedy)
}

// ImportImages brings the images that came with the container, and those that were put beside them, to the runtime.
func ImportImages(snapshotter string) error {
	brought, _ := filepath.Glob(Data + "/agent/images/*.tar")
	own, _ := filepath.Glob("/usr/lib/deckhand/images/*.tar")
	sort.Strings(brought)
	for _, tar := range append(own, brought...) {
		err := process.Run("/usr/bin/ctr", "--address", Containerd, "-n", "k8s.io", "images", "import", "--snapshotter", snapshotter, tar)
		if err != nil {
			return fmt.Errorf("cannot import %s: %w", tar, err)
		}
	}
	return nil
}

const bridgeNetwork = `{"cniVersion":"0.4.0","name":"cbr0","plugins":[
 {%s,"ipMasq":true,"ipam":{"type":"host-local","ranges":[[{"subnet":%q}]],"routes":[{"dst":"0.0.0.0/0"}]}},
 {"type":"portmap","capabilities":{"portMappings":true}}]}
`

// WriteNetwork says how Pods of this node get their addresses.
func WriteNetwork(subnet string) error {
	plugin := `"type":"bridge","bridge":"cni0","isGateway":true,"hairpinMode":true`
	// without br_netfilter a bridge hides its traffic from kube-proxy's rules: then each Pod has a wire of its own
	if _, err := os.Stat("/proc/sys/net/bridge/bridge-nf-call-iptables"); err != nil {
		plugin = `"type":"ptp"`
	}
	text := fmt.Sprintf(bridgeNetwork, plugin, subnet)
	return os.WriteFile("/etc/cni/net.d/10-deckhand.conflist", []byte(text), 0644)
}
