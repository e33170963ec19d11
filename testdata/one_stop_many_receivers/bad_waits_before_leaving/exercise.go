package waitsbeforeleaving

func Exercise() {
	d := open(make(chan int), 3)
	d.shelves <- 1
	d.close()
}
