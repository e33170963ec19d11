// Package report tells of errors.
package report

import (
	"fmt"
	"io"
	"os"
)

var out io.Writer = os.Stderr

// OnError tells of the error, and ends the program where it must not go on.
func OnError(err error, strict bool) {
	fmt.Fprintln(out, "cannot go on:", err)
	if strict {
		os.Exit(1)
	}
}
