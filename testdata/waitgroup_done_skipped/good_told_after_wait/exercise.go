package toldafterwait

func Exercise() {
	walk("aaaa", func(item string) []string {
		if len(item) == 1 {
			return nil
		}
		return []string{item[1:], item[1:]}
	})
}
