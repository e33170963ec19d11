package startedinloop

import "time"

func Exercise() {
	k := &kitchen{orders: make(chan string), closing: make(chan bool)}
	k.open(3)
	time.Sleep(20 * time.Millisecond)
	k.shut()
	time.Sleep(20 * time.Millisecond)
}

type kitchen struct {
	orders  chan string
	closing chan bool
	served  int
}

func (k *kitchen) open(cooks int) {
	for range cooks {
		k.hire()
	}
}

func (k *kitchen) hire() {
	go func() {
		for {
			select { // want "`k.closing <- …` is sent once, and several wait"
			case o := <-k.orders:
				k.served += len(o)
			case <-k.closing:
				return
			}
		}
	}()
}

func (k *kitchen) shut() { k.closing <- true }
