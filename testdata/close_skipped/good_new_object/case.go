package newobject

import "errors"

type Daemon struct {
	started chan struct{}
	root    string
}

// New gives nobody the daemon that it has failed to set up, so that nobody waits for it.
func New(root string) (*Daemon, error) {
	d := &Daemon{started: make(chan struct{})}
	if err := d.check(root); err != nil {
		return nil, err
	}
	d.root = root
	close(d.started)
	return d, nil
}

func (d *Daemon) check(root string) error {
	if root == "" {
		return errors.New("no root")
	}
	return nil
}

func (d *Daemon) Wait() { <-d.started }

func Exercise() {
	_, _ = New("")
	if d, err := New("/"); err == nil {
		d.Wait()
	}
}
