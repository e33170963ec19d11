// Package good reports progress through a pipe.
package good

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// Steps runs the steps and shows a line for each.
func Steps(show func(string), steps []func() error) (err error) {
	lines, progress := io.Pipe()
	go func() {
		scanner := bufio.NewScanner(lines)
		for scanner.Scan() {
			show(scanner.Text())
		}
	}()
	defer func() {
		if err != nil {
			progress.CloseWithError(errors.New("failed"))
		} else {
			progress.Close()
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

// Copy ends early only where the reader has closed its end, and so has ended.
func Copy(show func([]byte) error, parts [][]byte) error {
	reader, writer := io.Pipe()
	go func() {
		part := make([]byte, 8)
		for {
			n, err := reader.Read(part)
			if err == nil {
				err = show(part[:n])
			}
			if err != nil {
				reader.CloseWithError(err)
				return
			}
		}
	}()
	for _, part := range parts {
		if _, err := writer.Write(part); err != nil {
			return err
		}
	}
	return writer.Close()
}

// Open leaves the end to the caller.
func Open(show func(string)) io.WriteCloser {
	reader, writer := io.Pipe()
	go func() {
		scanner := bufio.NewScanner(reader)
		for scanner.Scan() {
			show(scanner.Text())
		}
	}()
	return writer
}
