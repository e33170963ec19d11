package neverreturns

import "time"

func flush(do func()) {
	ticker := time.NewTicker(time.Minute)
	for {
		<-ticker.C
		do()
	}
}

func start(do func()) {
	go func() {
		for range time.Tick(time.Minute) {
			do()
		}
	}()
}

func publish(do func()) {
	ticker := time.NewTicker(time.Minute)
	for range ticker.C {
		do()
	}
}
