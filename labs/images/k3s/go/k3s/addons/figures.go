package addons

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"sync"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/labels"
	listers "k8s.io/client-go/listers/core/v1"
	"k8s.io/klog/v2"
	stats "k8s.io/kubelet/pkg/apis/stats/v1alpha1"
)

// every is how often the kubelets are asked. A learner waits for the second answer: use of CPU is a difference.
const every = 5 * time.Second

// figure is what something used: CPU in nanocores over a window that ended at a time, and memory now.
type figure struct {
	cpu    uint64
	memory uint64
	at     time.Time
	window time.Duration
}

// counter is the last that was seen of a growing count of CPU nanoseconds, and the figure that it gave.
type counter struct {
	total uint64
	at    time.Time
	last  figure
}

// figures asks each kubelet what its Pods use, and keeps the last answer.
type figures struct {
	nodeLister listers.NodeLister
	kubelets   *http.Client
	mutex      sync.RWMutex
	counters   map[string]counter
	nodes      map[string]figure
	pods       map[string]podFigures // by namespace/name
}

type podFigures struct {
	namespace, name string
	containers      map[string]figure
}

func newFigures(c *cluster) (*figures, error) {
	pair, err := tls.LoadX509KeyPair(c.ClientCertificate, c.ClientKey)
	if err != nil {
		return nil, err
	}
	authority, err := pool(c.Authority)
	if err != nil {
		return nil, err
	}
	transport := &http.Transport{TLSClientConfig: &tls.Config{Certificates: []tls.Certificate{pair}, RootCAs: authority}}
	return &figures{
		nodeLister: c.watches.Core().V1().Nodes().Lister(),
		kubelets:   &http.Client{Transport: transport, Timeout: every},
		counters:   map[string]counter{}, nodes: map[string]figure{}, pods: map[string]podFigures{},
	}, nil
}

func pool(path string) (*x509.CertPool, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	found := x509.NewCertPool()
	if !found.AppendCertsFromPEM(text) {
		return nil, fmt.Errorf("%s holds no certificate", path)
	}
	return found, nil
}

// gather asks all kubelets once, and forgets what none of them told of.
func (f *figures) gather() error {
	all, err := f.nodeLister.List(labels.Everything())
	if err != nil {
		return err
	}
	nodes, pods, counters := map[string]figure{}, map[string]podFigures{}, map[string]counter{}
	for _, node := range all {
		summary, err := f.ask(node)
		if err != nil {
			klog.V(1).Infof("figures of %s: %v", node.Name, err)
			continue
		}
		if seen, ok := f.measure(counters, "node/"+node.Name, summary.Node.CPU, summary.Node.Memory); ok {
			nodes[node.Name] = seen
		}
		for _, pod := range summary.Pods {
			id := pod.PodRef.Namespace + "/" + pod.PodRef.Name
			found := podFigures{pod.PodRef.Namespace, pod.PodRef.Name, map[string]figure{}}
			whole := len(pod.Containers) > 0
			for _, container := range pod.Containers {
				seen, ok := f.measure(counters, id+"/"+container.Name, container.CPU, container.Memory)
				whole = whole && ok
				found.containers[container.Name] = seen
			}
			if whole {
				pods[id] = found
			}
		}
	}
	f.mutex.Lock()
	defer f.mutex.Unlock()
	f.nodes, f.pods, f.counters = nodes, pods, counters
	return nil
}

// measure turns two counts into a figure; the first count gives none.
func (f *figures) measure(next map[string]counter, id string, cpu *stats.CPUStats, memory *stats.MemoryStats) (figure, bool) {
	if cpu == nil || cpu.UsageCoreNanoSeconds == nil || memory == nil || memory.WorkingSetBytes == nil {
		return figure{}, false
	}
	now := counter{total: *cpu.UsageCoreNanoSeconds, at: cpu.Time.Time}
	before, known := f.counters[id]
	window := now.at.Sub(before.at)
	if known && window <= 0 {
		// the kubelet has not looked again since: what it said still holds
		next[id] = before
		return before.last, before.last.window > 0
	}
	if known && now.total >= before.total {
		used := uint64(float64(now.total-before.total) / window.Seconds())
		now.last = figure{used, *memory.WorkingSetBytes, now.at, window}
	}
	next[id] = now
	return now.last, now.last.window > 0
}

func (f *figures) ask(node *corev1.Node) (*stats.Summary, error) {
	for _, a := range node.Status.Addresses {
		if a.Type != corev1.NodeInternalIP {
			continue
		}
		answer, err := f.kubelets.Get("https://" + net.JoinHostPort(a.Address, "10250") + "/stats/summary?only_cpu_and_memory=true")
		if err != nil {
			return nil, err
		}
		defer answer.Body.Close()
		if answer.StatusCode != http.StatusOK {
			return nil, fmt.Errorf("the kubelet answers %s", answer.Status)
		}
		summary := &stats.Summary{}
		return summary, json.NewDecoder(answer.Body).Decode(summary)
	}
	return nil, fmt.Errorf("no address yet")
}
