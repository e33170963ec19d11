package earlyspawnfailure

import (
	"os"
	"sync"
)

func Hash(paths []string, sum func(*os.File)) {
	var wg sync.WaitGroup
	for _, path := range paths {
		wg.Add(1)
		file, err := os.Open(path)
		if err != nil {
			continue
		}
		go func() {
			defer wg.Done()
			defer file.Close()
			sum(file)
		}()
	}
	wg.Wait() // want "starts nothing"
}

func Exercise() {
	go Hash([]string{"/there/is/no/such/file"}, func(*os.File) {})
}
