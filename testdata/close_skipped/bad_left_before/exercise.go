package stays

import "time"

func Exercise() {
	m := New("", func() {})
	go m.Close()
	time.Sleep(20 * time.Millisecond)
}
