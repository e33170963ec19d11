package bad

type mailbox struct {
	letters chan string
}

func (m *mailbox) put(letter string) {
	m.letters <- letter // want "waits for itself"
}

func (m *mailbox) take() string {
	return <-m.letters
}

// Post puts and takes in one goroutine.
func Post(letter string) string {
	m := &mailbox{letters: make(chan string)}
	m.put(letter)
	return m.take()
}
