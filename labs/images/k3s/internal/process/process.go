// Package process runs the parts of a node: programs, and components of Kubernetes within this process.
package process

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"time"

	"deckhand.dev/cluster/internal/components"
)

// Logs is the folder where each program's output goes, one file each. What runs within this process writes to Log.
const (
	Logs = "/var/log/k3s"
	Log  = Logs + "/k3s.log"
)

// Table knows what runs.
type Table struct {
	mutex    sync.Mutex
	programs []*program
	stopped  bool
	Ended    chan error // tells which part ended, and how: none is to end by itself
}

// program is one that goes on until it's stopped.
type program struct {
	*exec.Cmd
	done chan struct{}
}

// NewTable returns a table with nothing in it.
func NewTable() *Table { return &Table{Ended: make(chan error, 16)} }

// Go runs a component of Kubernetes within this process.
func (t *Table) Go(name string, flags []string) {
	go func() {
		err := components.ByName[name](flags)
		if err == nil {
			err = errors.New("nobody asked it to")
		}
		t.Ended <- fmt.Errorf("%s ended: %w; see %s", name, err, Log)
	}()
}

// Start starts a program that goes on, with its output in a log file. Its first word is its path.
func (t *Table) Start(environment []string, words ...string) error {
	p := &program{command(environment, words), make(chan struct{})}
	name := filepath.Base(words[0])
	log, err := logTo(p.Cmd, name)
	if err != nil {
		return err
	}
	defer log.Close()
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if err := p.Cmd.Start(); err != nil {
		return err
	}
	t.programs = append(t.programs, p)
	go func() {
		_ = p.Wait()
		close(p.done)
		t.mutex.Lock()
		defer t.mutex.Unlock()
		if !t.stopped {
			t.Ended <- fmt.Errorf("%s ended with %d; see %s", name, p.ProcessState.ExitCode(), log.Name())
		}
	}()
	return nil
}

// Run waits for a program to end, and fails where it did.
func Run(words ...string) error {
	c := command(nil, words)
	log, err := logTo(c, filepath.Base(words[0]))
	if err != nil {
		return err
	}
	defer log.Close()
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s: %w; see %s", words[0], err, log.Name())
	}
	return nil
}

func command(environment, words []string) *exec.Cmd {
	c := exec.Command(words[0], words[1:]...)
	c.Env = append(os.Environ(), environment...)
	// what a terminal sends to this process is for this process
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	return c
}

func logTo(c *exec.Cmd, name string) (*os.File, error) {
	log, err := os.OpenFile(filepath.Join(Logs, name+".log"), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0644)
	c.Stdout, c.Stderr = log, log
	return log, err
}

// Stop asks every program to end, and waits for the store no longer than the grace: it alone has something to bring to an
// end. What is left ends with the container.
func (t *Table) Stop(grace time.Duration) {
	t.mutex.Lock()
	t.stopped = true
	running := t.programs
	t.mutex.Unlock()
	for _, p := range running {
		_ = p.Process.Signal(syscall.SIGTERM)
	}
	limit := time.After(grace)
	for _, p := range running {
		if filepath.Base(p.Path) != "etcd" {
			continue
		}
		select {
		case <-p.done:
		case <-limit:
			return
		}
	}
}
