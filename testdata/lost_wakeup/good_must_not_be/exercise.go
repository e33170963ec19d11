package probes

import "golintsched.test/cases/prove"

func Exercise() {
	g := gate{open: make(chan struct{}), shut: make(chan struct{})}
	close(g.shut)
	g.pass()
	g.mustBeIdle()
	prove.Count("people whom nobody let through", 0)
}
