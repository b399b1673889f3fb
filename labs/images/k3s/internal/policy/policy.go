// Package policy enforces NetworkPolicies on a node, with kube-router's controller, as k3s does.
package policy

import (
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/cloudnativelabs/kube-router/v2/pkg/controllers/netpol"
	"github.com/cloudnativelabs/kube-router/v2/pkg/healthcheck"
	"github.com/cloudnativelabs/kube-router/v2/pkg/options"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
)

// Run runs the controller for the Pods of a node. It returns only where that fails.
func Run(client kubernetes.Interface, nodeName, services string) error {
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
	for family, table := range tables {
		tables[family] = refusing{table}
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
	never := make(chan struct{})
	watches.Start(never)
	watches.WaitForCacheSync(never)
	heartbeats := make(chan *healthcheck.ControllerHeartbeat, 10)
	go func() {
		for range heartbeats { // the controller would wait for a reader
		}
	}()
	var running sync.WaitGroup
	running.Add(1)
	controller.Run(heartbeats, never, &running)
	return nil
}

// IsFatal says whether this goroutine is the controller's. It ends the program where iptables fails it, and a node without
// policies is better than none.
func IsFatal() bool { return strings.Contains(string(debug.Stack()), "/controllers/netpol.") }
