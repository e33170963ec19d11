// Package machine starts machines.
package machine

import "golintsched.test/cases/lock_not_released/good_made_elsewhere/vmtest"

// setup gives a context whose lock is held: to run the machine is the caller's part.
func setup(fork int) (*vmtest.Context, []byte) {
	ctx := vmtest.NewContext("C")
	ctx.Fork = fork
	ctx.Lock.Lock()
	return ctx, []byte(ctx.Chain)
}

// Start starts one machine.
func Start() string {
	ctx, genesis := setup(2)
	return ctx.Chain + string(genesis)
}
