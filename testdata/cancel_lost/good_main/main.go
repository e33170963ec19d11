package main

import (
	"context"
	"fmt"
	"os"
	"time"
)

//proof:none the process ends with main

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	if len(os.Args) < 2 {
		fmt.Println("usage: wait NAME")
		return
	}
	run(ctx, os.Args[1])
	cancel()
}

func run(ctx context.Context, name string) { fmt.Println(name, ctx.Err()) }
