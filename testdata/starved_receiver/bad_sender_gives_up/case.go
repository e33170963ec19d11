package bad

import "errors"

func load(name string) (int, error) {
	if name == "" {
		return 0, errors.New("no name")
	}
	return len(name), nil
}

// Size waits for a goroutine that says nothing when it fails.
func Size(name string) int {
	sizes := make(chan int)
	go func() {
		size, err := load(name)
		if err != nil {
			return
		}
		sizes <- size
	}()
	return <-sizes // want "whoever sends on `sizes` can leave without sending"
}
