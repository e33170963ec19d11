package parameter

import (
	"fmt"
	"io"
)

func printer(out io.Writer, lines <-chan string, done <-chan bool) {
	for {
		select {
		case line := <-lines:
			fmt.Fprintln(out, line)
		case _, ok := <-done: // want "does not leave its loop"
			if ok {
				fmt.Fprintln(out, "pause")
			}
		}
	}
}

func start(out io.Writer) (chan<- string, func()) {
	lines, finished := make(chan string), make(chan bool)
	go printer(out, lines, finished)
	return lines, func() { close(finished) }
}
