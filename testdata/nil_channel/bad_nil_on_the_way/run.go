// Package bad runs commands in a box.
package bad

import (
	"errors"
	"log"
	"time"
)

type box struct {
	watched bool
	alarms  chan struct{}
}

func (b *box) notify() (<-chan struct{}, error) {
	if !b.watched {
		return nil, errors.New("no alarms here")
	}
	return b.alarms, nil
}

// run tells whether the alarm has gone off while the work was done.
func run(b *box, work func() error) (bool, error) {
	alarm, err := b.notify()
	if err != nil {
		alarm = nil
		log.Printf("running without alarms: %v", err)
	}
	if err := work(); err != nil {
		return false, err
	}
	close(b.alarms)
	_, rang := <-alarm // want "this receive blocks for ever where `alarm` has been set to nil"
	return rang, nil
}

// Exercise runs something in a box without alarms.
func Exercise() {
	b := &box{alarms: make(chan struct{})}
	go func() { _, _ = run(b, func() error { return nil }) }()
	time.Sleep(20 * time.Millisecond)
}
