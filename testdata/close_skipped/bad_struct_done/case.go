package structdone

import "errors"

type Loader struct {
	loaded chan struct{}
	value  string
}

func NewLoader(fetch func() (string, error)) *Loader {
	l := &Loader{loaded: make(chan struct{})}
	go l.load(fetch)
	return l
}

func (l *Loader) load(fetch func() (string, error)) {
	value, err := fetch()
	if err != nil {
		return
	}
	l.value = value
	close(l.loaded)
}

func (l *Loader) Value() string {
	<-l.loaded // want "loaded"
	return l.value
}

func Exercise() {
	l := NewLoader(func() (string, error) { return "", errors.New("unreachable") })
	go func() { _ = l.Value() }()
}
