// Package bad exports records through pipes.
package bad

import (
	"encoding/csv"
	"errors"
	"io"
)

// ErrNoName says that an export has no name.
var ErrNoName = errors.New("no name")

// Store keeps what it reads under a name.
type Store func(name string, from io.Reader) error

// Export writes the records as they are read.
func Export(store Store, name string, records [][]string) error {
	reader, writer := io.Pipe()
	go func() {
		table := csv.NewWriter(writer) // want "goroutine never ends if Export returns without closing `reader`"
		err := table.WriteAll(records) // blocks here
		writer.CloseWithError(err)
	}()
	if name == "" {
		return ErrNoName
	}
	return store(name, reader)
}
