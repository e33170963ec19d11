package main

//proof:none a program of its own

import (
	"fmt"
	"os"
	"time"
)

func main() {
	done := make(chan error)
	go func() { done <- work() }()
	select {
	case err := <-done:
		fmt.Println(err)
	case <-time.After(time.Second):
		os.Exit(1)
	}
}

func work() error { return nil }
