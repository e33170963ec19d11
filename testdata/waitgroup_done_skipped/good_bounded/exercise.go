package bounded

func Exercise() { each([]string{"a", "b", "c"}, func(string) {}) }
