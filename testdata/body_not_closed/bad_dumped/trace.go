// Package trace prints what a server says.
package trace

import (
	"io"
	"net/http"
	"net/http/httputil"
)

// Get prints the head of the response alone.
func Get(client *http.Client, address string, out io.Writer) (int, error) {
	resp, err := client.Get(address) // want "`resp.Body` is never closed in Get"
	if err != nil {
		return 0, err
	}
	text, err := httputil.DumpResponse(resp, false)
	if err != nil {
		return 0, err
	}
	_, err = out.Write(text)
	return (*resp).StatusCode, err
}
