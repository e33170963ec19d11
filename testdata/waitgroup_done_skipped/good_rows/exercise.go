package router

func Exercise() { Check() }
