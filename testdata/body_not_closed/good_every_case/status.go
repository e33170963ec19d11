package status

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
)

type poller struct {
	kinds  []string
	server string
	seen   int
}

// newPoller accepts the kinds that poll can read.
func newPoller(server string, kinds []string) (*poller, error) {
	p := &poller{kinds: kinds, server: server}
	known := []string{"health", "load"}
	if err := http.ErrNotSupported; !within(p.kinds, known) {
		return nil, err
	}
	return p, nil
}

func within(given, known []string) bool {
	return !slices.ContainsFunc(given, func(each string) bool { return !slices.Contains(known, each) })
}

func (p *poller) poll(client *http.Client) error {
	for _, kind := range p.kinds {
		resp, err := client.Get(p.server + "/" + kind)
		if err != nil {
			return err
		}
		switch kind {
		case "health":
			err = p.read(resp)
		case "load":
			p.seen++
			err = resp.Body.Close()
		}
		if err != nil {
			return errors.Join(errors.New(kind), err)
		}
	}
	return nil
}

func (p *poller) read(resp *http.Response) error {
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(&p.seen)
}

func Exercise() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("1"))
	}))
	if p, err := newPoller(server.URL, []string{"health", "load"}); err == nil {
		_ = p.poll(server.Client())
	}
	server.Client().CloseIdleConnections()
	server.Close()
}
