package good

import "sync"

// workers returns the group of those that it starts.
func workers(n int, hosts <-chan string, probe func(string) int, found chan<- int) *sync.WaitGroup {
	var wg sync.WaitGroup
	for range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for host := range hosts {
				found <- probe(host)
			}
		}()
	}
	return &wg
}

// Scan probes all hosts and adds up what comes of it. The channel is closed behind the last send.
func Scan(names []string, n int, probe func(string) int) int {
	hosts, found, done := make(chan string), make(chan int), make(chan int)
	wg := workers(n, hosts, probe, found)
	go func() {
		sum := 0
		for v := range found {
			sum += v
		}
		done <- sum
	}()
	for _, name := range names {
		hosts <- name
	}
	close(hosts)
	wg.Wait()
	close(found)
	return <-done
}
