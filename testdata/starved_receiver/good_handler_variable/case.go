package good

func each(all []int, see func(int)) {
	for _, one := range all {
		see(one)
	}
}

// Collect sends from a function that it hands on.
func Collect(all []int) []int {
	out := make(chan int)
	see := func(one int) { out <- one }
	go func() {
		defer close(out)
		each(all, see)
	}()
	var found []int
	for one := range out {
		found = append(found, one)
	}
	return found
}
