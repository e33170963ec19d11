package dropped

import "net/http"

type probe struct{ client http.Client }

// Alive tells whether something answers.
func (p *probe) Alive(url string) bool {
	_, err := p.client.Get(url) // want "the response of `p.client.Get` is dropped, and its body never closed"
	return err == nil
}
