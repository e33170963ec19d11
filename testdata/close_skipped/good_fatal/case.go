package fatal

import (
	"log"
	"os"
)

type Config struct {
	loaded chan struct{}
	size   int64
}

func Watch(path string) *Config {
	c := &Config{loaded: make(chan struct{})}
	go c.load(path)
	return c
}

func (c *Config) load(path string) {
	info, err := os.Stat(path)
	if err != nil {
		log.Fatal(err)
	}
	if info.IsDir() {
		panic("not a file: " + path)
	}
	c.size = info.Size()
	close(c.loaded)
}

func (c *Config) Size() int64 {
	<-c.loaded
	return c.size
}

func Exercise() {
	Watch("/proc/self/status").Size()
}
