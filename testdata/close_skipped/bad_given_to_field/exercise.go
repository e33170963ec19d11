package bad

import "strings"

// Exercise plays it.
func Exercise() {
	_, _ = Measure([]string{"a", "bcd"}, func(text string) *strings.Reader { return strings.NewReader(text) })
}
