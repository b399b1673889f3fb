package programs

import (
	"flag"
	"testing"
)

func TestOnlyCoreDNSSeesItsFlags(t *testing.T) {
	for _, name := range coreDNSFlags {
		if flag.Lookup(name) == nil {
			t.Errorf("CoreDNS has no flag %s any more", name)
		}
		if withoutCoreDNS(flag.CommandLine).Lookup(name) != nil {
			t.Errorf("others see %s", name)
		}
	}
	// the kubelet wants those that cAdvisor registers
	if withoutCoreDNS(flag.CommandLine).Lookup("housekeeping_interval") == nil {
		t.Error("flags of others are lost")
	}
}
