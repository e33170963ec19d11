package sendaftercloseofcaller

type Feed struct {
	lines chan<- string
}

func New(lines chan<- string) *Feed { return &Feed{lines: lines} }

// Last sends one line more, and closes the feed where there is none.
func (f *Feed) Last(read func() (string, error)) {
	line, err := read()
	if err != nil {
		line = err.Error()
		close(f.lines)
	}
	f.lines <- line // want "this send on `f.lines` panics where it comes after `close.f.lines.`"
}
