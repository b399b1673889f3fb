package addons

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestEveryPartHasAManifestWhoseObjectsAreInKubeSystemOrInNoNamespace(t *testing.T) {
	files, err := manifests.ReadDir("manifests")
	if err != nil {
		t.Fatal(err)
	}
	parts := append(slices.Clone(early), late...)
	if len(files) != len(parts) {
		t.Errorf("%d manifests for the parts %v", len(files), parts)
	}
	c := &cluster{Settings: Settings{NodeIP: "10.0.0.9"}}
	for _, part := range parts {
		objects, err := c.objects(part)
		if err != nil {
			t.Fatalf("%s: %v", part, err)
		}
		if len(objects) == 0 {
			t.Errorf("%s has no objects", part)
		}
		for _, object := range objects {
			if object.GetKind() == "" || object.GetName() == "" {
				t.Errorf("%s has an object without kind or name", part)
			}
			if space := object.GetNamespace(); space != "" && space != "kube-system" {
				t.Errorf("%s %s is in %s", object.GetKind(), object.GetName(), space)
			}
		}
	}
}

func TestNamesOutsideAreForwardedOnlyWhereANameServerAnswers(t *testing.T) {
	for answers, want := range map[bool]bool{true: true, false: false} {
		c := &cluster{Settings: Settings{Nameservers: answers}}
		objects, err := c.objects("coredns")
		if err != nil {
			t.Fatal(err)
		}
		forwards := false
		for _, object := range objects {
			if object.GetKind() == "ConfigMap" {
				data := object.Object["data"].(map[string]interface{})
				forwards = strings.Contains(data["Corefile"].(string), "forward . /etc/resolv.conf")
			}
		}
		if forwards != want {
			t.Errorf("a name server answers: %v, forwards: %v", answers, forwards)
		}
	}
}

func TestAPartIsAbsentWhereItsProgramIsNotInTheImage(t *testing.T) {
	folder := t.TempDir()
	all := func(string) bool { return true }
	if absent := Absent(folder, all); !slices.Equal(absent, []string{"traefik"}) {
		t.Errorf("without its program: %v", absent)
	}
	if absent := Absent(folder, func(part string) bool { return part != "traefik" }); len(absent) > 0 {
		t.Errorf("it's disabled, so nothing is absent: %v", absent)
	}
	if err := os.WriteFile(filepath.Join(folder, "traefik"), nil, 0755); err != nil {
		t.Fatal(err)
	}
	if absent := Absent(folder, all); len(absent) > 0 {
		t.Errorf("with its program: %v", absent)
	}
}
