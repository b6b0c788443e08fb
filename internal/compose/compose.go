// Package compose draws laid-out pages as PDF. It decides nothing: every run and rule stands where package
// layout put it. Links, outline and page labels are the assembler's.
//
// The output depends on the pages alone: no date, no document ID and no random name is written.
package compose

import (
	"compress/zlib"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/signintech/gopdf"

	"parolepack/internal/font"
	"parolepack/internal/layout"
)

// Draw makes one PDF of the pages, in order, with the faces they use embedded as subsets. The text of a page that the PDF library
// cannot set is left to Over. A document without pages is an error.
func Draw(pages []layout.Page, set *font.Set) ([]byte, error) {
	if len(pages) == 0 {
		return nil, fmt.Errorf("composed document: no pages")
	}
	over := make([]bool, len(pages))
	for i, page := range pages {
		over[i] = beyond(page, set)
	}
	used, err := collect(pages, over, set)
	if err != nil {
		return nil, err
	}
	d := &drawing{names: map[font.ID]string{}, faces: map[font.ID]*font.Face{}}
	d.pdf.Start(gopdf.Config{Unit: gopdf.UnitPT, PageSize: gopdf.Rect{W: pages[0].Width, H: pages[0].Height}})
	d.pdf.SetCompressLevel(compression(pages))
	for _, id := range slices.Sorted(maps.Keys(used)) {
		if err := d.embed(id, used[id]); err != nil {
			return nil, err
		}
	}
	for i, page := range pages {
		if err := d.page(page, over[i]); err != nil {
			return nil, fmt.Errorf("composed page %d: %w", i+1, err)
		}
	}
	out, err := d.pdf.GetBytesPdfReturnErr()
	if err == nil && d.missing != nil {
		err = fmt.Errorf("no glyph for %q", string(d.missing))
	}
	return out, err
}

// compression is none for documents of a few words a page, such as divider sheets: setting a compressor up would cost more than
// all else, to save a kilobyte.
func compression(pages []layout.Page) int {
	const few = 400 // bytes of text a page
	sum := 0
	for _, p := range pages {
		for _, r := range p.Runs {
			sum += len(r.Text)
		}
	}
	if sum < few*len(pages) {
		return zlib.NoCompression
	}
	return zlib.BestSpeed
}

// A drawing is one document under way.
type drawing struct {
	pdf     gopdf.GoPdf
	names   map[font.ID]string // font names within the document
	faces   map[font.ID]*font.Face
	missing []rune
	gray    float64 // of the page's current fill
}

// page draws one page. Rules come first, so that no rule ever covers a letter; bare draws nothing else.
func (d *drawing) page(p layout.Page, bare bool) error {
	d.pdf.AddPageWithOption(gopdf.PageOption{PageSize: &gopdf.Rect{W: p.Width, H: p.Height}})
	d.gray = 0
	d.pdf.SetGrayFill(0) // opens the content stream, so that a blank page has one too
	for _, r := range p.Rules {
		d.fill(r.Gray)
		d.pdf.RectFromUpperLeftWithStyle(r.X, r.Y, r.W, r.H, "F")
	}
	for _, r := range p.Runs {
		if bare {
			break
		}
		d.fill(r.Gray)
		if err := d.run(r); err != nil {
			return fmt.Errorf("%q: %w", r.Text, err)
		}
	}
	return nil
}

func (d *drawing) fill(gray float64) {
	if gray != d.gray {
		d.pdf.SetGrayFill(gray)
		d.gray = gray
	}
}

// run draws a run word by word, each with the space behind it, so that justified spaces get their width and the
// whole-number widths of the embedded font never add up to a shift.
func (d *drawing) run(r layout.Run) error {
	face, ok := d.faces[r.Face]
	if !ok {
		return fmt.Errorf("face %q is not embedded", r.Face)
	}
	if err := d.pdf.SetFont(d.names[r.Face], "", r.Size); err != nil {
		return err
	}
	x := r.X
	for text := r.Text; text != ""; {
		n := upToSpace(text)
		d.pdf.SetXY(x, r.Y)
		if err := d.pdf.Text(text[:n]); err != nil {
			return err
		}
		x += face.Width(text[:n], r.Size)
		if strings.HasSuffix(text[:n], " ") || strings.HasSuffix(text[:n], noBreak) {
			x += r.Space
		}
		text = text[n:]
	}
	return nil
}

const noBreak = "\u00a0"

// upToSpace is the length of a text's first word with the space behind it.
func upToSpace(text string) int {
	for at, r := range text {
		if r == ' ' || r == '\u00a0' {
			return at + utf8.RuneLen(r)
		}
	}
	return len(text)
}
