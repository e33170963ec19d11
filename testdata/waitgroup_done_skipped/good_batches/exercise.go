package batches

func Exercise() { process([2][2]string{{"a", "b"}, {"c", "d"}}, func(string) {}) }
