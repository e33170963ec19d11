package main

//proof:none a program of its own

import "net/http"

func main() {
	forever := make(chan bool)
	go http.ListenAndServe("localhost:0", nil) // also GLS303
	<-forever
}
