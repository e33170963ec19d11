package bad

import "log"

// Run waits for the end of a program that has not started: the error is only written down.
func Run(start, end func() error) error {
	started, ended := make(chan error), make(chan error)
	go func() {
		err := start()
		started <- err
		if err != nil {
			return
		}
		ended <- end()
	}()
	if err := <-started; err != nil {
		log.Print(err)
	}
	return <-ended // want "waits for ever"
}
