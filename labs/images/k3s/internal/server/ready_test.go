package server

import (
	"reflect"
	"testing"

	corev1 "k8s.io/api/core/v1"

	"deckhand.dev/cluster/internal/arguments"
)

func TestTheServersNodeHasItsRoleAndWhatItsFlagsSay(t *testing.T) {
	made, err := serverNode(&arguments.Options{NodeName: "harbour", Labels: []string{"deck=upper", "empty="}, Taints: []string{"crew=night:NoSchedule"}})
	if err != nil {
		t.Fatal(err)
	}
	for label, want := range map[string]string{"node-role.kubernetes.io/control-plane": "true", corev1.LabelHostname: "harbour", "deck": "upper", "empty": ""} {
		if got, is := made.Labels[label]; !is || got != want {
			t.Errorf("%s is %q, %v", label, got, is)
		}
	}
	if want := []corev1.Taint{{Key: "crew", Value: "night", Effect: corev1.TaintEffectNoSchedule}}; !reflect.DeepEqual(made.Spec.Taints, want) {
		t.Errorf("taints: %v", made.Spec.Taints)
	}
}

func TestATaintWithoutAnEffectIsRefused(t *testing.T) {
	if _, err := serverNode(&arguments.Options{NodeName: "harbour", Taints: []string{"crew=night:Sometimes"}}); err == nil {
		t.Error("taken")
	}
}
