package loop

func Exercise() {
	open("a", "b").shutdown(func(string) {})
}
