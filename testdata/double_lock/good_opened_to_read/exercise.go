package opened

func Exercise() {
	p := &Page{}
	_ = replace(p, "a")
	_, _ = length(p)
	_ = replace(p, "b")
}
