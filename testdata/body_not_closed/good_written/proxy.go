// Package written passes responses on as they came.
package written

import (
	"io"
	"net/http"
)

// Pass writes the answer to a request, head and all; Write closes the body.
func Pass(transport http.RoundTripper, request *http.Request, to io.Writer) error {
	response, err := transport.RoundTrip(request)
	if err != nil {
		return err
	}
	return response.Write(to)
}
