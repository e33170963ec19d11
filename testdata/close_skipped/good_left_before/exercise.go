package left

import "context"

var members = map[string]*Member{}

func join(name string) {
	members[name] = New(func() {})
}

func Exercise() {
	join("a")
	_ = members["a"].Leave(context.Background())
	members["a"].Close()
}
