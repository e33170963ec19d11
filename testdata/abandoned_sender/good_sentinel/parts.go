// Package good hands on values of which one says that it is the last.
package good

type part struct {
	n    int
	last bool
}

func produce(out chan<- part, n int) {
	for i := 0; i < n; i++ {
		out <- part{n: i}
	}
	out <- part{last: true}
}

// Sum takes parts until the last.
func Sum(n int) (sum int) {
	parts := make(chan part)
	go produce(parts, n)
	for p := range parts {
		if p.last {
			break
		}
		sum += p.n
	}
	return sum
}

// Count takes parts of which the last is marked.
func Count(n int) (count int) {
	parts := make(chan *part)
	go func() {
		for i := range n {
			parts <- &part{n: i, last: i == n-1}
		}
	}()
	for {
		p := <-parts
		count++
		if p.last {
			return count
		}
	}
}

// Lines takes lines until an empty one.
func Lines(names []string) (taken []string) {
	lines := make(chan string)
	go func() {
		for _, name := range names {
			lines <- name
		}
		lines <- ""
	}()
	for {
		line := <-lines
		if line == "" {
			break
		}
		taken = append(taken, line)
	}
	return taken
}
