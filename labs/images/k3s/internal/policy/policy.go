// Package policy enforces NetworkPolicies on a node, with kube-router's controller, as k3s does.
//
// It's a program of its own: the controller runs iptables and ipset, and process 1, which reaps every process, would
// take their exit codes away from it.
package policy

import (
	"flag"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/cloudnativelabs/kube-router/v2/pkg/controllers/netpol"
	"github.com/cloudnativelabs/kube-router/v2/pkg/healthcheck"
	"github.com/cloudnativelabs/kube-router/v2/pkg/options"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
)

// Main runs the controller until it's told to stop, and returns the exit code.
func Main() int {
	kubeconfig := flag.String("kubeconfig", "", "how to reach the API server")
	nodeName := flag.String("node-name", "", "the node whose Pods are protected")
	services := flag.String("service-range", "", "the addresses of Services, as CIDR")
	flag.Parse()
	if err := run(*kubeconfig, *nodeName, *services); err != nil {
		fmt.Fprintln(os.Stderr, "network-policy:", err)
		return 1
	}
	return 0
}

func run(kubeconfig, nodeName, services string) error {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return err
	}
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return err
	}
	settings := options.NewKubeRouterConfig()
	settings.EnableIPv4 = true
	settings.ClusterIPCIDRs = []string{services}
	settings.HostnameOverride = nodeName
	// changes are applied at once; this is for rules that somebody else removed
	settings.IPTablesSyncPeriod = time.Minute

	tables, sets, err := netpol.NewIPTablesHandlers(settings)
	if err != nil {
		return err
	}
	for _, set := range sets {
		// what an earlier run left is known, and removed when nothing needs it
		if err := set.Save(); err != nil {
			return err
		}
	}
	watches := informers.NewSharedInformerFactory(client, 0)
	pods, spaces := watches.Core().V1().Pods().Informer(), watches.Core().V1().Namespaces().Informer()
	policies := watches.Networking().V1().NetworkPolicies().Informer()
	controller, err := netpol.NewNetworkPolicyController(client, settings, pods, policies, spaces, &sync.Mutex{}, tables, sets)
	if err != nil {
		return err
	}
	for informer, handler := range map[cache.SharedIndexInformer]cache.ResourceEventHandler{
		pods: controller.PodEventHandler, spaces: controller.NamespaceEventHandler, policies: controller.NetworkPolicyEventHandler,
	} {
		if _, err := informer.AddEventHandler(handler); err != nil {
			return err
		}
	}
	stop := stopped()
	watches.Start(stop)
	watches.WaitForCacheSync(stop)
	heartbeats := make(chan *healthcheck.ControllerHeartbeat, 10)
	go drain(heartbeats, stop)
	var running sync.WaitGroup
	running.Add(1)
	controller.Run(heartbeats, stop, &running)
	return nil
}

// drain takes the heartbeats that the controller sends: it would wait for a reader.
func drain(heartbeats <-chan *healthcheck.ControllerHeartbeat, stop <-chan struct{}) {
	for {
		select {
		case <-heartbeats:
		case <-stop:
			return
		}
	}
}

// stopped returns a channel that's closed when this program is asked to end.
func stopped() <-chan struct{} {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGTERM, syscall.SIGINT)
	stop := make(chan struct{})
	go func() {
		<-asked
		close(stop)
	}()
	return stop
}
