package good

import "errors"

// Exercise plays them all.
func Exercise() {
	list := func(_ string, chosen options) error {
		if chosen.found != nil {
			chosen.found("x")
		}
		return nil
	}
	_ = Heal([]string{"a", "b"}, list, func(string) error { return errors.New("beyond repair") })
	Names(list)
	Last(list)
	Count(list)
}
