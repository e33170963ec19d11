package nottakenover

import "time"

func Exercise() {
	full := &Buffer{}
	_ = full.Add()
	go func() { _ = full.Add() }()
	other := &Buffer{}
	other.Fill()
	go other.Fill()
	time.Sleep(20 * time.Millisecond)
}
