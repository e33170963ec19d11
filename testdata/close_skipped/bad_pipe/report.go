// Package bad reports progress through a pipe.
package bad

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// Steps runs the steps and shows a line for each; only a failure ends the lines.
func Steps(show func(string), steps []func() error) (err error) {
	lines, progress := io.Pipe()
	go func() {
		scanner := bufio.NewScanner(lines) // want "goroutine waits for ever if Steps returns without closing `progress`"
		for scanner.Scan() {               // blocks here
			show(scanner.Text())
		}
	}()
	defer func() {
		if err != nil {
			progress.CloseWithError(errors.New("failed"))
		}
	}()
	for number, step := range steps {
		fmt.Fprintf(progress, "step %d\n", number)
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
