package chat

import "net/http"

type bot struct {
	inbox chan string
}

func (b *bot) slash(w http.ResponseWriter, r *http.Request) {
	b.take(r.URL.Path)
	w.WriteHeader(http.StatusAccepted)
}

func (b *bot) take(text string) {
	if text == "" {
		return
	}
	b.dispatch(text)
}

func (b *bot) dispatch(text string) {
	go func() {
		b.inbox <- text // want "`b.inbox <- text` does not observe r.Context"
	}()
}
