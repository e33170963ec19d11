package bad

import (
	"errors"
	"os"
	"path/filepath"
)

// Exercise refuses the second of three paths: the walk has read the folder by then, so that removing it ends nothing.
func Exercise() {
	root, err := os.MkdirTemp("", "walk")
	if err != nil {
		return
	}
	defer os.RemoveAll(root)
	for _, name := range []string{"a", "b"} {
		_ = os.WriteFile(filepath.Join(root, name), nil, 0o600)
	}
	_ = Each(root, func(path string) error {
		if path == root {
			return nil
		}
		return errors.New("no")
	})
}
