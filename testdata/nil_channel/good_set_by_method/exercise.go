package setbymethod

func Exercise() {
	dial("a").ask("who")
}
