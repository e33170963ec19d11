//proof:none the server is in the test file, which the proof does not build

package inatest

import "net/http"

func handler() http.Handler { return http.NotFoundHandler() }
