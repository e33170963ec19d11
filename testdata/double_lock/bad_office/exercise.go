package office

// Exercise lets somebody leave who has a desk.
func Exercise() {
	o := &Office{}
	o.Furnish(2)
	o.desks[1].owner = "Ada"
	go o.Leave("Ada")
}
