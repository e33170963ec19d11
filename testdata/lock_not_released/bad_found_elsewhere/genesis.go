// Package machine starts machines.
package machine

import "golintsched.test/cases/lock_not_released/bad_found_elsewhere/vmtest"

// setup leaves the lock of a context that others use too.
func setup(fork int) (*vmtest.Context, []byte) {
	ctx := vmtest.ContextOf("C")
	ctx.Lock.Lock() // want "setup returns with ctx.Lock locked" // blocks here
	ctx.Fork = fork
	return ctx, []byte(ctx.Chain)
}

// Start starts one machine.
func Start() string {
	ctx, genesis := setup(2)
	return ctx.Chain + string(genesis)
}
