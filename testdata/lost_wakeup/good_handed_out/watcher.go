//proof:none who receives is in another package

package handedout

import "sync/atomic"

// Watcher tells of changes.
type Watcher struct {
	version atomic.Int64
	changed chan struct{}
}

// New returns a watcher.
func New() *Watcher {
	return &Watcher{changed: make(chan struct{})}
}

// Changed is for those who also look at Version.
func (w *Watcher) Changed() <-chan struct{} {
	return w.changed
}

// Wait waits for a change.
func (w *Watcher) Wait() int64 {
	<-w.changed
	return w.version.Load()
}

// Touch notes a change.
func (w *Watcher) Touch() {
	w.version.Add(1)
	select {
	case w.changed <- struct{}{}: // wantlow "`w.changed` has no buffer"
	default:
	}
}
