package good

// Each is done when the reader is.
func Each(words []string, see func(string)) {
	words2 := make(chan string)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for word := range words2 {
			see(word)
		}
	}()
	for _, word := range words {
		words2 <- word
	}
	close(words2)
	<-done
}
