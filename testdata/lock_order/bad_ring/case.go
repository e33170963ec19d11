package ring

import "sync"

// Pipeline hands work from stage to stage; the last one hands it to the first.
type Pipeline struct {
	parse, check, store stage
}

type stage struct {
	work []int
}

type Locks struct {
	parse sync.Mutex
	check sync.Mutex
	store sync.Mutex
}

type Runner struct {
	locks Locks
	lines Pipeline
}

func (r *Runner) Parse() {
	r.locks.parse.Lock()
	defer r.locks.parse.Unlock()
	r.locks.check.Lock() // want "Parse locks Locks.check while it holds Locks.parse; Check locks .*, and Store locks"
	defer r.locks.check.Unlock()
	r.lines.check.work, r.lines.parse.work = r.lines.parse.work, nil
}

func (r *Runner) Check() {
	r.locks.check.Lock()
	defer r.locks.check.Unlock()
	r.locks.store.Lock()
	defer r.locks.store.Unlock()
	r.lines.store.work, r.lines.check.work = r.lines.check.work, nil
}

func (r *Runner) Store() {
	r.locks.store.Lock()
	defer r.locks.store.Unlock()
	r.locks.parse.Lock()
	defer r.locks.parse.Unlock()
	r.lines.parse.work, r.lines.store.work = r.lines.store.work, nil
}
