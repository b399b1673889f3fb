package addons

import (
	"context"
	"crypto/tls"
	"net"
	"net/http"
	"os"
	"sync/atomic"
	"time"

	corev1 "k8s.io/api/core/v1"
	networking "k8s.io/api/networking/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/kubernetes"
	core "k8s.io/client-go/listers/core/v1"
	listers "k8s.io/client-go/listers/networking/v1"
)

const (
	ingressController = "dev.deckhand/ingress"
	classAnnotation   = "kubernetes.io/ingress.class"
	accessLog         = "/var/log/k3s/ingress.log"
)

// classes that this controller answers to: the one that an Ingress gets which names none, and the one of a current k3s.
var classes = map[string]bool{"nginx": true, "traefik": false}

// ingress is a controller and its proxy in one: the routes are in the same memory as the watch, so a change is served as
// soon as it is seen, and nothing is ever reloaded.
type ingress struct {
	*cluster
	client    kubernetes.Interface
	ingresses listers.IngressLister
	classes   listers.IngressClassLister
	services  core.ServiceLister
	endpoints core.EndpointsLister
	secrets   core.SecretLister
	table     atomic.Value // *routes
	turn      uint64
	fallback  *tls.Certificate
}

func startIngress(c *cluster) error {
	set := c.watches
	objects, kinds := set.Networking().V1().Ingresses(), set.Networking().V1().IngressClasses()
	services, endpoints, secrets := set.Core().V1().Services(), set.Core().V1().Endpoints(), set.Core().V1().Secrets()
	fallback, err := tls.LoadX509KeyPair(c.IngressCertificate, c.IngressKey)
	if err != nil {
		return err
	}
	i := &ingress{cluster: c, client: c.as("ingress"), ingresses: objects.Lister(), classes: kinds.Lister(),
		services: services.Lister(), endpoints: endpoints.Lister(), secrets: secrets.Lister(), fallback: &fallback}
	i.table.Store(&routes{})
	for name, usual := range classes {
		name, usual := name, usual
		insist("ingress", func() error { return i.class(name, usual) })
	}
	if err := i.listen(); err != nil {
		return err
	}
	loop("ingress", i.bring, objects.Informer(), kinds.Informer(), services.Informer(), endpoints.Informer(), secrets.Informer())
	return nil
}

func (i *ingress) class(name string, usual bool) error {
	class := &networking.IngressClass{ObjectMeta: metav1.ObjectMeta{Name: name}, Spec: networking.IngressClassSpec{Controller: ingressController}}
	if usual {
		class.Annotations = map[string]string{"ingressclass.kubernetes.io/is-default-class": "true"}
	}
	_, err := i.client.NetworkingV1().IngressClasses().Create(background, class, metav1.CreateOptions{})
	if errors.IsAlreadyExists(err) {
		return nil
	}
	return err
}

// listen serves on the node's ports 80 and 443.
func (i *ingress) listen() error {
	log, err := os.OpenFile(accessLog, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0644)
	if err != nil {
		return err
	}
	handler := newProxy(i, log)
	plain := &http.Server{Addr: ":80", Handler: handler, ReadHeaderTimeout: time.Minute}
	secure := &http.Server{Addr: ":443", Handler: handler, ReadHeaderTimeout: time.Minute,
		TLSConfig: &tls.Config{GetCertificate: i.certificate, NextProtos: []string{"h2", "http/1.1"}}}
	insist("ingress", plain.ListenAndServe)
	insist("ingress", func() error { return secure.ListenAndServeTLS("", "") })
	return nil
}

func (i *ingress) certificate(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	if found := i.table.Load().(*routes).certificate(hello.ServerName); found != nil {
		return found, nil
	}
	return i.fallback, nil
}

// bring makes the table of routes anew, and tells each Ingress the address where it is served.
func (i *ingress) bring() error {
	all, err := i.ingresses.List(labels.Everything())
	if err != nil {
		return err
	}
	table := &routes{}
	var mine []*networking.Ingress
	for _, object := range all {
		if i.ours(object) {
			mine = append(mine, object)
		}
	}
	table.fill(mine, i.secrets)
	i.table.Store(table)
	for _, object := range mine {
		if sameAddress(object.Status.LoadBalancer, i.NodeIP) || object.DeletionTimestamp != nil {
			continue
		}
		changed := object.DeepCopy()
		changed.Status.LoadBalancer = address(i.NodeIP)
		limited, cancel := context.WithTimeout(background, 5*time.Second)
		_, err := i.client.NetworkingV1().Ingresses(object.Namespace).UpdateStatus(limited, changed, metav1.UpdateOptions{})
		cancel()
		if err != nil {
			return err
		}
	}
	return nil
}

// ours says whether an Ingress is for this controller: by its class, or because it has none.
func (i *ingress) ours(object *networking.Ingress) bool {
	if object.Spec.IngressClassName != nil {
		class, err := i.classes.Get(*object.Spec.IngressClassName)
		return err == nil && class.Spec.Controller == ingressController
	}
	name, given := object.Annotations[classAnnotation]
	_, known := classes[name]
	return !given || known
}

// choose finds an address that serves a backend, each in turn.
func (i *ingress) choose(namespace string, backend *networking.IngressServiceBackend) (string, bool) {
	service, err := i.services.Services(namespace).Get(backend.Name)
	if err != nil {
		return "", false
	}
	for _, p := range service.Spec.Ports {
		if byName := backend.Port.Name != ""; byName && p.Name != backend.Port.Name || !byName && p.Port != backend.Port.Number {
			continue
		}
		if service.Spec.Type == corev1.ServiceTypeExternalName {
			return net.JoinHostPort(service.Spec.ExternalName, number(p.Port)), true
		}
		found := i.addresses(namespace, backend.Name, p.Name)
		if len(found) == 0 {
			return "", false
		}
		return found[atomic.AddUint64(&i.turn, 1)%uint64(len(found))], true
	}
	return "", false
}

func (i *ingress) addresses(namespace, name, port string) []string {
	endpoints, err := i.endpoints.Endpoints(namespace).Get(name)
	if err != nil {
		return nil
	}
	var found []string
	for _, subset := range endpoints.Subsets {
		for _, p := range subset.Ports {
			if p.Name != port {
				continue
			}
			for _, a := range subset.Addresses {
				found = append(found, net.JoinHostPort(a.IP, number(p.Port)))
			}
		}
	}
	return found
}
