package dotimport

import . "net/http"

func serve(addr string) error {
	return ListenAndServe(addr, NotFoundHandler()) // want "serves without any timeout"
}
