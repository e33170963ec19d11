package main

import "fmt"

//proof:none main parks for ever on purpose, which is all that the case shows

func main() {
	go fmt.Println("serving")
	var forever chan struct{}
	<-forever
}
