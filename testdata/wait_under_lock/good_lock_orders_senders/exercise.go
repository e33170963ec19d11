package lockorderssenders

func Exercise() {
	w := newWriter()
	go w.print(func(string) {})
	w.write("a", "b")
	w.close()
}
