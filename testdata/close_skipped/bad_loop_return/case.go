package loopreturn

import "errors"

var errBad = errors.New("bad record")

func parse(record string) (int, error) {
	if record == "" {
		return 0, errBad
	}
	return len(record), nil
}

// Total feeds a summing goroutine; a bad record makes it leave before the close.
func Total(records []string) (int, error) {
	sizes := make(chan int)
	sum := make(chan int, 1)
	go func() {
		total := 0
		for n := range sizes { // want "sizes"
			total += n
		}
		sum <- total
	}()
	for _, record := range records {
		n, err := parse(record)
		if err != nil {
			return 0, err
		}
		sizes <- n
	}
	close(sizes)
	return <-sum, nil
}

func Exercise() {
	_, _ = Total([]string{"a", ""})
}
