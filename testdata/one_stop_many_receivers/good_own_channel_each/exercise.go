package ownchanneleach

func Exercise() {
	chain(3).stopAll()
}
