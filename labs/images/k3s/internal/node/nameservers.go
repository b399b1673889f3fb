package node

import (
	"bufio"
	"net"
	"os"
	"strings"
	"time"

	"github.com/miekg/dns"
)

// ResolvConf is the file that Pods with the node's DNS policy get.
const ResolvConf = "/etc/rancher/k3s/resolv.conf"

// askLimit is how long a name server may take to answer the first question: one in reach answers in milliseconds.
const askLimit = 500 * time.Millisecond

// PrepareNameservers writes ResolvConf without the name servers that only this container reaches: on a network of its own
// Docker puts 127.0.0.11 there, which in a Pod would be the Pod itself. Where none is left it names a public one, as k3s
// does. It returns whether one of them answers.
func PrepareNameservers() (bool, error) {
	text, err := os.ReadFile("/etc/resolv.conf")
	if err != nil {
		return false, err
	}
	servers, rest := nameservers(string(text))
	if len(servers) == 0 {
		servers = []string{"8.8.8.8"}
	}
	lines := "nameserver " + strings.Join(servers, "\nnameserver ") + "\n" + rest
	if err := os.WriteFile(ResolvConf, []byte(lines), 0644); err != nil {
		return false, err
	}
	return anyAnswers(servers, "53"), nil
}

// nameservers returns the name servers that a Pod can reach, and the other lines.
func nameservers(resolvConf string) (servers []string, rest string) {
	lines := bufio.NewScanner(strings.NewReader(resolvConf))
	for lines.Scan() {
		words := strings.Fields(lines.Text())
		if len(words) < 2 || words[0] != "nameserver" {
			rest += lines.Text() + "\n"
			continue
		}
		if ip := net.ParseIP(words[1]); ip != nil && !ip.IsLoopback() {
			servers = append(servers, words[1])
		}
	}
	return servers, rest
}

func anyAnswers(servers []string, port string) bool {
	answers := make(chan bool, len(servers))
	question := new(dns.Msg).SetQuestion(".", dns.TypeNS)
	for _, server := range servers {
		go func() {
			_, _, err := (&dns.Client{Timeout: askLimit}).Exchange(question.Copy(), net.JoinHostPort(server, port))
			answers <- err == nil
		}()
	}
	for range servers {
		if <-answers {
			return true
		}
	}
	return false
}
