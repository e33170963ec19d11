// Package good turns channels off.
package good

import "errors"

type box struct {
	watched bool
	alarms  chan struct{}
}

func (b *box) notify() (<-chan struct{}, error) {
	if !b.watched {
		return nil, errors.New("no alarms here")
	}
	return b.alarms, nil
}

// run waits for the alarm only where there is one.
func run(b *box) bool {
	alarm, err := b.notify()
	if err != nil {
		alarm = nil
	}
	close(b.alarms)
	if err == nil {
		<-alarm
	}
	return alarm != nil
}

// replaced is given another channel before it is waited for.
func replaced(b *box) {
	alarm, err := b.notify()
	if err != nil {
		alarm = nil
	}
	if err != nil {
		b.watched = true
	}
	alarm, _ = b.notify()
	close(b.alarms)
	<-alarm
}

// left returns where there is no channel.
func left(b *box) {
	alarm, err := b.notify()
	if err != nil {
		alarm = nil
		return
	}
	close(b.alarms)
	<-alarm
}

// merge turns off a case once its channel is closed.
func merge(first, second <-chan int) (sum int) {
	for range 4 {
		select {
		case n, ok := <-first:
			if !ok {
				first = nil
			}
			sum += n
		case n, ok := <-second:
			if !ok {
				second = nil
			}
			sum += n
		}
	}
	return sum
}

// last takes one more from a channel before it is let go.
func last(numbers chan int) (n int) {
	numbers <- 1
	n = <-numbers
	numbers = nil
	return n
}

// Exercise plays them all.
func Exercise() {
	run(&box{watched: true, alarms: make(chan struct{})})
	replaced(&box{alarms: make(chan struct{})})
	left(&box{watched: true, alarms: make(chan struct{})})
	first, second := make(chan int, 2), make(chan int, 2)
	first <- 1
	first <- 2
	second <- 3
	second <- 4
	merge(first, second)
	last(make(chan int, 1))
}
