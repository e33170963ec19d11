package deferandclose

import "errors"

// words sends the words of the lines, and stops at an empty one.
func words(lines []string) (<-chan string, <-chan error) {
	out := make(chan string)
	failed := make(chan error, 1)
	go func() {
		defer close(out) // want "this close of `out` panics"
		for _, line := range lines {
			if line == "" {
				failed <- errors.New("empty line")
				close(out)
				return // blocks here
			}
			out <- line
		}
	}()
	return out, failed
}

func count(lines []string) (int, error) {
	out, failed := words(lines)
	n := 0
	for range out {
		n++
	}
	select {
	case err := <-failed:
		return n, err
	default:
		return n, nil
	}
}
