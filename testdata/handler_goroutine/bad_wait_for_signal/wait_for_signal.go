package waitforsignal

import "net/http"

type lobby struct {
	started chan int
}

func (l *lobby) join(w http.ResponseWriter, r *http.Request) {
	player := r.FormValue("player")
	go func(name string) {
		round := <-l.started // want "`<-l.started` does not observe r.Context"
		l.welcome(name, round)
	}(player)
}

func (l *lobby) welcome(name string, round int) {}

func (l *lobby) start(round int) { l.started <- round }
