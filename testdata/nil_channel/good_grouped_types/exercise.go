package groupedtypes

func Exercise() {
	pages, lines := make(chan line, 1), make(chan line, 1)
	p := &printer{}
	with(p, spool(pages), lines)
	p.print("hello")
}
