// Package control starts the control plane: etcd, the API server, the controllers and the scheduler.
package control

import (
	"fmt"
	"net"
	"os"
	"time"

	"deckhand.dev/cluster/internal/arguments"
	"deckhand.dev/cluster/internal/certificates"
	"deckhand.dev/cluster/internal/node"
	"deckhand.dev/cluster/internal/process"
)

// Kubeconfig is where k3s puts the administrator's.
const Kubeconfig = "/etc/rancher/k3s/k3s.yaml"

// Server is the address of the API server for all that runs on this node.
const Server = "https://127.0.0.1:6443"

const store = "127.0.0.1:2379"

// Certificates holds the cluster's authority and the one by which the API server vouches for users to extensions.
type Certificates struct {
	Main  *certificates.Folder
	Front *certificates.Folder
}

// Issue makes every key of the server's node.
func Issue(o *arguments.Options) (*Certificates, error) {
	main, err := certificates.Open(node.Data + "/server/tls")
	if err != nil {
		return nil, err
	}
	front, err := certificates.Open(node.Data + "/server/tls/front")
	if err != nil {
		return nil, err
	}
	names := []string{"kubernetes", "kubernetes.default", "kubernetes.default.svc", "kubernetes.default.svc.cluster.local",
		"localhost", o.NodeName, "127.0.0.1", "10.43.0.1", o.NodeIP}
	here := []string{o.NodeName, "localhost", "127.0.0.1", o.NodeIP}
	err = main.Issue(
		certificates.Identity{Name: "server", User: "kube-apiserver", SANs: append(names, o.SANs...)},
		certificates.Identity{Name: "admin", User: "system:admin", Group: "system:masters"},
		certificates.Identity{Name: "controller", User: "system:kube-controller-manager"},
		certificates.Identity{Name: "scheduler", User: "system:kube-scheduler"},
		certificates.Identity{Name: "kube-proxy", User: "system:kube-proxy"},
		certificates.Identity{Name: "kubelet", User: "system:node:" + o.NodeName, Group: "system:nodes", SANs: here},
		certificates.Identity{Name: "deckhand", User: "system:deckhand", Group: "system:masters"},
		// without one of their own, the controllers and the scheduler each spend half a second on an RSA key
		certificates.Identity{Name: "local", User: "localhost", SANs: []string{"localhost", "127.0.0.1"}},
		certificates.Identity{Name: "network-policy", User: "system:network-policy"},
	)
	if err == nil {
		err = front.Issue(certificates.Identity{Name: "proxy", User: "system:auth-proxy"})
	}
	if err == nil {
		err = main.Signer("service")
	}
	if err == nil {
		err = kubeconfigs(main, o)
	}
	return &Certificates{main, front}, err
}

func kubeconfigs(main *certificates.Folder, o *arguments.Options) error {
	for _, name := range []string{"controller", "scheduler", "kube-proxy", "kubelet", "network-policy", "deckhand"} {
		if err := main.Kubeconfig(main.File(name+".kubeconfig"), Server, name, 0600); err != nil {
			return err
		}
	}
	var mode os.FileMode
	if _, err := fmt.Sscanf(o.Mode, "%o", &mode); err != nil {
		return fmt.Errorf("k3s: --write-kubeconfig-mode=%s is no file mode", o.Mode)
	}
	return main.Kubeconfig(Kubeconfig, Server, "admin", mode)
}

// StartStore starts etcd. One member elects itself: with a short heartbeat it does so at once. A lab outlives no power cut,
// so nothing waits for a disk.
func StartStore(table *process.Table, o *arguments.Options) error {
	words := []string{node.Binaries + "etcd", "--data-dir=" + node.Data + "/server/db", "--listen-client-urls=http://" + store,
		"--advertise-client-urls=http://" + store, "--listen-peer-urls=http://127.0.0.1:2380", "--unsafe-no-fsync",
		"--heartbeat-interval=20", "--election-timeout=100"}
	if err := table.Start([]string{"ETCD_UNSUPPORTED_ARCH="}, append(words, o.Extra["etcd"]...)...); err != nil {
		return err
	}
	// the API server asks for the store once a second: asking too early costs that second
	return answers(store, "etcd")
}

