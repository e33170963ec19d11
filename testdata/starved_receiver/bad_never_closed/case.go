package bad

import "fmt"

// Print starts a reader for lines that nobody writes.
func Print() {
	lines := make(chan string)
	go show(lines)
	fmt.Println("ready")
}

func show(lines <-chan string) {
	for line := range lines { // want "goroutine waits for ever"
		fmt.Println(line)
	}
}
