// Package good takes a snapshot of a machine, each part of it in a goroutine of its own.
package good

import "errors"

type probe func() int

type snapshot map[string]int

var errBroken = errors.New("broken")

func take(probes map[string]probe, strict bool) (snapshot, error) {
	cpu := make(chan int, 1)
	memory := make(chan int, 1)
	disk := make(chan int, 1)
	network := make(chan int, 1)
	load := make(chan int, 1)
	processes := make(chan int, 1)
	users := make(chan int, 1)
	uptime := make(chan int, 1)
	sensors := make(chan int, 1)
	mounts := make(chan int, 1)
	services := make(chan int, 1)
	timers := make(chan int, 1)
	go func() {
		cpu <- probes["cpu"]()
	}()
	go func() {
		memory <- probes["memory"]()
	}()
	go func() {
		disk <- probes["disk"]()
	}()
	go func() {
		network <- probes["network"]()
	}()
	go func() {
		load <- probes["load"]()
	}()
	go func() {
		processes <- probes["processes"]()
	}()
	go func() {
		users <- probes["users"]()
	}()
	go func() {
		uptime <- probes["uptime"]()
	}()
	go func() {
		sensors <- probes["sensors"]()
	}()
	go func() {
		mounts <- probes["mounts"]()
	}()
	go func() {
		services <- probes["services"]()
	}()
	go func() {
		timers <- probes["timers"]()
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
