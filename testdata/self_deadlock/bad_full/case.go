package bad

// Two has room for one.
func Two(first, second string) []string {
	names := make(chan string, 1)
	names <- first
	names <- second // want "it alone receives from `names`"
	return []string{<-names, <-names}
}
