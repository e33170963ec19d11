package stopofthereader

import "errors"

func count(to int, stop <-chan struct{}) (<-chan int, error) {
	if to < 0 {
		return nil, errors.New("negative")
	}
	out := make(chan int)
	go func() {
		for i := range to {
			select {
			case out <- i:
			case <-stop:
				return
			}
		}
		close(out)
	}()
	return out, nil
}

// Sum has left the loop when it gives the signal on which the close is skipped.
func Sum(to int) (int, error) {
	stop := make(chan struct{})
	defer close(stop)
	numbers, err := count(to, stop)
	if err != nil {
		return 0, err
	}
	total := 0
	for n := range numbers {
		if total > 100 {
			return total, nil
		}
		total += n
	}
	return total, nil
}

func Exercise() {
	_, _ = Sum(3)
	_, _ = Sum(1000)
	_, _ = Sum(-1)
}
