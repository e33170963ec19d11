package toldbylist

func Exercise() {
	run([]job{{"a", true}, {"b", true}}, func(string) {})
}
