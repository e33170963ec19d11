// Package save changes the pages of a store.
package save

import "golintsched.test/cases/lock_not_released/good_lock_of_store_elsewhere/store"

// Save changes a page, and tells whether it was another one before.
func Save(one *store.Store, name, text string) bool {
	one.Lock()
	if !one.Put(name, text) {
		one.Commit()
		return false
	}
	one.Unlock()
	return true
}
