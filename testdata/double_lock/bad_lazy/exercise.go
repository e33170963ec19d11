package lazy

import "strings"

// Exercise gets a template that was not parsed yet.
func Exercise() { go New(strings.ToUpper).Get("index") }
