package returnedwitherror

import "errors"

// tail gives the lines of a source until it ends; a source that breaks ends without the close.
func tail(next func() (string, error)) (<-chan string, error) {
	first, err := next()
	if err != nil {
		return nil, err
	}
	lines := make(chan string)
	go func() {
		lines <- first
		for {
			line, err := next()
			if err != nil {
				return
			}
			if line == "" {
				break
			}
			lines <- line
		}
		close(lines)
	}()
	return lines, nil
}

func Show(next func() (string, error), show func(string)) error {
	lines, err := tail(next)
	if err != nil {
		return err
	}
	for line := range lines { // want "without closing `lines`"
		show(line)
	}
	return nil
}

func Exercise() {
	n := 0
	go func() {
		_ = Show(func() (string, error) {
			if n++; n > 1 {
				return "", errors.New("reset")
			}
			return "first", nil
		}, func(string) {})
	}()
}
