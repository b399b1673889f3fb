package policy

import (
	"slices"
	"strings"
	"testing"

	"github.com/cloudnativelabs/kube-router/v2/pkg/utils"
)

// chains plays the tables of a node.
type chains struct {
	utils.IPTablesHandler
	rules map[string][]string
}

func (c chains) ChainExists(_, chain string) (bool, error) {
	_, exists := c.rules[chain]
	return exists, nil
}

func (c chains) NewChain(_, chain string) error {
	c.rules[chain] = []string{}
	return nil
}

func (c chains) List(_, chain string) ([]string, error) { return c.rules[chain], nil }

func (c chains) Insert(_, chain string, position int, words ...string) error {
	c.rules[chain] = slices.Insert(c.rules[chain], position-1, "-A "+chain+" "+strings.Join(words, " "))
	return nil
}

func TestWhatKubeProxyRefusesComesBeforeWhatPoliciesAllow(t *testing.T) {
	const accept = "-A KUBE-ROUTER-FORWARD -m mark --mark 0x20000/0x20000 -j ACCEPT"
	for name, before := range map[string]map[string][]string{
		"at first":              {},
		"after an earlier run":  {"KUBE-ROUTER-FORWARD": {accept}, "KUBE-SERVICES": {"a refusal"}},
		"with some of them":     {"KUBE-ROUTER-FORWARD": {"-A KUBE-ROUTER-FORWARD -j KUBE-SERVICES", accept}, "KUBE-SERVICES": {}},
		"with a similar target": {"KUBE-ROUTER-FORWARD": {"-A KUBE-ROUTER-FORWARD -j KUBE-SERVICES-OTHER"}},
	} {
		table := chains{rules: before}
		for range 2 {
			if exists, err := (refusing{table}).ChainExists("filter", "KUBE-ROUTER-FORWARD"); !exists || err != nil {
				t.Fatalf("%s: %v, %v", name, exists, err)
			}
		}
		rules := table.rules["KUBE-ROUTER-FORWARD"]
		for _, target := range refusals["KUBE-ROUTER-FORWARD"] {
			found := 0
			for i, rule := range rules {
				if strings.HasSuffix(rule, "-j "+target) {
					found++
					if at := slices.Index(rules, accept); at >= 0 && at < i {
						t.Errorf("%s: %s comes after the ACCEPT", name, target)
					}
				}
			}
			if _, exists := table.rules[target]; found != 1 || !exists {
				t.Errorf("%s: %d jumps to %s, which exists: %v; %v", name, found, target, exists, rules)
			}
		}
	}
}

func TestOtherChainsAreLeftAlone(t *testing.T) {
	table := chains{rules: map[string][]string{"KUBE-NWPLCY-DEFAULT": {}}}
	for chain, want := range map[string]bool{"KUBE-NWPLCY-DEFAULT": true, "OTHER": false} {
		if got, err := (refusing{table}).ChainExists("filter", chain); got != want || err != nil {
			t.Errorf("%s: %v, %v", chain, got, err)
		}
	}
	if len(table.rules) != 1 || len(table.rules["KUBE-NWPLCY-DEFAULT"]) != 0 {
		t.Errorf("%v", table.rules)
	}
}
