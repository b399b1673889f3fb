// Package process starts the programs of a node and buries them: as process 1 it also inherits the shims of containerd.
package process

import (
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// Logs is the folder where each program's output goes, one file each.
const Logs = "/var/log/k3s"

// Process is a program that was started.
type Process struct {
	Name string
	Log  string
	pid  int
	done chan struct{}
	code int
}

// Table knows what runs. There is one, since there is one process 1.
type Table struct {
	mutex   sync.Mutex
	running map[int]*Process
	stopped bool
	Ended   chan *Process // programs that ended unasked
}

// NewTable begins to bury the dead.
func NewTable() *Table {
	t := &Table{running: map[int]*Process{}, Ended: make(chan *Process, 16)}
	deaths := make(chan os.Signal, 32)
	signal.Notify(deaths, syscall.SIGCHLD)
	go func() {
		for range deaths {
			t.bury()
		}
	}()
	return t
}

func (t *Table) bury() {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	for {
		var status syscall.WaitStatus
		pid, err := syscall.Wait4(-1, &status, syscall.WNOHANG, nil)
		if err == syscall.EINTR {
			continue
		}
		if pid <= 0 || err != nil {
			return
		}
		if p := t.running[pid]; p != nil {
			delete(t.running, pid)
			p.code = status.ExitStatus()
			close(p.done)
			if !t.stopped {
				select {
				case t.Ended <- p:
				default:
				}
			}
		}
	}
}

// Start runs a program whose output goes to a log file. Its first word is its path.
func (t *Table) Start(environment []string, words ...string) (*Process, error) {
	name := filepath.Base(words[0])
	log := filepath.Join(Logs, name+".log")
	out, err := os.OpenFile(log, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0644)
	if err != nil {
		return nil, err
	}
	defer out.Close()
	null, err := os.Open(os.DevNull)
	if err != nil {
		return nil, err
	}
	defer null.Close()
	// under the lock, so that a program that ends at once is not buried before it is known
	t.mutex.Lock()
	defer t.mutex.Unlock()
	pid, err := syscall.ForkExec(words[0], words, &syscall.ProcAttr{
		Env:   append(os.Environ(), environment...),
		Files: []uintptr{null.Fd(), out.Fd(), out.Fd()},
		Sys:   &syscall.SysProcAttr{Setpgid: true},
	})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", words[0], err)
	}
	p := &Process{Name: name, Log: log, pid: pid, done: make(chan struct{})}
	t.running[pid] = p
	return p, nil
}

// Run waits for a program to end, and fails where it did.
func (t *Table) Run(environment []string, words ...string) error {
	p, err := t.Start(environment, words...)
	if err != nil {
		return err
	}
	<-p.done
	if p.code != 0 {
		return fmt.Errorf("%s ended with %d; see %s", p.Name, p.code, p.Log)
	}
	return nil
}

// Stop asks everything to end, and waits no longer than the grace: what is left ends with process 1.
func (t *Table) Stop(grace time.Duration) {
	t.mutex.Lock()
	t.stopped = true
	var waiting []*Process
	for pid, p := range t.running {
		_ = syscall.Kill(pid, syscall.SIGTERM)
		waiting = append(waiting, p)
	}
	t.mutex.Unlock()
	limit := time.After(grace)
	for _, p := range waiting {
		// the store alone has something to bring to an end
		if p.Name != "etcd" {
			continue
		}
		select {
		case <-p.done:
		case <-limit:
			return
		}
	}
}

// Code is what the program ended with.
func (p *Process) Code() int { return p.code }
