package buffered

func Exercise() {
	n := open()
	n.add("a")
	n.add("b")
	n.close()
}
