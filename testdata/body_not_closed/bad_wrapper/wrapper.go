package wrapper

import (
	"encoding/json"
	"errors"
	"net/http"
)

type doer interface {
	Do(req *http.Request) (*http.Response, error)
}

type api struct {
	base string
	http doer
}

func (a *api) get(path string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, a.base+path, http.NoBody)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "application/json")
	return a.http.Do(req)
}

func (a *api) names() (names []string, err error) {
	resp, err := a.get("/names") // want "names can return without closing `resp.Body`"
	if err != nil {
		return nil, err
	}
	if resp.Header.Get("Content-Type") != "application/json" {
		return nil, errors.New("no JSON")
	}
	defer func() { err = errors.Join(err, resp.Body.Close()) }()
	err = json.NewDecoder(resp.Body).Decode(&names)
	return names, err
}
