package store

type silent struct{}

func (silent) Log(...any)   {}
func (silent) Fatal(...any) {}

// Exercise resumes what was not suspended.
func Exercise() {
	s := &Store{report: silent{}}
	s.Resume()
	go s.Suspended()
}
