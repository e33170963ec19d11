package good

import "sync"

// Both asks two hosts.
func Both(ask func(string) string, left, right string) [2]string {
	var group sync.WaitGroup
	answers := make(chan string)
	group.Add(2)
	for _, host := range []string{left, right} {
		go func() {
			defer group.Done()
			answers <- ask(host)
		}()
	}
	found := [2]string{<-answers, <-answers}
	group.Wait()
	return found
}
