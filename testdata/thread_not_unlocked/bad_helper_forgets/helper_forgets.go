package keyring

import "runtime"

type session struct{ open bool }

// Lookup finds a key in the keyring of the thread.
func Lookup(name string) (string, bool) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	s := &session{}
	if !s.start(name) {
		return "", false
	}
	return "key:" + name, true
}

// start joins the session; it takes the thread for itself while it does.
func (s *session) start(name string) bool {
	runtime.LockOSThread() // want "start locks its goroutine .* can return without"
	if name == "" {
		return false
	}
	s.open = len(name) > 1
	if !s.open {
		return false
	}
	runtime.UnlockOSThread()
	return true
}
