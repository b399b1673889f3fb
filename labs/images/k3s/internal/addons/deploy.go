package addons

import (
	"bytes"
	"embed"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"text/template"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/yaml"
	"k8s.io/client-go/discovery"
	"k8s.io/client-go/discovery/cached/memory"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/restmapper"
)

//go:embed manifests/*.yaml
var manifests embed.FS

// definitions is where the image has definitions of kinds, in a folder for each part.
const definitions = "/usr/lib/deckhand/definitions"

// Programs is where an image has the programs that the parts run.
const Programs = "/usr/lib/deckhand/bin"

// separate are the parts whose programs come with an image of their own. Each program is named as its part.
var separate = []string{"traefik"}

// Absent lists the enabled parts whose programs aren't in a folder. Their Pods could never start.
func Absent(folder string, enabled func(part string) bool) []string {
	var absent []string
	for _, part := range separate {
		if !enabled(part) {
			continue
		}
		if _, err := os.Stat(filepath.Join(folder, part)); err != nil {
			absent = append(absent, part)
		}
	}
	return absent
}

// The parts that have a manifest, in the order of applying. A name is that of --disable, and of the manifest.
var (
	// early parts start with the node: every lesson needs them.
	early = []string{"network-policy", "coredns", "local-storage"}
	// late parts start once the node is ready. Traefik's definitions alone keep the API server busy for seconds.
	late = []string{"metrics-server", "traefik"}
)

// deploy applies the manifests of those of the parts that aren't disabled. Applying twice changes nothing.
func (c *cluster) deploy(parts []string) error {
	config := c.config("deploy")
	client, err := dynamic.NewForConfig(config)
	if err != nil {
		return err
	}
	finder, err := discovery.NewDiscoveryClientForConfig(config)
	if err != nil {
		return err
	}
	kinds := restmapper.NewDeferredDiscoveryRESTMapper(memory.NewMemCacheClient(finder))
	for _, part := range parts {
		if !c.Enabled(part) {
			continue
		}
		objects, err := c.objects(part)
		if err != nil {
			return err
		}
		for _, object := range objects {
			if err := apply(client, kinds, object); err != nil {
				return fmt.Errorf("%s: %s %s: %w", part, object.GetKind(), object.GetName(), err)
			}
		}
	}
	return nil
}

// objects reads what a part consists of: definitions that come from its own project, and its manifest with this node's
// values in it.
func (c *cluster) objects(part string) ([]*unstructured.Unstructured, error) {
	files, err := filepath.Glob(filepath.Join(definitions, part, "*.yaml"))
	if err != nil {
		return nil, err
	}
	var all []*unstructured.Unstructured
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		objects, err := decode(bytes.NewReader(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, objects...)
	}
	own, err := c.manifest(part)
	return append(all, own...), err
}

func (c *cluster) manifest(part string) ([]*unstructured.Unstructured, error) {
	text, err := template.ParseFS(manifests, "manifests/"+part+".yaml")
	if err != nil {
		return nil, err
	}
	var filled bytes.Buffer
	if err := text.Execute(&filled, c.Settings); err != nil {
		return nil, err
	}
	return decode(&filled)
}

func decode(manifest io.Reader) ([]*unstructured.Unstructured, error) {
	var objects []*unstructured.Unstructured
	documents := yaml.NewYAMLOrJSONDecoder(manifest, 4096)
	for {
		object := &unstructured.Unstructured{}
		switch err := documents.Decode(&object.Object); {
		case err == io.EOF:
			return objects, nil
		case err != nil:
			return nil, err
		case len(object.Object) > 0:
			objects = append(objects, object)
		}
	}
}

func apply(client dynamic.Interface, kinds *restmapper.DeferredDiscoveryRESTMapper, object *unstructured.Unstructured) error {
	kind := object.GroupVersionKind()
	mapping, err := kinds.RESTMapping(kind.GroupKind(), kind.Version)
	if err != nil {
		kinds.Reset() // a definition that was applied just now isn't known yet
		return err
	}
	resource := client.Resource(mapping.Resource)
	options := metav1.ApplyOptions{FieldManager: "deploy@k3s", Force: true}
	if object.GetNamespace() == "" {
		_, err = resource.Apply(background, object.GetName(), object, options)
	} else {
		_, err = resource.Namespace(object.GetNamespace()).Apply(background, object.GetName(), object, options)
	}
	return err
}
