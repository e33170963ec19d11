package session

import (
	"log"
	"net/http"

	"golintsched.test/cases/handler_goroutine/good_channel_of_another_package/hijack"
)

type manager struct{ over func() }

// session waits for channels that their maker closes.
func (m *manager) session(w http.ResponseWriter, r *http.Request) {
	body, ended, stream := hijack.Take(r.Body)
	defer body.Close()
	go func() {
		<-ended
		m.over()
	}()
	go func() {
		select {
		case err := <-stream.Errors:
			log.Print(err)
		case <-ended:
		}
	}()
	w.WriteHeader(http.StatusOK)
}
