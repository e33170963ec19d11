package variable

import (
	"net/http"
	"os"
	"time"
)

var headerTimeout = 10 * time.Second

func init() {
	if text, ok := os.LookupEnv("HEADER_TIMEOUT"); ok {
		headerTimeout, _ = time.ParseDuration(text)
	}
}

// Run serves with what the environment says.
func Run(addr string) error {
	return (&http.Server{Addr: addr, ReadHeaderTimeout: headerTimeout, IdleTimeout: headerTimeout}).ListenAndServe()
}
