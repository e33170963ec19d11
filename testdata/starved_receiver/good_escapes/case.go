package good

import (
	"os"
	"os/signal"
	"time"
)

type Source struct {
	Events chan int
	ticks  <-chan time.Time
	stops  chan os.Signal
}

// New makes a source whose channels others feed.
func New() *Source {
	s := &Source{Events: make(chan int, 1), stops: make(chan os.Signal, 1)}
	s.ticks = time.After(time.Millisecond)
	signal.Notify(s.stops, os.Interrupt)
	return s
}

// Next waits for an event that the user of the package sends.
func (s *Source) Next() int { return <-s.Events }

// Tick waits for the clock.
func (s *Source) Tick() { <-s.ticks }

// WaitStop waits for the operating system.
func (s *Source) WaitStop() { <-s.stops }
