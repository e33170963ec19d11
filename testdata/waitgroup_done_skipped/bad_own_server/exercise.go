package ownserver

import "time"

func Exercise() {
	_ = use("a")
	go func() { _ = use("") }()
	time.Sleep(20 * time.Millisecond)
}
