package nestedloops

func Exercise() {
	four()
	twice([]func(){func() {}, func() {}, func() {}})
	three(func(int) {})
}
