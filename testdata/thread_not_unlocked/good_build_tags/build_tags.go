package display

import "errors"

// Open opens a display; on some systems that binds the thread.
func Open(name string) error {
	grab()
	defer drop()
	if name == "" {
		return errors.New("no display")
	}
	return nil
}
