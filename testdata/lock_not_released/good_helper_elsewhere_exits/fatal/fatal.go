// Package fatal ends the program with a message.
package fatal

import (
	"fmt"
	"os"
)

// OnError ends the program.
func OnError(err error) {
	fmt.Fprintln(os.Stderr, "cannot go on:", err)
	exit(1)
}

func exit(code int) {
	os.Exit(code)
}
