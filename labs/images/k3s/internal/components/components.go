// Package components runs the components of Kubernetes within this process, as k3s does.
//
// A process of its own for each would cost 20 MB before it does anything, and a quarter of a second of a processor: that's
// what all of Kubernetes' packages need to get ready. Here that's paid once, and one garbage collector serves all.
package components

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	utilerrors "k8s.io/apimachinery/pkg/util/errors"
	"k8s.io/client-go/tools/cache"
	cliflag "k8s.io/component-base/cli/flag"
	basecompatibility "k8s.io/component-base/compatibility"
	"k8s.io/component-base/logs"
	logsapi "k8s.io/component-base/logs/api/v1"
	_ "k8s.io/component-base/logs/json/register"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	api "k8s.io/kubernetes/cmd/kube-apiserver/app"
	apioptions "k8s.io/kubernetes/cmd/kube-apiserver/app/options"
	controllers "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	proxy "k8s.io/kubernetes/cmd/kube-proxy/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
	scheduleroptions "k8s.io/kubernetes/cmd/kube-scheduler/app/options"
	kubelet "k8s.io/kubernetes/cmd/kubelet/app"
)

// Prepare sets what all components share. It comes before the first of them.
func Prepare() {
	// each of them sets up the log, with the same settings
	logsapi.ReapplyHandling = logsapi.ReapplyHandlingIgnoreUnchanged
	logs.InitLogs()
}

// ByName maps the name of a component to what runs it with its flags, until it ends.
var ByName = map[string]func(flags []string) error{
	"kube-apiserver":          apiServer,
	"kube-controller-manager": command(controllers.NewControllerManagerCommand),
	"kube-scheduler":          schedule,
	"kubelet":                 command(func() *cobra.Command { return kubelet.NewKubeletCommand(context.Background()) }),
	"kube-proxy":              command(proxy.NewProxyCommand),
}

// command runs a component as upstream's own main does.
func command(create func() *cobra.Command) func([]string) error {
	return func(flags []string) error {
		c := create()
		c.SetGlobalNormalizationFunc(cliflag.WordSepNormalizeFunc)
		c.SilenceErrors, c.SilenceUsage = true, true
		c.SetArgs(flags)
		return c.Execute()
	}
}

// apiServer does what upstream's command does, without its handler of signals: a process may have one, and the kubelet's
// command has it.
func apiServer(flags []string) error {
	o := apioptions.NewServerRunOptions()
	if err := parse("kube-apiserver", o.Flags(), flags); err != nil {
		return err
	}
	globals := o.GenericServerRunOptions.ComponentGlobalsRegistry
	if err := globals.Set(); err != nil {
		return err
	}
	if err := logsapi.ValidateAndApply(o.Logs, globals.FeatureGateFor(basecompatibility.DefaultKubeComponent)); err != nil {
		return err
	}
	completed, err := o.Complete(context.Background())
	if err != nil {
		return err
	}
	if wrong := completed.Validate(); len(wrong) > 0 {
		return utilerrors.NewAggregate(wrong)
	}
	return api.Run(context.Background(), completed)
}

// schedule runs the scheduler, for the same reason without upstream's command.
func schedule(flags []string) error {
	o := scheduleroptions.NewOptions()
	if err := parse("kube-scheduler", *o.Flags, flags); err != nil {
		return err
	}
	if err := o.ComponentGlobalsRegistry.Set(); err != nil {
		return err
	}
	if err := logsapi.ValidateAndApply(o.Logs, o.ComponentGlobalsRegistry.FeatureGateFor(basecompatibility.DefaultKubeComponent)); err != nil {
		return err
	}
	var err error
	if o.InformerName, err = cache.NewInformerName("kube-scheduler"); err != nil {
		return err
	}
	config, instance, err := scheduler.Setup(context.Background(), o)
	if err != nil {
		return err
	}
	return scheduler.Run(context.Background(), config, instance)
}

func parse(name string, sets cliflag.NamedFlagSets, flags []string) error {
	all := pflag.NewFlagSet(name, pflag.ContinueOnError)
	all.SetNormalizeFunc(cliflag.WordSepNormalizeFunc)
	for _, set := range sets.FlagSets {
		all.AddFlagSet(set)
	}
	return all.Parse(flags)
}
