package toldbylist

type job struct {
	name string
	last bool
}

// run tells with the last job that there are no more.
func run(jobs []job, each func(string)) {
	done := make(chan struct{})
	go func() { <-done }()
	for _, one := range jobs {
		each(one.name)
		if one.last {
			close(done) // want "panics"
		}
	}
}
