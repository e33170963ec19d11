package somesendergivesstop

type pool struct {
	results chan int
	jobs    chan int
	done    chan struct{}
}

func newPool(workers int) *pool {
	p := &pool{results: make(chan int), jobs: make(chan int), done: make(chan struct{})}
	for range workers {
		go p.work()
	}
	go p.collect()
	return p
}

func (p *pool) collect() {
	for {
		select {
		case <-p.results:
		case <-p.done:
			return
		}
	}
}

// work closes done when it is told to, but another one may be at its send then.
func (p *pool) work() {
	for job := range p.jobs {
		if job < 0 {
			close(p.done)
			return
		}
		p.results <- job // want "this send blocks for ever once \\(\\*pool\\).collect has left by `<-p.done`"
	}
}

type feed struct {
	lines chan string
	input chan string
	over  chan struct{}
}

func newFeed() *feed {
	f := &feed{lines: make(chan string), input: make(chan string), over: make(chan struct{})}
	go f.read()
	go f.print()
	return f
}

func (f *feed) print() {
	for {
		select {
		case <-f.lines:
		case <-f.over:
			return
		}
	}
}

// read says that it is over, and then has one more line.
func (f *feed) read() {
	for range f.input {
		f.lines <- "line" // want "once \\(\\*feed\\).print has left by `<-f.over`"
	}
	close(f.over)
	f.lines <- "end" // want "once \\(\\*feed\\).print has left by `<-f.over`"
}

// abort says it too, whatever read does.
func (f *feed) abort() { close(f.over) }
