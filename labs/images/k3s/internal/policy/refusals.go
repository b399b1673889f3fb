package policy

import (
	"strings"

	"github.com/cloudnativelabs/kube-router/v2/pkg/utils"
)

// refusing lets kube-proxy refuse before kube-router accepts.
//
// kube-router's chains come first, and end with an ACCEPT for what the policies allow. kube-proxy's rules for Services
// without endpoints, and for addresses that a load balancer's sources may not use, would never be asked: a connection to
// such a Service would hang instead of being refused. k3s has a fork of kube-router for that. Here kube-router's chains ask
// kube-proxy's first.
type refusing struct{ utils.IPTablesHandler }

// refusals names the chains in which kube-proxy refuses, for each of kube-router's chains: those to which kube-proxy itself
// jumps from the same place.
var refusals = map[string][]string{
	"KUBE-ROUTER-INPUT":   {"KUBE-PROXY-FIREWALL", "KUBE-EXTERNAL-SERVICES"},
	"KUBE-ROUTER-FORWARD": {"KUBE-PROXY-FIREWALL", "KUBE-SERVICES", "KUBE-EXTERNAL-SERVICES"},
	"KUBE-ROUTER-OUTPUT":  {"KUBE-PROXY-FIREWALL", "KUBE-SERVICES"},
}

// ChainExists is what kube-router asks of each of its chains whenever it looks after its rules, before it reads the table.
// It adds rules at the end, so those that are put first here stay first.
func (r refusing) ChainExists(table, chain string) (bool, error) {
	exists, err := r.IPTablesHandler.ChainExists(table, chain)
	if err != nil || refusals[chain] == nil {
		return exists, err
	}
	if !exists {
		if err := r.NewChain(table, chain); err != nil {
			return false, err
		}
	}
	rules, err := r.List(table, chain)
	if err != nil {
		return false, err
	}
	all := strings.Join(rules, "\n") + "\n"
	for _, target := range refusals[chain] {
		if strings.Contains(all, "-j "+target+"\n") {
			continue
		}
		if err := r.ask(table, chain, target); err != nil {
			return false, err
		}
	}
	return true, nil
}

// ask inserts a jump to one of kube-proxy's chains, which need not be there yet.
func (r refusing) ask(table, chain, target string) error {
	exists, err := r.IPTablesHandler.ChainExists(table, target)
	if err == nil && !exists {
		err = r.NewChain(table, target)
	}
	if err != nil {
		return err
	}
	return r.Insert(table, chain, 1, "-m", "conntrack", "--ctstate", "NEW",
		"-m", "comment", "--comment", "what kube-proxy refuses", "-j", target)
}
