package tree

import "strconv"

// Exercise lists titles and adds to the tree, both until they wait for each other.
func Exercise() {
	t := New()
	for i := range 1000 {
		t.Put("root", strconv.Itoa(i), "leaf")
	}
	go func() {
		for {
			t.Titles("root")
		}
	}()
	go func() {
		for {
			t.Put("root", "0", "leaf")
		}
	}()
}
