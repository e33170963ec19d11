package counted

func Exercise() {
	answer := func(request) {}
	both(answer)
	each([]request{{parts: []string{"a", ""}}, {parts: []string{"b"}}}, answer)
	upTo(3, answer)
}
