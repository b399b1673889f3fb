// Package programs holds the programs of a cluster that share Kubernetes' code.
package programs

import (
	"errors"
	"flag"
	"log/slog"
	"os"
	"slices"
	"sort"

	"github.com/coredns/coredns/coremain"
	"github.com/spf13/cobra"
	helm "helm.sh/helm/v4/pkg/cmd"
	"helm.sh/helm/v4/pkg/kube"
	genericserver "k8s.io/apiserver/pkg/server"
	_ "k8s.io/client-go/plugin/pkg/client/auth"
	"k8s.io/component-base/cli"
	kubectl "k8s.io/kubectl/pkg/cmd"
	metrics "sigs.k8s.io/metrics-server/cmd/metrics-server/app"

	"deckhand.dev/cluster/internal/server"
)

// ByName maps the name of a program to what runs it; the result is its exit code.
var ByName = map[string]func() int{
	"k3s":            runServer,
	"kubectl":        component(func() *cobra.Command { return kubectl.NewDefaultKubectlCommand() }),
	"metrics-server": component(func() *cobra.Command { return metrics.NewMetricsServerCommand(genericserver.SetupSignalHandler()) }),
	"coredns":        runCoreDNS,
	"helm":           runHelm,
}

// Names returns the names of all programs, in order.
func Names() []string {
	names := make([]string, 0, len(ByName))
	for name := range ByName {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// component runs a program as upstream's own main does.
func component(command func() *cobra.Command) func() int {
	return func() int {
		flag.CommandLine = withoutCoreDNS(flag.CommandLine)
		return cli.Run(command())
	}
}

// The flags that CoreDNS adds to the program's when it's loaded. Nobody else may see them: others have a --version too.
var coreDNSFlags = []string{"conf", "dns.port", "log-format", "p", "pidfile", "plugins", "quiet", "version"}

// withoutCoreDNS returns a set of flags without those of CoreDNS.
func withoutCoreDNS(all *flag.FlagSet) *flag.FlagSet {
	others := flag.NewFlagSet(all.Name(), flag.ExitOnError)
	all.VisitAll(func(f *flag.Flag) {
		if !slices.Contains(coreDNSFlags, f.Name) {
			others.Var(f.Value, f.Name, f.Usage)
		}
	})
	return others
}

func runServer() int {
	flag.CommandLine = withoutCoreDNS(flag.CommandLine)
	return server.Main()
}

func runCoreDNS() int {
	coremain.Run()
	return 0
}

// runHelm runs Helm as its own main does, which leaves printing errors to the command.
func runHelm() int {
	kube.ManagedFieldsManager = "helm"
	command, err := helm.NewRootCmd(os.Stdout, os.Args[1:], helm.SetupLogging)
	if err != nil {
		slog.Warn("command failed", slog.Any("error", err))
		return 1
	}
	err = command.Execute()
	if failed, is := errors.AsType[helm.CommandError](err); is {
		return failed.ExitCode
	}
	if err != nil {
		return 1
	}
	return 0
}
