package owngroup

func Exercise() {
	guess := func() (int, bool) { return 1, true }
	anyOf([]func() (int, bool){guess, guess})
}
