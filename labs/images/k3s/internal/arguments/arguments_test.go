package arguments

import (
	"reflect"
	"strings"
	"testing"
)

func TestBothFormsOfAnArgumentAreRead(t *testing.T) {
	for _, words := range [][]string{
		{"server", "--node-name=one", "--kubelet-arg=max-pods=60", "--tls-san=a,b", "--disable-scheduler"},
		{"server", "--node-name", "one", "--kubelet-arg", "max-pods=60", "--tls-san", "a", "--tls-san", "b", "--disable-scheduler=true"},
	} {
		o, err := Parse(words)
		if err != nil {
			t.Fatal(err)
		}
		if o.NodeName != "one" || !reflect.DeepEqual(o.SANs, []string{"a", "b"}) || o.Enabled("scheduler") {
			t.Errorf("%v gives %+v", words, o)
		}
		if want := []string{"--max-pods=60"}; !reflect.DeepEqual(o.Extra["kubelet"], want) {
			t.Errorf("%v passes %v to the kubelet", words, o.Extra["kubelet"])
		}
	}
}

func TestPartsAreDisabledByName(t *testing.T) {
	o, err := Parse([]string{"server", "--disable=traefik,servicelb", "--disable", "metrics-server"})
	if err != nil {
		t.Fatal(err)
	}
	for part, enabled := range map[string]bool{"traefik": false, "servicelb": false, "metrics-server": false, "coredns": true} {
		if o.Enabled(part) != enabled {
			t.Errorf("%s: enabled is %v", part, o.Enabled(part))
		}
	}
}

func TestWhatNobodyKnowsIsRefusedByName(t *testing.T) {
	for want, words := range map[string][]string{
		"unknown argument --colour": {"server", "--colour=red"},
		"--node-name wants a value": {"server", "--node-name"},
		"there is no such part":     {"server", "--disable=everything"},
		"server or agent":           {"serve"},
		"wants --server":            {"agent", "--token=x"},
		"is no argument":            {"server", "loose"},
	} {
		if _, err := Parse(words); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: want %q, got %v", words, want, err)
		}
	}
}
