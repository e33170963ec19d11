package asksfirst

type job struct {
	done chan struct{}
}

func newJob() *job { return &job{done: make(chan struct{})} }

func (j *job) finish() {
	select {
	case <-j.done:
	default:
		close(j.done)
	}
}

func run(j *job, work func() error) error {
	defer j.finish()
	if err := work(); err != nil {
		j.finish()
		return err
	}
	return nil
}
