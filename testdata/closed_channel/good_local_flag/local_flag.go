package localflag

// split sends what comes before the mark, and closes the channel exactly once.
func split(values []int, mark int) []int {
	out := make(chan int, len(values))
	closed := false
	for _, v := range values {
		if v == mark && !closed {
			closed = true
			close(out)
		}
		if !closed {
			out <- v
		}
	}
	if !closed {
		close(out)
	}
	var all []int
	for v := range out {
		all = append(all, v)
	}
	return all
}
