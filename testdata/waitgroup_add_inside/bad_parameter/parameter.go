package parameter

import "sync"

func compress(wg *sync.WaitGroup, part []byte, into func([]byte)) {
	if len(part) == 0 {
		return
	}
	wg.Add(1) // want "may come after `group.Wait` has returned"
	defer wg.Done()
	into(part[:len(part)/2])
}

func compressAll(parts [][]byte, into func([]byte)) {
	group := new(sync.WaitGroup)
	for i := range parts {
		go compress(group, parts[i], into)
	}
	group.Wait()
}
