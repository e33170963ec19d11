package bad

import "sync"

type answer struct {
	from string
	body string
}

// Both asks two hosts and gives what they say, in the order in which they say it.
func Both(ask func(string) string, left, right string) [2]answer {
	var group sync.WaitGroup
	answers := make(chan answer)
	group.Add(2)
	go query(&group, answers, ask, left)
	go query(&group, answers, ask, right)
	group.Wait() // want "waits for query, which waits to send on `answers`"
	return [2]answer{<-answers, <-answers}
}

func query(group *sync.WaitGroup, answers chan<- answer, ask func(string) string, host string) {
	defer group.Done()
	answers <- answer{from: host, body: ask(host)}
}
