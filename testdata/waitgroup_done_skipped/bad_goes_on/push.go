// Package push sends measurements to somebody as long as a command runs.
package push

import (
	"errors"
	"strings"
	"sync"
)

type flags struct {
	address string
	groups  []string
	stop    chan struct{}
	running sync.WaitGroup
}

// maybeStart starts a goroutine, or returns an error; it is waited for all the same.
func (f *flags) maybeStart() error {
	if f.address == "" {
		return nil
	}
	f.stop = make(chan struct{})
	f.running.Add(1)
	for _, group := range f.groups {
		if name, _, ok := strings.Cut(group, ":"); !ok {
			return errors.New("no value for " + name)
		}
	}
	go f.push()
	return nil
}

func (f *flags) push() {
	defer f.running.Done()
	<-f.stop
}

func (f *flags) start() error {
	if err := f.maybeStart(); err != nil {
		return err
	}
	return nil
}

func (f *flags) end() {
	if f.stop != nil {
		close(f.stop)
		f.running.Wait() // want "maybeStart adds and then starts nothing"
	}
}

// Run runs a command.
func (f *flags) Run(command func() error) error {
	defer f.end()
	if err := f.start(); err != nil {
		return errors.Join(errors.New("cannot start"), err)
	}
	return command()
}
