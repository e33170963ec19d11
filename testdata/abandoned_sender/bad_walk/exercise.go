package bad

import (
	"errors"
	"os"
	"path/filepath"
)

// Exercise plays it.
func Exercise() {
	root, err := os.MkdirTemp("", "walk")
	if err != nil {
		return
	}
	defer os.RemoveAll(root)
	_ = os.WriteFile(filepath.Join(root, "a"), nil, 0o600)
	_ = Each(root, func(string) error { return errors.New("no") })
}
