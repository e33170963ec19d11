package merge

import "iter"

// Equal tells whether two sequences yield the same.
func Equal(a, b iter.Seq[int]) bool {
	next, stop := iter.Pull(a) // want "Equal can return without calling `stop`"
	for want := range b {
		got, ok := next()
		if !ok || got != want {
			return false
		}
	}
	_, more := next()
	stop()
	return !more
}
