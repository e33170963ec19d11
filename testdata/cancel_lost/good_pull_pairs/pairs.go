package pairs

import "iter"

func first(all iter.Seq2[int, string]) string {
	next, stop := iter.Pull2(all)
	_, name, found := next()
	stop()
	if !found {
		return "nobody"
	}
	return name
}
