package bad

import (
	"io/fs"
	"path/filepath"
)

func list(root string) <-chan string {
	found := make(chan string)
	go func() {
		defer close(found)
		_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			found <- path // want "nobody receives what it sends on `found`"
			return nil
		})
	}()
	return found
}

// Each stops at the first path that cannot be handled.
func Each(root string, handle func(string) error) error {
	for path := range list(root) {
		if err := handle(path); err != nil {
			return err
		}
	}
	return nil
}
