// A stand-in for the k3s program: the components of upstream Kubernetes, laid out and started as rancher/k3s does it.
package main

import (
	"flag"
	"fmt"
	"log"
	"math/rand"
	"os"
	"syscall"
	"time"

	"k8s.io/klog/v2"

	"k8s.io/kubernetes/cmd/deckhand-k3s/arguments"
	"k8s.io/kubernetes/cmd/deckhand-k3s/control"
	"k8s.io/kubernetes/cmd/deckhand-k3s/node"
	"k8s.io/kubernetes/cmd/deckhand-k3s/process"
)

func main() {
	rand.Seed(time.Now().UnixNano())
	words := os.Args[1:]
	if len(words) > 0 {
		switch words[0] {
		case "kubectl":
			if os.Getenv("KUBECONFIG") == "" {
				os.Setenv("KUBECONFIG", control.Kubeconfig)
			}
			become("/usr/bin/kubectl", words)
		case "ctr":
			become("/usr/bin/ctr", append([]string{"ctr", "--address", node.Containerd, "-n", "k8s.io"}, words[1:]...))
		case "--version", "-v", "version":
			fmt.Println("k3s version v1.20.2-deckhand (upstream Kubernetes from Debian 12's source)")
			return
		}
	}
	options, err := arguments.Parse(words)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	quiet()
	if err := serve(options); err != nil {
		say("level=fatal msg=%q", err.Error())
		os.Exit(1)
	}
}

// become turns this process into another program.
func become(path string, words []string) {
	err := syscall.Exec(path, words, os.Environ())
	fmt.Fprintf(os.Stderr, "k3s: %s: %v\n", path, err)
	os.Exit(127)
}

// quiet sends what libraries have to say to a file: the container's own log is for what a reader wants to know.
func quiet() {
	flags := flag.NewFlagSet("klog", flag.ContinueOnError)
	klog.InitFlags(flags)
	_ = flags.Set("logtostderr", "false")
	_ = os.MkdirAll(process.Logs, 0755)
	out, err := os.OpenFile(process.Logs+"/k3s.log", os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0644)
	if err != nil {
		return
	}
	klog.SetOutput(out)
	log.SetOutput(out)
}

func say(format string, values ...interface{}) {
	fmt.Printf("time=%q "+format+"\n", append([]interface{}{time.Now().UTC().Format("2006-01-02T15:04:05.000Z")}, values...)...)
}
