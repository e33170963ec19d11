package good

import "net/http/httptest"

type quiet struct{ gone chan struct{} }

func (q *quiet) OnClose(func())        {}
func (q *quiet) Gone() <-chan struct{} { return q.gone }

// Exercise serves one request, whose session and room end a little later.
func Exercise() {
	room := &quiet{gone: make(chan struct{})}
	l := &Lobby{room: room, sessions: make(chan *session, 1)}
	l.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
	close((<-l.sessions).closed)
	close(room.gone)
}
