// Package server is a stand-in for the k3s program: the components of upstream Kubernetes, laid out and started as
// rancher/k3s does it.
package server

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"syscall"
	"time"

	"k8s.io/component-base/version"
	"k8s.io/klog/v2"

	"deckhand.dev/cluster/internal/arguments"
	"deckhand.dev/cluster/internal/components"
	"deckhand.dev/cluster/internal/control"
	"deckhand.dev/cluster/internal/node"
	"deckhand.dev/cluster/internal/policy"
	"deckhand.dev/cluster/internal/process"
)

// Main runs k3s with the words of the command line, and returns its exit code.
func Main() int {
	words := os.Args[1:]
	if len(words) > 0 {
		switch words[0] {
		case "kubectl":
			if os.Getenv("KUBECONFIG") == "" {
				os.Setenv("KUBECONFIG", control.Kubeconfig)
			}
			return become("/usr/bin/kubectl", words)
		case "ctr":
			return become("/usr/bin/ctr", append([]string{"ctr", "--address", node.Containerd, "-n", "k8s.io"}, words[1:]...))
		case "--version", "-v", "version":
			fmt.Printf("k3s version %s-deckhand (upstream Kubernetes, built from its Go modules)\n", version.Get().GitVersion)
			return 0
		}
	}
	options, err := arguments.Parse(words)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	err = quiet()
	if err == nil {
		components.Prepare()
		err = serve(options)
	}
	if err != nil {
		say("level=fatal msg=%q", err.Error())
		return 1
	}
	return 0
}

// become turns this process into another program.
func become(path string, words []string) int {
	err := syscall.Exec(path, words, os.Environ())
	fmt.Fprintf(os.Stderr, "k3s: %s: %v\n", path, err)
	return 127
}

// quiet sends what libraries and components have to say to a file: the container's own log is for what a reader wants to know,
// and for why this process ended.
func quiet() error {
	if err := os.MkdirAll(process.Logs, 0755); err != nil {
		return err
	}
	log, err := os.OpenFile(process.Log, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0644)
	if err != nil {
		return err
	}
	defer log.Close()
	if err := debug.SetCrashOutput(os.Stdout, debug.CrashOptions{}); err != nil {
		return err
	}
	klog.OsExit = func(code int) {
		if policy.IsFatal() {
			unenforced("the controller ended; see " + process.Log)
			runtime.Goexit()
		}
		say("level=fatal msg=%q", "a component ended with "+strconv.Itoa(code)+"; see "+process.Log)
		os.Exit(code)
	}
	return syscall.Dup3(int(log.Fd()), int(os.Stderr.Fd()), 0)
}

func say(format string, values ...interface{}) {
	fmt.Printf("time=%q "+format+"\n", append([]interface{}{time.Now().UTC().Format("2006-01-02T15:04:05.000Z")}, values...)...)
}
