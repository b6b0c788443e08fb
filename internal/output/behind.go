package output

// behind gathers bytes in chunks and writes each while the next is gathered, so that the one who writes does not wait for
// the system. A failure comes out of the next call. It serves one goroutine; wait must come before its fields are read.
type behind struct {
	write func([]byte) error
	buf   []byte        // the chunk that is gathered
	spare []byte        // the chunk before, until it is written
	busy  chan struct{} // closed when spare is written; nil where nothing is under way
	err   error         // the first failure; nothing is written after it
}

func newBehind(write func([]byte) error) *behind {
	return &behind{write: write, buf: make([]byte, 0, bufferSize)}
}

// Write adds bytes.
func (b *behind) Write(p []byte) (int, error) {
	written := 0
	for len(p) > 0 {
		n := copy(b.buf[len(b.buf):cap(b.buf)], p)
		b.buf, p = b.buf[:len(b.buf)+n], p[n:]
		if len(b.buf) == cap(b.buf) {
			if err := b.hand(); err != nil {
				return written, err
			}
		}
		written += n
	}
	return written, nil
}

// hand starts to write the chunk that is full.
func (b *behind) hand() error {
	if err := b.wait(); err != nil {
		return err
	}
	full, done := b.buf, make(chan struct{})
	go func() {
		b.err = b.write(full)
		close(done)
	}()
	if b.spare == nil {
		b.spare = make([]byte, 0, bufferSize)
	}
	b.buf, b.spare, b.busy = b.spare[:0], full, done
	return nil
}

// wait returns when nothing is under way, with the first failure.
func (b *behind) wait() error {
	if b.busy != nil {
		<-b.busy
		b.busy = nil
	}
	return b.err
}

// flush writes what is left.
func (b *behind) flush() error {
	if err := b.wait(); err != nil || len(b.buf) == 0 {
		return err
	}
	b.err = b.write(b.buf)
	b.buf = b.buf[:0]
	return b.err
}
