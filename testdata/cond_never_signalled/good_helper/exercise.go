package helper

func Exercise() {
	r := newRing(1)
	go func() {
		r.push()
		r.push()
	}()
	r.pop()
	r.pop()
}
