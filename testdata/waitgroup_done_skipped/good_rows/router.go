// Package router calls back when an answer comes.
package router

import "sync"

type router struct {
	onAnswer func(string)
	onError  func()
}

func (r *router) handle(kind string) {
	if kind == "error" {
		r.onError()
		return
	}
	r.onAnswer(kind)
}

// Check goes through all kinds of answers: each row waits for one of the two.
func Check() {
	rows := []struct{ kind, body string }{
		{kind: "answer", body: "42"},
		{kind: "error"},
	}
	for _, row := range rows {
		var wg sync.WaitGroup
		r := &router{}
		wg.Add(1)
		if row.kind == "error" {
			r.onError = func() { wg.Done() }
		} else if row.body != "" {
			r.onAnswer = func(string) { wg.Done() }
		}
		r.handle(row.kind)
		wg.Wait()
	}
}
