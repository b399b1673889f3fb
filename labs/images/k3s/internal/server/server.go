package server

import (
	"k8s.io/client-go/rest"
	"k8s.io/klog/v2"

	"deckhand.dev/cluster/internal/addons"
	"deckhand.dev/cluster/internal/arguments"
	"deckhand.dev/cluster/internal/certificates"
	"deckhand.dev/cluster/internal/control"
	"deckhand.dev/cluster/internal/join"
	"deckhand.dev/cluster/internal/node"
	"deckhand.dev/cluster/internal/process"
)

// firstRange is what the controllers give the first node: known beforehand, so nothing need wait for it.
const firstRange = "10.42.0.0/24"

// startServer brings the server's parts up, each as soon as what it needs is there.
func startServer(table *process.Table, o *arguments.Options) error {
	at := clock()
	if err := prepare(o); err != nil {
		return err
	}
	if err := node.WriteNetwork(firstRange); err != nil {
		return err
	}
	nameservers := lookForNameservers()
	runtime, images := startRuntime(table, o, at)
	keys, err := control.Issue(o)
	if err != nil {
		return err
	}
	at("certificates are made")
	if err := control.StartStore(table, o); err != nil {
		return err
	}
	at("etcd is up")
	control.StartAPI(table, o, keys)
	config, client, err := connect(keys.Main.File("deckhand.kubeconfig"))
	if err != nil {
		return err
	}
	if err := waitFor(client, "/version"); err != nil {
		return err
	}
	at("the API server answers")
	if err := <-runtime; err != nil {
		return err
	}
	registered := make(chan error, 1)
	go func() { registered <- register(client, o) }()
	if err := node.StartKubelet(table, o, keys.Main.Path); err != nil {
		return err
	}
	// the controllers may do nothing before their roles are there
	if err := waitFor(client, "/healthz/poststarthook/rbac/bootstrap-roles"); err != nil {
		return err
	}
	at("roles are made")
	control.StartControllers(table, o, keys)
	if err := node.StartProxy(table, o, keys.Main.Path); err != nil {
		return err
	}
	atWork := make(chan struct{})
	if err := extend(config, o, nameservers, atWork); err != nil {
		return err
	}
	if err := invite(keys.Main, o); err != nil {
		return err
	}
	go node.FollowNodes(client, o.NodeName)
	if err := <-registered; err != nil {
		return err
	}
	if err := ready(client, o.NodeName, at); err != nil {
		return err
	}
	close(atWork)
	_, neighbours, err := connect(keys.Main.File("network-policy.kubeconfig"))
	if err != nil {
		return err
	}
	enforce(o, neighbours)
	if err := <-images; err != nil {
		return err
	}
	// the line that rancher/k3s ends its start with, and that those who start it wait for
	at("Node controller sync successful")
	settle()
	return nil
}

// invite lets other nodes join, by the token that k3s keeps in the same place.
func invite(folder *certificates.Folder, o *arguments.Options) error {
	token, err := join.Token(node.Data+"/server/node-token", o.Token)
	if err != nil {
		return err
	}
	return join.Listen(folder, o.NodeIP, token)
}

func extend(config *rest.Config, o *arguments.Options, nameservers <-chan bool, atWork <-chan struct{}) error {
	for _, part := range addons.Absent(addons.Programs, o.Enabled) {
		o.Disabled[part] = true
		say("level=warning msg=%q", part+" isn't in this image, so the cluster has none; the image deckhand/k3s-"+part+" has it")
	}
	return addons.Start(addons.Settings{Config: config, NodeName: o.NodeName, NodeIP: o.NodeIP, Enabled: o.Enabled,
		Nameservers: <-nameservers, Ready: atWork})
}

// lookForNameservers asks beside everything else: one that's out of reach costs half a second.
func lookForNameservers() <-chan bool {
	found := make(chan bool, 1)
	go func() {
		answers, err := node.PrepareNameservers()
		if err != nil {
			klog.Errorf("name servers: %v", err)
		}
		found <- answers
	}()
	return found
}
