package eachway

import "errors"

type Loader struct {
	loaded chan struct{}
	value  string
	err    error
}

func NewLoader(fetch func() (string, error)) *Loader {
	l := &Loader{loaded: make(chan struct{})}
	go l.load(fetch)
	return l
}

func (l *Loader) load(fetch func() (string, error)) {
	value, err := fetch()
	if err != nil {
		l.err = err
		close(l.loaded)
		return
	}
	l.value = value
	close(l.loaded)
}

func (l *Loader) Value() (string, error) {
	<-l.loaded
	return l.value, l.err
}

func Exercise() {
	l := NewLoader(func() (string, error) { return "", errors.New("unreachable") })
	_, _ = l.Value()
}
