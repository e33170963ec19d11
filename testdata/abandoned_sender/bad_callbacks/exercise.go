package bad

import "errors"

// Exercise visits three shards that cannot be listed.
func Exercise() {
	list := func(string, options) error { return errors.New("no such shard") }
	_ = Heal([]string{"a", "b", "c"}, list, func(string) error { return nil })
}
