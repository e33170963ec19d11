package readers

import "sync"

// Atlas is filled before anybody reads it; its locks are only ever read locks afterwards.
type Atlas struct {
	citiesMu sync.RWMutex
	roadsMu  sync.RWMutex
	cities   map[string]int
	roads    map[int]string
}

func (a *Atlas) Road(city string) string {
	a.citiesMu.RLock()
	defer a.citiesMu.RUnlock()
	a.roadsMu.RLock()
	defer a.roadsMu.RUnlock()
	return a.roads[a.cities[city]]
}

func (a *Atlas) City(road string) string {
	a.roadsMu.RLock()
	defer a.roadsMu.RUnlock()
	a.citiesMu.RLock()
	defer a.citiesMu.RUnlock()
	for city, number := range a.cities {
		if a.roads[number] == road {
			return city
		}
	}
	return ""
}
