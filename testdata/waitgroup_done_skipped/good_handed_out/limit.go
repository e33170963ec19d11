package handedout

import "sync"

type Handler interface{ Handle(name string) bool }

type HandlerFunc func(name string) bool

func (f HandlerFunc) Handle(name string) bool { return f(name) }

type limiter struct {
	next  Handler
	slots chan struct{}
}

func (l *limiter) Handle(name string) bool {
	select {
	case l.slots <- struct{}{}:
		defer func() { <-l.slots }()
		return l.next.Handle(name)
	default:
		return false
	}
}

func limit(next Handler, most int) Handler {
	return &limiter{next: next, slots: make(chan struct{}, most)}
}

// rejected counts who is turned away while the others are inside.
func rejected(names []string, most int) int {
	var (
		ready, all sync.WaitGroup
		mu         sync.Mutex
		count      int
	)
	barrier := make(chan struct{})
	ready.Add(len(names))
	handler := limit(HandlerFunc(func(string) bool {
		ready.Done()
		<-barrier
		return true
	}), most)
	for _, name := range names {
		all.Add(1)
		go func() {
			defer all.Done()
			if !handler.Handle(name) {
				mu.Lock()
				count++
				mu.Unlock()
				ready.Done()
			}
		}()
	}
	ready.Wait()
	close(barrier)
	all.Wait()
	return count
}
