package bad

import "fmt"

// Wait closes what it waits for only when it has waited.
func Wait(names []string) {
	finished := make(chan struct{})
	defer close(finished)
	go func() {
		for _, name := range names {
			fmt.Println(name)
		}
	}()
	<-finished // want "only Wait itself, later, would send on `finished` or close it"
}
