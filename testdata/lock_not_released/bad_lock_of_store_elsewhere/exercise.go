package save

import "golintsched.test/cases/lock_not_released/bad_lock_of_store_elsewhere/store"

// Exercise saves the same page again and again.
func Exercise() {
	one := store.New()
	Save(one, "a", "text")
	Save(one, "a", "text")
	go Save(one, "a", "text")
}
