package list

// Exercise looks for what is there and what is not.
func Exercise() {
	l := &List{head: node{next: &node{key: 1, next: &node{key: 2}}}}
	for range 2 {
		l.Has(1)
		l.Has(3)
		l.Sum()
	}
}
