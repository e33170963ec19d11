package singleton

//proof:none the goroutines live as long as the process

import "sync"

type cacher struct {
	tasks chan func()
}

var shared = sync.OnceValue(func() *cacher { return newCacher(2) })

func newCacher(threads int) *cacher {
	c := &cacher{tasks: make(chan func(), threads)}
	for range threads {
		go c.serve()
	}
	return c
}

func (c *cacher) serve() {
	for task := range c.tasks {
		task()
	}
}

// Later runs the task by one of the goroutines that the process has for that.
func Later(task func()) {
	shared().tasks <- task
}
