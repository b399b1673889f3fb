package addons

import (
	"crypto/tls"
	"encoding/json"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/wait"
	listers "k8s.io/client-go/listers/core/v1"
	registration "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
	aggregator "k8s.io/kube-aggregator/pkg/client/clientset_generated/clientset"
	metrics "k8s.io/metrics/pkg/apis/metrics/v1beta1"
)

const (
	metricsPort = "4443"
	metricsRoot = "/apis/metrics.k8s.io"
)

// metricsAPI serves metrics.k8s.io/v1beta1, by which `kubectl top` and the HorizontalPodAutoscaler learn what is used.
type metricsAPI struct {
	*figures
	podLister listers.PodLister
}

func startMetrics(c *cluster) error {
	seen, err := newFigures(c)
	if err != nil {
		return err
	}
	api := &metricsAPI{seen, c.watches.Core().V1().Pods().Lister()}
	go wait.Forever(func() { _ = guarded(seen.gather) }, every)
	if err := api.listen(c); err != nil {
		return err
	}
	client := c.as("metrics")
	insist("metrics", func() error {
		return onNode(client, "metrics-server", "", c.NodeIP, map[string]string{"k8s-app": "metrics-server"},
			port{"https", 443, 4443, corev1.ProtocolTCP})
	})
	insist("metrics", func() error { return register(c) })
	return nil
}

// listen serves those for whom the API server vouches, and nobody else: it has already asked what they may do.
func (m *metricsAPI) listen(c *cluster) error {
	pair, err := tls.LoadX509KeyPair(c.Certificate, c.Key)
	if err != nil {
		return err
	}
	front, err := pool(c.FrontAuthority)
	if err != nil {
		return err
	}
	server := &http.Server{Addr: net.JoinHostPort(c.NodeIP, metricsPort), Handler: m, ReadHeaderTimeout: 10 * time.Second,
		TLSConfig: &tls.Config{Certificates: []tls.Certificate{pair}, ClientCAs: front, ClientAuth: tls.RequireAndVerifyClientCert}}
	insist("metrics", func() error { return server.ListenAndServeTLS("", "") })
	return nil
}

// register tells the API server where metrics.k8s.io is.
func register(c *cluster) error {
	client, err := aggregator.NewForConfig(c.Config)
	if err != nil {
		return err
	}
	bundle, err := os.ReadFile(c.Authority)
	if err != nil {
		return err
	}
	services := client.ApiregistrationV1().APIServices()
	_, err = services.Create(background, &registration.APIService{
		ObjectMeta: metav1.ObjectMeta{Name: "v1beta1.metrics.k8s.io"},
		Spec: registration.APIServiceSpec{Group: "metrics.k8s.io", Version: "v1beta1", GroupPriorityMinimum: 100, VersionPriority: 100,
			CABundle: bundle, Service: &registration.ServiceReference{Namespace: system, Name: "metrics-server"}},
	}, metav1.CreateOptions{})
	if errors.IsAlreadyExists(err) {
		return nil
	}
	return err
}

// ServeHTTP answers discovery, and reads of nodes and Pods: all that this API has.
func (m *metricsAPI) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	rest := strings.Trim(strings.TrimPrefix(r.URL.Path, metricsRoot), "/")
	words := strings.Split(rest, "/")
	selector, err := labels.Parse(r.URL.Query().Get("labelSelector"))
	switch {
	case err != nil:
		reply(w, http.StatusBadRequest, errors.NewBadRequest(err.Error()).Status())
	case !strings.HasPrefix(r.URL.Path, metricsRoot):
		reply(w, http.StatusNotFound, notFound("paths", r.URL.Path))
	case rest == "":
		reply(w, http.StatusOK, group())
	case words[0] != "v1beta1" || len(words) > 5:
		reply(w, http.StatusNotFound, notFound("versions", words[0]))
	case len(words) == 1:
		reply(w, http.StatusOK, resources())
	case words[1] == "nodes" && len(words) <= 3:
		m.replyNodes(w, words[2:], selector)
	case words[1] == "pods" && len(words) == 2:
		m.replyPods(w, "", nil, selector)
	case words[1] == "namespaces" && len(words) >= 4 && words[3] == "pods":
		m.replyPods(w, words[2], words[4:], selector)
	default:
		reply(w, http.StatusNotFound, notFound("paths", r.URL.Path))
	}
}

