package chain

func Exercise() {
	first := &block{}
	second := &block{1, first}
	s := &store{head: first}
	s.Set(second)
	s.Set(first)
	s.at(0, nil)
}
