package owntype

import "golintsched.test/cases/prove"

func Exercise() {
	(&registry{}).add("x")
	prove.Count("contexts not cancelled", 0)
}
