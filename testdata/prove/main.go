// Package prove runs one case and writes down what the Go runtime says of it afterwards.
package prove

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"runtime/pprof"
	"strings"
	"sync/atomic"
	"time"
)

// observation is what one run of a case leaves behind, as one JSON object on the standard output.
type observation struct {
	Returned   bool           `json:"returned"`
	Leaked     string         `json:"leaked"`
	Goroutines string         `json:"goroutines"`
	Counts     map[string]int `json:"counts"`
}

const (
	settleTime = 1500 * time.Millisecond
	connTime   = 4 * time.Second
	quietTime  = 30 * time.Millisecond
	connQuiet  = 200 * time.Millisecond // a server needs a moment to accept what was dialled
	pause      = 10 * time.Millisecond
)

// Main runs the case named by the first argument, whose files are below the folder given as the second.
//
// It waits until no goroutine of the case has been there for quietTime, at most settleTime; with "conn" as third
// argument, until no goroutine of a connection has been there for connQuiet, at most connTime.
func Main(cases map[string]func()) {
	name, folder, kind := os.Args[1], os.Args[2]+"/", os.Args[3]
	exercise, ok := cases[name]
	if !ok {
		fmt.Fprintf(os.Stderr, "no case %s\n", name)
		os.Exit(1)
	}
	var returned atomic.Bool
	go exerciseAndStay(exercise, &returned)

	limit, quiet := settleTime, quietTime
	remains := func(dump string) bool { return strings.Contains(dump, folder) }
	if kind == "conn" {
		limit, quiet = connTime, connQuiet
		remains = holdsConnection
	}
	deadline, since := time.Now().Add(limit), time.Now()
	for time.Now().Before(deadline) && time.Since(since) < quiet {
		time.Sleep(pause)
		if !returned.Load() || remains(profile("goroutine")) {
			since = time.Now()
		}
	}
	result := observation{
		Returned:   returned.Load(),
		Leaked:     profile("goroutineleak"),
		Goroutines: profile("goroutine"),
		Counts:     copyCounts(),
	}
	if err := json.NewEncoder(os.Stdout).Encode(result); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func holdsConnection(dump string) bool {
	return strings.Contains(dump, "net/http.(*conn).serve(") || strings.Contains(dump, "net/http.(*persistConn).")
}

// exerciseAndStay keeps its goroutine, so that the dump shows whether the case left it locked to its thread.
func exerciseAndStay(exercise func(), returned *atomic.Bool) {
	exercise()
	returned.Store(true)
	select {}
}

func profile(name string) string {
	var out bytes.Buffer
	if err := pprof.Lookup(name).WriteTo(&out, 2); err != nil {
		return err.Error()
	}
	return out.String()
}
