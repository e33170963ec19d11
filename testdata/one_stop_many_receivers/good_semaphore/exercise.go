package semaphore

func Exercise() {
	all([]func(){func() {}, func() {}, func() {}})
}
