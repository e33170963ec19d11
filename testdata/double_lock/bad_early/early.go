package early

import "sync"

var (
	mu    sync.Mutex
	names = map[int]string{}
)

// Name returns the name of a number, and makes one where it has none.
func Name(number int) string {
	mu.Lock()
	name, known := names[number]
	if !known {
		return invent(number)
	}
	mu.Unlock()
	return name
}

// invent unlocks what its caller has locked.
func invent(number int) string {
	name := string(rune('a' + number))
	keep(number, name)
	mu.Unlock()
	return name
}

func keep(number int, name string) {
	mu.Lock() // want "Name locks mu again inside keep while it holds it"
	names[number] = name
	mu.Unlock()
}
