package stage

// Exercise pushes a job, the same again, and none.
func Exercise() {
	s := &Stage{fail: map[string]error{}}
	for range 2 {
		s.Push("build")
		s.Push("build")
		s.Push("")
	}
}
