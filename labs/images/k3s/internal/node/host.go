package node

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// shims come first on the PATH where the machine cannot give what runc asks for
const shims = "/usr/lib/deckhand/shim"

// sysResource is the number of CAP_SYS_RESOURCE.
const sysResource = 24

// PrepareHost does what a machine's own start would have done before a kubelet runs.
func PrepareHost() error {
	if status, err := os.ReadFile("/proc/self/status"); err == nil && !bounding(string(status), sysResource) {
		os.Setenv("PATH", shims+":"+os.Getenv("PATH"))
	}
	// mounts that the kubelet makes must reach the containers that it starts
	if err := syscall.Mount("", "/", "", syscall.MS_SHARED|syscall.MS_REC, ""); err != nil {
		return fmt.Errorf("cannot share mounts (%w): start this container with --privileged", err)
	}
	if own, err := os.ReadFile("/proc/self/cgroup"); err == nil && hasOwnHierarchy(string(own)) {
		if err := delegateCgroups("/sys/fs/cgroup"); err != nil {
			return fmt.Errorf("cannot hand cgroups on: %w", err)
		}
	}
	for _, folder := range []string{Data + "/agent/images", "/run/k3s/containerd", "/etc/cni/net.d", "/etc/containerd", "/etc/rancher/k3s"} {
		if err := os.MkdirAll(folder, 0755); err != nil {
			return err
		}
	}
	return nil
}

// bounding says whether /proc/self/status shows a capability in the bounding set.
func bounding(status string, capability uint) bool {
	for _, line := range strings.Split(status, "\n") {
		if strings.HasPrefix(line, "CapBnd:") {
			set, err := strconv.ParseUint(strings.TrimSpace(line[len("CapBnd:"):]), 16, 64)
			return err != nil || set>>capability&1 == 1
		}
	}
	return true
}

// hasOwnHierarchy says whether /proc/self/cgroup shows cgroup v2, with this container at the top of what it sees. A container
// that sees the machine's own hierarchy must leave the machine's processes where they are.
func hasOwnHierarchy(own string) bool { return strings.TrimSpace(own) == "0::/" }

// delegateCgroups lets the kubelet make cgroups below this container's under cgroup v2: a group that hands controllers
// on may hold no process itself, so all of them move into one below it.
func delegateCgroups(root string) error {
	controllers, err := os.ReadFile(filepath.Join(root, "cgroup.controllers"))
	if err != nil {
		return err
	}
	init := filepath.Join(root, "init")
	if err := os.MkdirAll(init, 0755); err != nil {
		return err
	}
	processes, err := os.ReadFile(filepath.Join(root, "cgroup.procs"))
	if err != nil {
		return err
	}
	for _, pid := range strings.Fields(string(processes)) {
		// one that ended meanwhile needs no moving
		_ = os.WriteFile(filepath.Join(init, "cgroup.procs"), []byte(pid), 0644)
	}
	for _, controller := range strings.Fields(string(controllers)) {
		if err := os.WriteFile(filepath.Join(root, "cgroup.subtree_control"), []byte("+"+controller), 0644); err != nil {
			return err
		}
	}
	return nil
}

// Address is the first address of this container that others reach.
func Address() (string, error) {
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		return "", err
	}
	for _, address := range addresses {
		if ip, is := address.(*net.IPNet); is && ip.IP.To4() != nil && ip.IP.IsGlobalUnicast() && !ours(ip.IP) {
			return ip.IP.String(), nil
		}
	}
	return "", fmt.Errorf("this container has no address: give it a network")
}

// ours says whether an address is of the Pods' bridge: it outlives a restart of the container's programs.
func ours(ip net.IP) bool {
	_, pods, _ := net.ParseCIDR(PodRange)
	return pods.Contains(ip)
}
