package bad

import "errors"

// Check collects errors in a channel that it reads only at the end.
func Check(names []string) error {
	errs := make(chan error)
	for _, name := range names {
		if name == "" {
			errs <- errors.New("no name") // want "waits for itself"
		}
	}
	select {
	case err := <-errs:
		return err
	default:
		return nil
	}
}
