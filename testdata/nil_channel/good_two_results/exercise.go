package tworesults

func Exercise() {
	first("weather")
}
