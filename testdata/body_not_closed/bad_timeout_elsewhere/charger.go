// Package charger talks to chargers, by clients that give up at some time: what they leave open is told as a note.
package charger

import (
	"net/http"
	"time"

	"golintsched.test/cases/body_not_closed/bad_timeout_elsewhere/web"
)

type charger struct {
	*web.Helper
	address string
}

func newCharger(address string) *charger {
	return &charger{Helper: web.NewHelper(), address: address}
}

// Start switches it on.
func (c *charger) Start() error {
	req, err := http.NewRequest(http.MethodPut, c.address, http.NoBody)
	if err != nil {
		return err
	}
	_, err = c.Do(req) // want "the response of `c.Do` is dropped"
	return err
}

// Ping asks whether there is one.
func Ping(address string) bool {
	client := web.New(web.WithTimeout(time.Hour))
	resp, err := client.Get(address) // want "`resp.Body` is never closed in Ping"
	return err == nil && resp.StatusCode == http.StatusOK
}
