package material

// dice is a fixed stream of numbers (a linear congruential generator), the same in every Go version.
type dice struct{ state uint32 }

// roll returns a number from 0 up to n, n left out.
func (d *dice) roll(n int) int {
	d.state = d.state*1664525 + 1013904223
	return int(d.state>>8) % n
}

// word is a pseudo-word of the length that English words have.
func (d *dice) word() string {
	const letters = "etaoinshrdlucmfwypvbgk"
	b := make([]byte, 2+d.roll(8))
	for i := range b {
		b[i] = letters[min(d.roll(len(letters)), d.roll(len(letters)))]
	}
	return string(b)
}
