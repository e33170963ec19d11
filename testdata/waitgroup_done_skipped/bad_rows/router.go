// Package router calls back when an answer comes.
package router

import "sync"

type router struct {
	onAnswer func(string)
	onError  func()
}

func (r *router) handle(kind string) {
	switch {
	case kind == "error" && r.onError != nil:
		r.onError()
	case r.onAnswer != nil:
		r.onAnswer(kind)
	}
}

// Check goes through the kinds of answers that it is given.
func Check(kinds []string) {
	for _, kind := range kinds {
		var wg sync.WaitGroup
		r := &router{}
		wg.Add(1)
		if kind == "error" {
			r.onError = func() { wg.Done() }
		} else if kind != "" {
			r.onAnswer = func(string) { wg.Done() }
		}
		r.handle(kind)
		wg.Wait() // want "Check adds and then starts nothing"
	}
}
