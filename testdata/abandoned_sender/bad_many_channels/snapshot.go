// Package bad takes a snapshot of a machine, each part of it in a goroutine of its own.
package bad

import "errors"

type probe func() int

type snapshot map[string]int

var errBroken = errors.New("broken")

func take(probes map[string]probe, strict bool) (snapshot, error) {
	cpu := make(chan int)
	memory := make(chan int)
	disk := make(chan int)
	network := make(chan int)
	load := make(chan int)
	processes := make(chan int)
	users := make(chan int)
	uptime := make(chan int)
	sensors := make(chan int)
	mounts := make(chan int)
	services := make(chan int)
	timers := make(chan int)
	go func() {
		cpu <- probes["cpu"]()
	}()
	go func() {
		memory <- probes["memory"]() // want "nobody receives what it sends on `memory`"
	}()
	go func() {
		disk <- probes["disk"]() // want "nobody receives what it sends on `disk`"
	}()
	go func() {
		network <- probes["network"]() // want "nobody receives what it sends on `network`"
	}()
	go func() {
		load <- probes["load"]() // want "nobody receives what it sends on `load`"
	}()
	go func() {
		processes <- probes["processes"]() // want "nobody receives what it sends on `processes`"
	}()
	go func() {
		users <- probes["users"]() // want "nobody receives what it sends on `users`"
	}()
	go func() {
		uptime <- probes["uptime"]() // want "nobody receives what it sends on `uptime`"
	}()
	go func() {
		sensors <- probes["sensors"]() // want "nobody receives what it sends on `sensors`"
	}()
	go func() {
		mounts <- probes["mounts"]() // want "nobody receives what it sends on `mounts`"
	}()
	go func() {
		services <- probes["services"]() // want "nobody receives what it sends on `services`"
	}()
	go func() {
		timers <- probes["timers"]() // want "nobody receives what it sends on `timers`"
	}()
	found := snapshot{}
	first := <-cpu
	if first < 0 && strict {
		return nil, errBroken
	}
	found["cpu"] = first
	found["memory"] = <-memory
	found["disk"] = <-disk
	found["network"] = <-network
	found["load"] = <-load
	found["processes"] = <-processes
	found["users"] = <-users
	found["uptime"] = <-uptime
	found["sensors"] = <-sensors
	found["mounts"] = <-mounts
	found["services"] = <-services
	found["timers"] = <-timers
	return found, nil
}
