package shrinks

func Exercise() {
	grow(3)
	workers.tasks <- func() {}
	workers.shrink()
	workers.close()
}
