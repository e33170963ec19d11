package table

import "errors"

// Exercise fills the table with what cannot be read, and once more.
func Exercise() {
	read := func(string) (int, error) { return 0, errors.New("no such thing") }
	Fill("one", read)
	go Fill("two", read)
}
