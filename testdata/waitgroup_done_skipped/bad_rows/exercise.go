package router

func Exercise() {
	go Check([]string{"error", ""})
}
