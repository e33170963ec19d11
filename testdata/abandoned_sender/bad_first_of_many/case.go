package bad

// First returns the answer of whichever mirror is quickest.
func First(mirrors []string, ask func(string) string) string {
	answers := make(chan string)
	for _, mirror := range mirrors {
		go query(answers, mirror, ask)
	}
	return <-answers
}

func query(answers chan<- string, mirror string, ask func(string) string) {
	answers <- ask(mirror) // want "once First has returned, nobody receives what it sends on `answers`"
}
