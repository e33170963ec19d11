package printer

import (
	"errors"
	"runtime"
)

// Print prints pages; the spooler's session belongs to the thread.
func Print(pages []string) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if len(pages) == 0 {
		return errors.New("nothing to print")
	}
	for _, page := range pages {
		if page == "" {
			return errors.New("empty page")
		}
	}
	return nil
}
