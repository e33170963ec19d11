package once

import "golintsched.test/cases/prove"

func Exercise() {
	open := 0
	messages, sent, ended := make(chan string, 3), make(chan string, 3), make(chan struct{})
	s := &sender{dial: func() func() { open++; return func() { open-- } }, send: func(m string) { sent <- m }, quit: make(chan struct{})}
	go func() { s.run(messages); close(ended) }()
	for range 3 {
		messages <- "hello"
		<-sent
	}
	close(s.quit)
	<-ended
	prove.Count("kept", open)
}
