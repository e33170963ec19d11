package workdir

import "runtime"

// fix takes the thread if one of the paths is relative, and tells whether it did.
func fix(paths ...string) bool {
	for _, path := range paths {
		if path != "" && path[0] != '/' {
			runtime.LockOSThread()
			return true
		}
	}
	return false
}

// Rename renames a file.
func Rename(from, to string) string {
	if fix(from, to) {
		defer runtime.UnlockOSThread()
	}
	return to
}
