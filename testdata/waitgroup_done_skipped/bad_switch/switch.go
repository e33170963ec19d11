package switched

import "sync"

type collector struct {
	kinds []string
	seen  sync.Map
}

func (c *collector) disks() { c.seen.Store("disks", true) }
func (c *collector) nets()  { c.seen.Store("nets", true) }

func (c *collector) Gather() {
	var wg sync.WaitGroup
	for _, kind := range c.kinds {
		wg.Add(1)
		switch kind {
		case "disks":
			go func() {
				defer wg.Done()
				c.disks()
			}()
		case "nets":
			go func() {
				defer wg.Done()
				c.nets()
			}()
		}
	}
	wg.Wait() // want "starts nothing"
}

func Exercise() {
	go (&collector{kinds: []string{"disks", "fans"}}).Gather()
}
