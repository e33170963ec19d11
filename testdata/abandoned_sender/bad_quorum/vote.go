package bad

type node interface{ Vote(term int) bool }

type election struct {
	nodes []node
	term  int
}

func (e *election) won() bool {
	votes := make(chan bool, 1)
	ask := func(n node) {
		votes <- n.Vote(e.term) // want "nobody receives what it sends on `votes`"
	}
	for _, n := range e.nodes {
		go ask(n)
	}
	granted := 0
	for range e.nodes {
		if <-votes {
			granted++
		}
		if granted > len(e.nodes)/2 {
			return true
		}
	}
	return false
}
