package server

import (
	"deckhand.dev/cluster/internal/arguments"
	"deckhand.dev/cluster/internal/join"
	"deckhand.dev/cluster/internal/node"
	"deckhand.dev/cluster/internal/process"
)

// startAgent brings up a node that joins a server's cluster.
func startAgent(table *process.Table, o *arguments.Options) error {
	at := clock()
	if err := prepare(o); err != nil {
		return err
	}
	lookForNameservers()
	runtime, images := startRuntime(table, o, at)
	keys, err := join.Ask(o.ServerURL, o.Token, o.NodeName, o.NodeIP, node.Data+"/agent/tls")
	if err != nil {
		return err
	}
	at("the server gave keys")
	_, client, err := connect(keys.File("kubelet.kubeconfig"))
	if err != nil {
		return err
	}
	if err := <-runtime; err != nil {
		return err
	}
	if err := node.StartKubelet(table, o, keys.Path); err != nil {
		return err
	}
	if err := node.StartProxy(table, o, keys.Path); err != nil {
		return err
	}
	subnet, err := node.OwnRange(client, o.NodeName)
	if err != nil {
		return err
	}
	if err := node.WriteNetwork(subnet); err != nil {
		return err
	}
	// a kubelet may list no node but its own
	_, neighbours, err := connect(keys.File("network-policy.kubeconfig"))
	if err != nil {
		return err
	}
	go node.FollowNodes(neighbours, o.NodeName)
	if err := waitForNode(client, o.NodeName); err != nil {
		return err
	}
	enforce(o, neighbours)
	if err := <-images; err != nil {
		return err
	}
	at("Node controller sync successful")
	settle()
	return nil
}
