package releasedfirst

func Exercise() {
	h := newHub()
	h.publish(1)
	h.publish(2)
	h.close()
}
