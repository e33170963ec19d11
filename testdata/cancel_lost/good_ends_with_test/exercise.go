package watch

import (
	"context"
	"testing"

	"golintsched.test/cases/prove"
)

// fake is a test that has ended once end was called.
type fake struct {
	testing.TB
	ends []func()
}

func (f *fake) Helper()            {}
func (f *fake) Cleanup(end func()) { f.ends = append(f.ends, end) }
func (f *fake) end() {
	for _, each := range f.ends {
		each()
	}
}

// Exercise asks in a test that ends.
func Exercise() {
	var seen context.Context
	test := &fake{}
	_ = Ask(test, context.Background(), func(ctx context.Context) error { seen = ctx; return nil })
	test.end()
	left := 0
	if seen.Err() == nil {
		left = 1
	}
	prove.Count("contexts not cancelled", left)
}
