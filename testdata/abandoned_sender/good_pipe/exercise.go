package good

import "io"

// Exercise plays all four.
func Exercise() {
	discard := func(_ string, from io.Reader) error {
		_, err := io.Copy(io.Discard, from)
		return err
	}
	records := [][]string{{"a", "b"}}
	_ = Export(discard, "", records)
	_ = Export(discard, "x", records)
	_ = Checked(discard, "", records)
	_ = Checked(discard, "x", records)
	if reader, err := Open(records); err == nil {
		reader.Close()
	}
	_, _ = Head(records)
}