func (m *metricsAPI) replyNodes(w http.ResponseWriter, name []string, selector labels.Selector) {
	list := metrics.NodeMetricsList{TypeMeta: kind("NodeMetricsList"), Items: []metrics.NodeMetrics{}}
	nodes, _ := m.nodeLister.List(selector)
	m.mutex.RLock()
	defer m.mutex.RUnlock()
	for _, node := range nodes {
		seen, known := m.nodes[node.Name]
		if !known || len(name) == 1 && name[0] != node.Name {
			continue
		}
		list.Items = append(list.Items, metrics.NodeMetrics{
			TypeMeta: kind("NodeMetrics"), ObjectMeta: metav1.ObjectMeta{Name: node.Name, Labels: node.Labels, CreationTimestamp: metav1.Now()},
			Timestamp: metav1.Time{Time: seen.at}, Window: metav1.Duration{Duration: seen.window}, Usage: seen.usage()})
	}
	if len(name) == 0 {
		reply(w, http.StatusOK, list)
	} else if len(list.Items) == 1 {
		reply(w, http.StatusOK, list.Items[0])
	} else {
		reply(w, http.StatusNotFound, notFound("nodes", name[0]))
	}
}

func (m *metricsAPI) replyPods(w http.ResponseWriter, namespace string, name []string, selector labels.Selector) {
	list := metrics.PodMetricsList{TypeMeta: kind("PodMetricsList"), Items: []metrics.PodMetrics{}}
	pods, _ := m.podLister.Pods(namespace).List(selector)
	m.mutex.RLock()
	defer m.mutex.RUnlock()
	for _, pod := range pods {
		seen, known := m.pods[pod.Namespace+"/"+pod.Name]
		if !known || len(name) == 1 && name[0] != pod.Name {
			continue
		}
		item := metrics.PodMetrics{TypeMeta: kind("PodMetrics"), ObjectMeta: metav1.ObjectMeta{Name: pod.Name,
			Namespace: pod.Namespace, Labels: pod.Labels, CreationTimestamp: metav1.Now()}, Containers: []metrics.ContainerMetrics{}}
		for container, figure := range seen.containers {
			item.Timestamp, item.Window = metav1.Time{Time: figure.at}, metav1.Duration{Duration: figure.window}
			item.Containers = append(item.Containers, metrics.ContainerMetrics{Name: container, Usage: figure.usage()})
		}
		list.Items = append(list.Items, item)
	}
	if len(name) == 0 {
		reply(w, http.StatusOK, list)
	} else if len(list.Items) == 1 {
		reply(w, http.StatusOK, list.Items[0])
	} else {
		reply(w, http.StatusNotFound, notFound("pods", namespace+"/"+name[0]))
	}
}

func (f figure) usage() corev1.ResourceList {
	return corev1.ResourceList{
		corev1.ResourceCPU:    *resource.NewScaledQuantity(int64(f.cpu), resource.Nano),
		corev1.ResourceMemory: *resource.NewQuantity(int64(f.memory), resource.BinarySI),
	}
}

func kind(name string) metav1.TypeMeta {
	return metav1.TypeMeta{APIVersion: "metrics.k8s.io/v1beta1", Kind: name}
}

func group() metav1.APIGroup {
	version := metav1.GroupVersionForDiscovery{GroupVersion: "metrics.k8s.io/v1beta1", Version: "v1beta1"}
	return metav1.APIGroup{TypeMeta: metav1.TypeMeta{APIVersion: "v1", Kind: "APIGroup"}, Name: "metrics.k8s.io",
		Versions: []metav1.GroupVersionForDiscovery{version}, PreferredVersion: version}
}

func resources() metav1.APIResourceList {
	verbs := metav1.Verbs{"get", "list"}
	return metav1.APIResourceList{TypeMeta: metav1.TypeMeta{APIVersion: "v1", Kind: "APIResourceList"},
		GroupVersion: "metrics.k8s.io/v1beta1", APIResources: []metav1.APIResource{
			{Name: "nodes", Kind: "NodeMetrics", Verbs: verbs},
			{Name: "pods", Kind: "PodMetrics", Namespaced: true, Verbs: verbs}}}
}

func notFound(what, name string) metav1.Status {
	status := errors.NewNotFound(schema.GroupResource{Group: "metrics.k8s.io", Resource: what}, name).Status()
	status.TypeMeta = metav1.TypeMeta{APIVersion: "v1", Kind: "Status"}
	return status
}

func reply(w http.ResponseWriter, code int, body interface{}) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(code)
	_ = json.NewEncoder(w).Encode(body)
}
