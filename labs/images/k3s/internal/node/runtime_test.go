package node

import (
	"errors"
	"strings"
	"testing"
)

func TestARuntimeThatCannotLoadSaysWhy(t *testing.T) {
	const log = `time="2026-11-29T18:40:00Z" level=info msg="loading plugin" id=io.containerd.grpc.v1.cri type=io.containerd.grpc.v1
time="2026-11-29T18:40:01Z" level=warning msg="failed to load plugin" error="failed to create CRI service: failed to create cni conf monitor for default: failed to create fsnotify watcher: too many open files" id=io.containerd.grpc.v1.cri type=io.containerd.grpc.v1
`
	unknown := errors.New("unknown service runtime.v1.RuntimeService")
	for name, c := range map[string]struct{ log, want string }{
		"no inotify instance": {log, "max_user_instances=1024"},
		"another plugin":      {strings.ReplaceAll(log, "too many open files", "no such file"), "fsnotify watcher: no such file; see"},
		"nothing in the log":  {"", "unknown service runtime.v1.RuntimeService; see"},
	} {
		if got := runtimeFault(unknown, c.log).Error(); !strings.Contains(got, c.want) {
			t.Errorf("%s: %s", name, got)
		}
	}
}
