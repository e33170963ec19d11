package good

// Head takes what it needs and drains the rest.
func Head(all []int) int {
	out := make(chan int)
	go func() {
		defer close(out)
		for _, one := range all {
			out <- one
		}
	}()
	defer func() {
		for range out {
		}
	}()
	for one := range out {
		if one > 1 {
			return one
		}
	}
	return 0
}