// StartAPI starts the API server; it is not ready yet when this returns.
func StartAPI(table *process.Table, o *arguments.Options, c *Certificates) {
	main, front := c.Main.File, c.Front.File
	flags := []string{"--etcd-servers=http://" + store, "--secure-port=6443",
		"--advertise-address=" + o.NodeIP,
		"--tls-cert-file=" + main("server.crt"), "--tls-private-key-file=" + main("server.key"), "--client-ca-file=" + main("ca.crt"),
		"--service-account-key-file=" + main("service.pub"), "--service-account-signing-key-file=" + main("service.key"),
		"--service-account-issuer=https://kubernetes.default.svc.cluster.local",
		"--authorization-mode=Node,RBAC", "--enable-admission-plugins=NodeRestriction",
		"--service-cluster-ip-range=" + node.ServiceRange, "--allow-privileged=true",
		"--kubelet-client-certificate=" + main("admin.crt"), "--kubelet-client-key=" + main("admin.key"),
		"--kubelet-certificate-authority=" + main("ca.crt"), "--kubelet-preferred-address-types=InternalIP,Hostname",
		"--requestheader-client-ca-file=" + front("ca.crt"), "--requestheader-allowed-names=system:auth-proxy",
		"--requestheader-extra-headers-prefix=X-Remote-Extra-", "--requestheader-group-headers=X-Remote-Group",
		"--requestheader-username-headers=X-Remote-User",
		"--proxy-client-cert-file=" + front("proxy.crt"), "--proxy-client-key-file=" + front("proxy.key"),
		// to the address of the metrics server's Pod, so that metrics are there also where kube-proxy isn't
		"--enable-aggregator-routing=true"}
	table.Go("kube-apiserver", append(flags, o.Extra["kube-apiserver"]...))
}

// StartControllers starts the controller manager, and the scheduler unless the learner is to be one.
func StartControllers(table *process.Table, o *arguments.Options, c *Certificates) {
	main := c.Main.File
	flags := []string{"--kubeconfig=" + main("controller.kubeconfig"),
		"--authentication-kubeconfig=" + main("controller.kubeconfig"), "--authorization-kubeconfig=" + main("controller.kubeconfig"),
		"--tls-cert-file=" + main("local.crt"), "--tls-private-key-file=" + main("local.key"),
		"--bind-address=127.0.0.1", "--leader-elect=false",
		"--allocate-node-cidrs=true", "--cluster-cidr=" + node.PodRange,
		"--service-account-private-key-file=" + main("service.key"), "--root-ca-file=" + main("ca.crt"),
		"--cluster-signing-cert-file=" + main("ca.crt"), "--cluster-signing-key-file=" + main("ca.key"),
		"--use-service-account-credentials=true", "--kube-api-qps=200", "--kube-api-burst=400"}
	table.Go("kube-controller-manager", append(flags, o.Extra["kube-controller-manager"]...))
	if !o.Enabled("scheduler") {
		return
	}
	flags = []string{"--kubeconfig=" + main("scheduler.kubeconfig"), "--bind-address=127.0.0.1",
		"--tls-cert-file=" + main("local.crt"), "--tls-private-key-file=" + main("local.key"),
		"--leader-elect=false"}
	table.Go("kube-scheduler", append(flags, o.Extra["kube-scheduler"]...))
}

func answers(address, name string) error {
	for until := time.Now().Add(time.Minute); time.Now().Before(until); time.Sleep(10 * time.Millisecond) {
		if connection, err := net.Dial("tcp", address); err == nil {
			return connection.Close()
		}
	}
	return fmt.Errorf("%s does not answer; see %s/%s.log", name, process.Logs, name)
}
