package playlist

import "sync"

type Playlist struct {
	sync.Mutex
	songs []string
	at    int
}

func (p *Playlist) Add(s string) {
	p.Lock()
	p.songs = append(p.songs, s)
	p.Unlock()
}

func (p *Playlist) rewind() {
	p.Lock() // want "locks|takes"
	p.at = 0
	p.Unlock()
}

func (p *Playlist) Next() (song string, ok bool) {
	p.Lock()
	defer p.Unlock()
	if len(p.songs) == 0 {
		return "", false
	}
	if p.at >= len(p.songs) {
		p.rewind()
	}
	song = p.songs[p.at]
	p.at++
	return song, true
}
