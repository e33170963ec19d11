// Package good exports records through pipes.
package good

import (
	"encoding/csv"
	"errors"
	"io"
)

// ErrNoName says that an export has no name.
var ErrNoName = errors.New("no name")

// Store keeps what it reads under a name.
type Store func(name string, from io.Reader) error

// Export closes its end, whatever happens.
func Export(store Store, name string, records [][]string) error {
	reader, writer := io.Pipe()
	defer reader.Close()
	go func() {
		table := csv.NewWriter(writer)
		writer.CloseWithError(table.WriteAll(records))
	}()
	if name == "" {
		return ErrNoName
	}
	return store(name, reader)
}

// Checked asks before it starts anybody.
func Checked(store Store, name string, records [][]string) error {
	reader, writer := io.Pipe()
	if name == "" {
		return ErrNoName
	}
	go func() {
		table := csv.NewWriter(writer)
		writer.CloseWithError(table.WriteAll(records))
	}()
	return store(name, reader)
}

// Open leaves its end to the caller.
func Open(records [][]string) (io.ReadCloser, error) {
	reader, writer := io.Pipe()
	go func() {
		table := csv.NewWriter(writer)
		writer.CloseWithError(table.WriteAll(records))
	}()
	if len(records) == 0 {
		reader.Close()
		return nil, ErrNoName
	}
	return reader, nil
}

// Head reads until there is no more, which the writer's Close says.
func Head(records [][]string) (string, error) {
	reader, writer := io.Pipe()
	go func() {
		table := csv.NewWriter(writer)
		writer.CloseWithError(table.WriteAll(records))
	}()
	text, err := io.ReadAll(reader)
	if err != nil {
		return "", err
	}
	return string(text), nil
}
