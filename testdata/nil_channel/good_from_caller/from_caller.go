package fromcaller

type option func(*logger)

type logger struct {
	sink chan<- string
}

func to(sink chan<- string) option {
	return func(l *logger) { l.sink = sink }
}

func newLogger(options ...option) *logger {
	l := &logger{}
	for _, set := range options {
		set(l)
	}
	return l
}

func (l *logger) log(line string) {
	l.sink <- line
}
