package earlyreturn

import (
	"bufio"
	"fmt"
	"os"
)

func produce(path string) <-chan string {
	lines := make(chan string)
	go func() {
		file, err := os.Open(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return
		}
		defer file.Close()
		scanner := bufio.NewScanner(file)
		for scanner.Scan() {
			lines <- scanner.Text()
		}
		close(lines)
	}()
	return lines
}

func Count(path string) int {
	total := 0
	for range produce(path) { // want "`lines`.*without closing"
		total++
	}
	return total
}

func Exercise() {
	go Count("/nowhere/at/all")
}
