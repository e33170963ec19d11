package turns

import "sync"

const clients = 4

// Load goes on once every client has begun, and the first one has fetched.
func Load(fetch func()) {
	var begun, ended sync.WaitGroup
	var first sync.Once
	begun.Add(1)
	for i := 0; i < clients; i++ {
		begun.Add(1)
		ended.Add(1)
		go func() {
			defer ended.Done()
			begun.Done()
			fetch()
			first.Do(begun.Done)
		}()
	}
	begun.Wait()
	ended.Wait()
}

// Warm waits for all stages, and for a word of the quickest.
func Warm(stage func(string)) {
	var wg sync.WaitGroup
	var quickest sync.Once
	wg.Add(1)
	for _, name := range []string{"dns", "tls", "http"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			stage(name)
			quickest.Do(func() { wg.Done() })
		}()
	}
	wg.Wait()
}

func Exercise() {
	Load(func() {})
	Warm(func(string) {})
}
