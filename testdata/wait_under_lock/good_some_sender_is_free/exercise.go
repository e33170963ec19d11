package somesenderisfree

func Exercise() {
	j := newJob()
	go j.run(func() error { return nil })
	j.wait()
}
