package hooks

import (
	"net/http"
	"time"
)

type notifier struct {
	client *http.Client
	target string
}

func newNotifier(target string) *notifier {
	return &notifier{client: newClient(), target: target}
}

func newClient() *http.Client {
	return &http.Client{Timeout: 50 * time.Millisecond}
}

// ServeHTTP tells the target, for as long as the client lets it take.
func (n *notifier) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	go n.tell(path)
	w.WriteHeader(http.StatusAccepted)
}

func (n *notifier) tell(path string) {
	request, err := http.NewRequest(http.MethodPost, n.target+path, nil)
	if err != nil {
		return
	}
	response, err := n.client.Do(request)
	if err == nil {
		response.Body.Close()
	}
}
