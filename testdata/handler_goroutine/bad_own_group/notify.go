package notify

import (
	"net/http"
	"time"

	"golintsched.test/cases/handler_goroutine/bad_own_group/workers"
)

// group does something for each peer.
type group struct {
	workers *workers.Workers
	errs    []error
}

func newGroup(peers int) *group {
	return &group{workers.New(peers), make([]error, peers)}
}

func (g *group) Go(task func() error, place int) {
	g.workers.Take()
	go func() {
		defer g.workers.Give()
		g.errs[place] = task()
	}()
}

func (g *group) Wait() []error {
	g.workers.Wait()
	return g.errs
}

func restart(string) error {
	time.Sleep(5 * time.Second) // want "does not observe r.Context"
	return nil
}

// Restart restarts all peers.
func Restart(peers []string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		g := newGroup(len(peers))
		for place, peer := range peers {
			g.Go(func() error { return restart(peer) }, place)
		}
		w.WriteHeader(http.StatusAccepted)
	}
}
