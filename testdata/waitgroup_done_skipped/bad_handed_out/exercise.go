package nothandedout

import "time"

type first struct{}

func (first) Handle(name string) bool { return name == "a" }

func Exercise() {
	go func() { _ = rejected([]string{"a", "b", "c"}, first{}) }()
	time.Sleep(20 * time.Millisecond)
}
