package shards

// Exercise flushes a clean shard and a changed one, and then changes the clean one.
func Exercise() {
	s := &Store{shards: []*shard{{}, {dirty: true}}}
	s.Flush()
	s.Mark(1)
	go s.Mark(0)
}
