package getter

type Stream struct {
	lines chan string
	size  int
}

func Open(size int) *Stream { return &Stream{size: size} }

// Lines is for readers in other packages.
func (s *Stream) Lines() <-chan string { return s.lines }

func (s *Stream) Feed(lines []string) {
	for _, line := range lines {
		s.lines <- line // want "`s.lines` is nil"
	}
}
