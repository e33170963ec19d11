// Package trace prints what a server says.
package trace

import (
	"io"
	"net/http"
	"net/http/httputil"
)

// Get prints the whole response: a dump that fails has met the error of the body itself, and one that does not has put
// a copy in the place of the body.
func Get(client *http.Client, address string, out io.Writer) (int, error) {
	resp, err := client.Get(address)
	if err != nil {
		return 0, err
	}
	text, err := httputil.DumpResponse(resp, true)
	if err != nil {
		return 0, err
	}
	_, err = out.Write(text)
	return resp.StatusCode, err
}
