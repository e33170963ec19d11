package bad

import "time"

// Exercise polls before the answer can be there.
func Exercise() {
	r := &resolver{lookup: func(name string) string { time.Sleep(20 * time.Millisecond); return name + ".lan" }}
	_ = r.address("printer")
}
