package deferred

import (
	"bufio"
	"os"
)

func produce(path string) <-chan string {
	lines := make(chan string)
	go func() {
		defer close(lines)
		file, err := os.Open(path)
		if err != nil {
			return
		}
		defer file.Close()
		scanner := bufio.NewScanner(file)
		for scanner.Scan() {
			lines <- scanner.Text()
		}
	}()
	return lines
}

func Count(path string) int {
	total := 0
	for range produce(path) {
		total++
	}
	return total
}

func Exercise() {
	Count("/nowhere/at/all")
}
