package node

func Exercise() {
	n := &Node{}
	n.Start()
	n.Close()
}
