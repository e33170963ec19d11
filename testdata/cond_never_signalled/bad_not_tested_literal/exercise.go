package nottestedliteral

import "time"

func Exercise() {
	go run(func() {})
	time.Sleep(300 * time.Millisecond)
}
