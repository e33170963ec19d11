package template

import "golintsched.test/cases/prove"

func Exercise() {
	first, second := prove.FreeAddress(), prove.FreeAddress()
	start(first, second)
	prove.IdleClients(first, 2)
	prove.IdleClients(second, 2)
}
