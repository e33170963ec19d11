package tree

import "sync"

type dir struct {
	name string
	subs []*dir
}

func walk(d *dir, wg *sync.WaitGroup, visit func(string)) {
	defer wg.Done()
	visit(d.name)
	for _, sub := range d.subs {
		if sub.name == "" {
			continue
		}
		wg.Add(1)
		go walk(sub, wg, visit)
	}
}

func Walk(root *dir, visit func(string)) {
	var wg sync.WaitGroup
	wg.Add(1)
	go walk(root, &wg, visit)
	wg.Wait()
}

func Exercise() {
	Walk(&dir{name: "a", subs: []*dir{{name: "b"}, {}}}, func(string) {})
}
