package addons

import (
	"strings"
	"testing"
)

func TestAPanicIsAnError(t *testing.T) {
	err := guarded(func() error { panic("no such thing") })
	if err == nil || !strings.Contains(err.Error(), "no such thing") {
		t.Errorf("got %v", err)
	}
}
