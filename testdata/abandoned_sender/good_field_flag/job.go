// Package good remembers in a field what it has started.
package good

// Job asks in the background, if it is told to.
type Job struct {
	asked bool
	reply *string
}

// Run waits for the answer where it has asked.
func (j *Job) Run(ask func() string, background bool) string {
	answer := make(chan string)
	if background {
		j.asked = true
		go func() { answer <- ask() }()
	}
	if j.asked {
		return <-answer
	}
	return ask()
}

// Once looks at its field after it has set it, whatever it was.
func (j *Job) Once(ask func() string, background bool) string {
	answer := make(chan string)
	j.asked = false
	if background {
		j.asked = true
		go func() { answer <- ask() }()
	}
	if !j.asked {
		return ask()
	}
	return <-answer
}
