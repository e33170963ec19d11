package packagevariable

import (
	. "net/http"
	"sync"
)

var debug = Server{ // want "`debug` keeps idle connections"
	Handler: NotFoundHandler(),
}

// Main starts what runs in the background.
func Main() {
	var group sync.WaitGroup
	group.Go(func() { _ = debug.ListenAndServe() })
}
