package addons

import (
	"fmt"
	"runtime/debug"
	"time"

	"k8s.io/client-go/tools/cache"
	"k8s.io/klog/v2"
)

const (
	together = 20 * time.Millisecond // changes this close are looked at as one
	again    = time.Second           // after a failure
	anyway   = 30 * time.Second      // when nothing happens
)

// loop brings the world to what the objects ask for, whenever one of the watched changes. A lab's cluster is small: looking
// at everything each time is simpler than knowing what changed, and cannot miss anything.
func loop(name string, bring func() error, watched ...cache.SharedIndexInformer) {
	changed := make(chan struct{}, 1)
	kick := func() {
		select {
		case changed <- struct{}{}:
		default:
		}
	}
	for _, informer := range watched {
		informer.AddEventHandler(cache.ResourceEventHandlerFuncs{
			AddFunc:    func(interface{}) { kick() },
			UpdateFunc: func(interface{}, interface{}) { kick() },
			DeleteFunc: func(interface{}) { kick() },
		})
	}
	go func() {
		for _, informer := range watched {
			for !informer.HasSynced() {
				time.Sleep(together)
			}
		}
		for {
			wait := anyway
			if err := guarded(bring); err != nil {
				klog.Errorf("%s: %v", name, err)
				wait = again
			}
			select {
			case <-changed:
				time.Sleep(together)
			case <-time.After(wait):
			}
		}
	}()
}

// guarded keeps a bug in one part from taking the node down with it.
func guarded(bring func() error) (err error) {
	defer func() {
		if panicked := recover(); panicked != nil {
			err = fmt.Errorf("panic: %v\n%s", panicked, debug.Stack())
		}
	}()
	return bring()
}

// insist repeats until it succeeds: what a part needs in the cluster before it is of use.
func insist(name string, do func() error) {
	go func() {
		for {
			err := guarded(do)
			if err == nil {
				return
			}
			klog.Errorf("%s: %v", name, err)
			time.Sleep(again / 2)
		}
	}()
}
