package node

type memory chan []string

func (m memory) Propose(entry string) { m <- []string{"other", entry} }

func (m memory) Taken() <-chan []string { return m }

func Exercise() { Propose(make(memory, 4)) }
