package assemble

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/layout"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// objects spells every object of a packet but the bodies of streams.
func objects(t testing.TB, b []byte) string {
	t.Helper()
	d := opened(t, b)
	size, err := d.Int(d.Trailer()["Size"])
	must(t, err)
	var out []byte
	for n := 1; n < size; n++ {
		o, err := d.Load(pdf.Ref{Num: n})
		must(t, err)
		if s, ok := o.(*pdf.Stream); ok {
			o = s.Dict
		}
		out, err = pdf.AppendObject(append(out, '\n'), o)
		must(t, err)
	}
	return string(out)
}

func TestTheSamePlanGivesTheSameBytes(t *testing.T) {
	var first []byte
	for range 3 {
		p := wholePacket()
		b, _ := assembled(t, p, wholePages(p, twoPages(t)))
		if first == nil {
			first = b
		}
		if !bytes.Equal(first, b) {
			t.Fatal("the bytes differ")
		}
	}
}

func TestErrorsNameTheirPart(t *testing.T) {
	d := twoPages(t)
	broken := errors.New("broken")
	for name, c := range map[string]struct {
		change func(*plan.Plan, map[string][]ink.Page)
		want   string
	}{
		"too many": {func(_ *plan.Plan, m map[string][]ink.Page) {
			m["exhibit/funding"] = append(m["exhibit/funding"], ink.Page{Doc: d, Number: 1})
		}, "exhibit A: has 3 pages, 2 were planned"},
		"too few":      {func(_ *plan.Plan, m map[string][]ink.Page) { m["i-131/nour"] = m["i-131/nour"][:1] }, "Form I-131, Nour Haddad: has 1 pages, 2 were planned"},
		"no page":      {func(_ *plan.Plan, m map[string][]ink.Page) { m["exhibit/funding"][1].Number = 9 }, `exhibit A: "a.pdf" page 2: page 9: no such page`},
		"wrong number": {func(p *plan.Plan, _ map[string][]ink.Page) { p.Parts[2].First = 9 }, "plan: exhibit-index starts on page 9"},
		"wrong sum":    {func(p *plan.Plan, _ map[string][]ink.Page) { p.Pages = 99 }, "plan: 9 pages in its parts, 99 in all"},
		"dangling": {func(p *plan.Plan, _ map[string][]ink.Page) {
			p.Parts[1].Text.Pages[0].Links = []layout.Link{{Target: "exhibit:nowhere"}}
		}, `cover letter page 1: link to "exhibit:nowhere"`},
	} {
		t.Run(name, func(t *testing.T) {
			p := wholePacket()
			pages := wholePages(p, d)
			c.change(p, pages)
			_, err := Write(t.Context(), io.Discard, p, from(pages), ink.NewFonts(faces))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
	t.Run("source", func(t *testing.T) {
		open := func(*plan.Part) (Source, error) {
			return func(yield func([]ink.Page, error) bool) { yield(nil, fmt.Errorf("%q: %w", "lease.pdf", broken)) }, nil
		}
		_, err := Write(t.Context(), io.Discard, exhibitPlan(1), open, ink.NewFonts(faces))
		if !errors.Is(err, broken) || !strings.HasPrefix(err.Error(), `exhibit C: "lease.pdf": broken`) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("disk", func(t *testing.T) {
		p := wholePacket()
		_, err := Write(t.Context(), failing{broken}, p, from(wholePages(p, d)), ink.NewFonts(faces))
		if !errors.Is(err, broken) {
			t.Errorf("got %v", err)
		}
	})
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestACancelledRunStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	d := twoPages(t)
	opened := 0
	open := func(part *plan.Part) (Source, error) {
		if opened++; opened == 2 {
			cancel()
		}
		return from(wholePages(wholePacket(), d))(part)
	}
	_, err := Write(ctx, io.Discard, wholePacket(), open, ink.NewFonts(faces))
	if !errors.Is(err, context.Canceled) || opened != 2 {
		t.Errorf("got %v after %d parts", err, opened)
	}
}

// The documents of a batch are closed as soon as the next is asked for; nothing is read from them after that.
func TestBatchesMayCloseBehindThem(t *testing.T) {
	source := func(yield func([]ink.Page, error) bool) {
		for range 3 {
			r := &closing{}
			b := &bytes.Buffer{}
			w := pdf.NewWriter(b, pdf.WriterOptions{})
			writeSample(t, w)
			r.data = bytes.NewReader(b.Bytes())
			d, err := pdf.Open(r, int64(b.Len()), pdf.Options{})
			must(t, err)
			more := yield([]ink.Page{{Doc: d, Number: 1, Fit: true}}, nil)
			r.closed = true
			if !more {
				return
			}
		}
	}
	b := &bytes.Buffer{}
	_, err := Write(t.Context(), b, exhibitPlan(3), func(*plan.Part) (Source, error) { return source, nil }, ink.NewFonts(faces))
	must(t, err)
	checked(t, b.Bytes())
}

type closing struct {
	data   *bytes.Reader
	closed bool
}

func (c *closing) ReadAt(b []byte, off int64) (int, error) {
	if c.closed {
		return 0, errors.New("read after close")
	}
	return c.data.ReadAt(b, off)
}

// writeSample writes a document of one page with a font behind a reference.
func writeSample(t testing.TB, w *pdf.Writer) {
	font, err := w.Add(pdf.Dict{"Type": pdf.Name("Font"), "Subtype": pdf.Name("Type1"), "BaseFont": pdf.Name("Helvetica")})
	must(t, err)
	contents, err := w.Add(pdf.FlateStream(pdf.Dict{}, []byte(sample)))
	must(t, err)
	node := w.Reserve()
	page, err := w.Add(pdf.Dict{"Type": pdf.Name("Page"), "Parent": node, "Contents": contents, "Resources": pdf.Dict{"Font": pdf.Dict{"F1": font}}})
	must(t, err)
	must(t, w.Write(node, pdf.Dict{"Type": pdf.Name("Pages"), "Kids": pdf.Array{page}, "Count": pdf.Integer(1), "MediaBox": box(612, 792)}))
	root, err := w.Add(pdf.Dict{"Type": pdf.Name("Catalog"), "Pages": node})
	must(t, err)
	_, err = w.Close(root, nil)
	must(t, err)
}
