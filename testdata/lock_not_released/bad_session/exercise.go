package session

import "time"

// Exercise touches a session that is over.
func Exercise() {
	s := NewStore()
	s.Open("a", time.Hour)
	s.Touch("a", time.Hour)
	s.Touch("b", time.Hour)
	s.Open("old", -time.Hour)
	s.Touch("old", time.Hour)
	go s.Open("new", time.Hour)
}
