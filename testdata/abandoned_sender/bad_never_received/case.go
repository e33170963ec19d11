package bad

type recorder struct {
	marks chan string
}

// NewRecorder makes one.
func NewRecorder() *recorder {
	return &recorder{marks: make(chan string)}
}

// Mark notes a name.
func (r *recorder) Mark(name string) {
	r.marks <- name // want "nobody receives from `recorder.marks`"
}
