package threads

import (
	"runtime"
	"testing"
)

//proof:none a test's Cleanup runs only under go test

func lockForTest(t *testing.T) {
	t.Helper()
	runtime.LockOSThread()
	t.Cleanup(runtime.UnlockOSThread)
}

func bindForTest(t *testing.T, undo func()) {
	t.Helper()
	runtime.LockOSThread()
	t.Cleanup(func() {
		undo()
		runtime.UnlockOSThread()
	})
}
