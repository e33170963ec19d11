// Package bad merges what several sources give.
package bad

type item struct {
	text string
	last bool
}

// Merge stops at the first source that has come to its end, and leaves the others where they are.
func Merge(sources [][]string) (merged []string) {
	items := make(chan item)
	for _, source := range sources {
		go func() {
			for _, text := range source {
				items <- item{text: text}
			}
			items <- item{last: true} // want "nobody receives what it sends on `items`"
		}()
	}
	for one := range items {
		if one.last {
			break
		}
		merged = append(merged, one.text)
	}
	return merged
}
