package good

// A task of ours has a Done too, which is closed when it is over.
type task struct {
	done chan struct{}
}

func background() *task { return &task{make(chan struct{})} }

func (t *task) Done() <-chan struct{} { return t.done }

func (t *task) run(work func()) {
	defer close(t.done)
	work()
}

// Do waits for the work.
func Do(work func()) {
	t := background()
	go t.run(work)
	<-t.Done()
}
