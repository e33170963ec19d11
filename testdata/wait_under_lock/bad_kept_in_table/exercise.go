package keptintable

import "time"

func Exercise() {
	d := &desk{}
	go d.visit()
	time.Sleep(20 * time.Millisecond)
	go d.next()
	go d.closeUp()
}
