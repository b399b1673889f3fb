// Package join lets a second node into the cluster: it shows the token, and is given keys of its own.
package join

import (
	"crypto/rand"
	"crypto/subtle"
	"crypto/tls"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"k8s.io/klog/v2"

	"deckhand.dev/cluster/internal/certificates"
)

// port is where the server listens for nodes; clients name that of the API server, as k3s has both on one.
const port = "6444"

// invitation is what a node is given.
type invitation struct {
	Server string            // address of the API server
	Files  map[string][]byte // keys and certificates by file name
}

// Token gives the token that nodes show: the one that was asked for, or the one from before, or a new one.
func Token(path, wanted string) (string, error) {
	if wanted == "" {
		if text, err := os.ReadFile(path); err == nil {
			return strings.TrimSpace(string(text)), nil
		}
		random := make([]byte, 16)
		if _, err := rand.Read(random); err != nil {
			return "", err
		}
		wanted = hex.EncodeToString(random)
	}
	return wanted, os.WriteFile(path, []byte(wanted+"\n"), 0600)
}

// Listen serves invitations at a node's address to whoever shows the token.
func Listen(folder *certificates.Folder, nodeIP, token string) error {
	pair, err := tls.LoadX509KeyPair(folder.File("server.crt"), folder.File("server.key"))
	if err != nil {
		return err
	}
	var one sync.Mutex
	handler := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		shown := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		if subtle.ConstantTimeCompare([]byte(shown), []byte(token)) != 1 {
			http.Error(w, "the token is not that of this cluster", http.StatusUnauthorized)
			return
		}
		name, ip := r.URL.Query().Get("node"), net.ParseIP(r.URL.Query().Get("ip"))
		if name == "" || ip == nil || name != filepath.Base(name) {
			http.Error(w, "say which node, and its address", http.StatusBadRequest)
			return
		}
		one.Lock()
		defer one.Unlock()
		given, err := invite(folder, name, ip.String())
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		given.Server = "https://" + net.JoinHostPort(nodeIP, "6443")
		_ = json.NewEncoder(w).Encode(given)
	})
	server := &http.Server{Addr: net.JoinHostPort(nodeIP, port), Handler: handler, ReadHeaderTimeout: 10 * time.Second,
		TLSConfig: &tls.Config{Certificates: []tls.Certificate{pair}}}
	go func() { klog.Errorf("nodes cannot join: %v", server.ListenAndServeTLS("", "")) }()
	return nil
}

// invite makes the keys of a node. They are kept under its name: a node that comes back is given new ones.
func invite(folder *certificates.Folder, name, ip string) (*invitation, error) {
	file := "node-" + name
	err := folder.Issue(certificates.Identity{Name: file, User: "system:node:" + name, Group: "system:nodes",
		SANs: []string{name, "localhost", "127.0.0.1", ip}})
	if err != nil {
		return nil, err
	}
	given := &invitation{Files: map[string][]byte{}}
	for to, from := range map[string]string{"ca.crt": "ca.crt", "kubelet.crt": file + ".crt", "kubelet.key": file + ".key",
		"kube-proxy.crt": "kube-proxy.crt", "kube-proxy.key": "kube-proxy.key",
		"network-policy.crt": "network-policy.crt", "network-policy.key": "network-policy.key"} {
		if given.Files[to], err = os.ReadFile(folder.File(from)); err != nil {
			return nil, err
		}
	}
	return given, nil
}

// Ask gets a node's keys from the server, waiting until it is there, and writes them and their kubeconfigs to a folder.
func Ask(server, token, name, ip, path string) (*certificates.Folder, error) {
	address, err := url.Parse(server)
	if err != nil || address.Hostname() == "" {
		return nil, fmt.Errorf("--server=%s is no address: write https://HOST:6443", server)
	}
	at := "https://" + net.JoinHostPort(address.Hostname(), port) + "/join?" + url.Values{"node": {name}, "ip": {ip}}.Encode()
	// as with k3s's short tokens the server is trusted by its address: the token alone does not name its authority
	client := &http.Client{Timeout: 5 * time.Second,
		Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	var given *invitation
	for until := time.Now().Add(5 * time.Minute); ; time.Sleep(200 * time.Millisecond) {
		var final bool
		if given, final, err = ask(client, at, token); err == nil {
			break
		}
		if final || time.Now().After(until) {
			return nil, fmt.Errorf("cannot join %s: %w", server, err)
		}
	}
	return given.keep(path)
}

// ask tries once; final says that trying again is of no use.
func ask(client *http.Client, at, token string) (*invitation, bool, error) {
	request, err := http.NewRequest(http.MethodGet, at, nil)
	if err != nil {
		return nil, true, err
	}
	request.Header.Set("Authorization", "Bearer "+token)
	answer, err := client.Do(request)
	if err != nil {
		return nil, false, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, answer.StatusCode == http.StatusUnauthorized, fmt.Errorf("the server answers %s", answer.Status)
	}
	given := &invitation{}
	return given, false, json.NewDecoder(answer.Body).Decode(given)
}

func (i *invitation) keep(path string) (*certificates.Folder, error) {
	if err := os.MkdirAll(path, 0700); err != nil {
		return nil, err
	}
	for name, text := range i.Files {
		if err := os.WriteFile(filepath.Join(path, filepath.Base(name)), text, 0600); err != nil {
			return nil, err
		}
	}
	folder := &certificates.Folder{Path: path}
	for _, name := range []string{"kubelet", "kube-proxy", "network-policy"} {
		if err := folder.Kubeconfig(folder.File(name+".kubeconfig"), i.Server, name, 0600); err != nil {
			return nil, err
		}
	}
	return folder, nil
}
