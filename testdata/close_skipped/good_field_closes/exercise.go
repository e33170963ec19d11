package good

import "strings"

// Exercise plays it.
func Exercise() {
	_ = Measure("abc", func(text string) *strings.Reader { return strings.NewReader(text) })
}
