package chain

func Exercise() {
	first := &block{}
	go (&store{head: first}).SetKnown(nil)
	go (&store{head: first}).SetParent(first)
}
