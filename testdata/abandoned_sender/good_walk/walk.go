package good

import (
	"io/fs"
	"path/filepath"
	"sync"
)

// firstFailure walks until the first error, which it has room for.
func firstFailure(root string, check func(string) error, giveUp <-chan struct{}) error {
	failed := make(chan error, 1)
	go func() {
		_ = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err == nil {
				err = check(path)
			}
			if err != nil {
				failed <- err
				return err
			}
			return nil
		})
		close(failed)
	}()
	select {
	case err := <-failed:
		return err
	case <-giveUp:
		return nil
	}
}

// sum takes everything that the callback sends, which Range calls again while it returns true.
func sum(numbers *sync.Map) (total int) {
	values := make(chan int)
	go func() {
		defer close(values)
		numbers.Range(func(_, value any) bool {
			values <- value.(int)
			return true
		})
	}()
	for value := range values {
		total += value
	}
	return total
}
