// Package good puts a store under load.
package good

// Load puts twelve values from each of ten goroutines, and hears of all of them.
func Load(put func(int) error) int {
	answers := make(chan error)
	for i := range 10 {
		go func() {
			for j := range 12 {
				answers <- put(i*12 + j)
			}
		}()
	}
	failed := 0
	for range 120 {
		if <-answers != nil {
			failed++
		}
	}
	return failed
}
