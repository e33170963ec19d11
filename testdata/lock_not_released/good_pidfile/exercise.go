package pidfile

import (
	"os"
	"path/filepath"
)

// Exercise writes two files; the ways on which the process ends are not taken.
func Exercise() {
	dir, err := os.MkdirTemp("", "pidfile")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	Write(filepath.Join(dir, "a"))
	Write(filepath.Join(dir, "b"))
}
