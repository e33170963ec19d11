package store

import "runtime"

// failing ends the goroutine where a test would fail.
type failing struct{}

func (failing) Helper()               {}
func (failing) Fatal(...any)          { runtime.Goexit() }
func (failing) Fatalf(string, ...any) { runtime.Goexit() }
func (failing) Errorf(string, ...any) {}
func (failing) FailNow()              { runtime.Goexit() }

// Exercise resumes twice, and fails on two others.
func Exercise() {
	s := &Store{tb: failing{}, suspended: 2}
	s.Resume()
	s.Resume()
	s.MustBe(failing{}, 1)
	go (&Store{tb: failing{}}).Resume()
	go (&Store{}).MustBe(failing{}, 1)
}
