package output

import (
	"bytes"
	"errors"
	"testing"
)

func TestBehindWritesAllInOrder(t *testing.T) {
	var want, got bytes.Buffer
	b := newBehind(func(p []byte) error { got.Write(p); return nil })
	for i := range 40 {
		piece := bytes.Repeat([]byte{byte(i)}, i*i*bufferSize/700)
		want.Write(piece)
		if n, err := b.Write(piece); n != len(piece) || err != nil {
			t.Fatal(n, err)
		}
		if i%9 == 0 {
			if err := b.flush(); err != nil || got.Len() != want.Len() {
				t.Fatalf("%d of %d bytes are there after a flush, %v", got.Len(), want.Len(), err)
			}
		}
	}
	if err := b.flush(); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Errorf("%d bytes arrived, want %d; %v", got.Len(), want.Len(), err)
	}
}

func TestBehindStopsAtTheFirstFailure(t *testing.T) {
	full, calls := errors.New("full"), 0
	b := newBehind(func([]byte) error { calls++; return full })
	if n, err := b.Write(make([]byte, 5*bufferSize)); !errors.Is(err, full) || n >= 5*bufferSize {
		t.Errorf("%d bytes were taken, %v", n, err)
	}
	if _, err := b.Write(make([]byte, 2*bufferSize)); !errors.Is(err, full) {
		t.Errorf("the failure is forgotten: %v", err)
	}
	if err := b.flush(); !errors.Is(err, full) || calls != 1 {
		t.Errorf("%d calls after the failure, %v", calls-1, err)
	}
}
