package assemble

import (
	"cmp"
	"slices"

	"parolepack/internal/pdf"
)

// What of an exhibit stays behind, in the words in which a person is told of it.
const (
	lostScripts     = "scripts"
	lostFiles       = "attached files"
	lostLaunches    = "actions that start programs"
	lostSubmits     = "actions that send data"
	lostImports     = "actions that fetch data"
	lostElsewhere   = "links to other files"
	lostUnsafe      = "links with unsafe addresses"
	lostInternal    = "links to pages that are not in the packet"
	lostActions     = "other actions"
	lostMedia       = "sounds, films and 3D models"
	lostValues      = "form fields whose value cannot be shown"
	lostSignatures  = "digital signatures"
	lostComments    = "comments"
	lostMarks       = "marks that do not print"
	lostXFA         = "XFA forms"
	lostPortfolios  = "portfolios"
	lostFields      = "live form fields"
	lostReferences  = "pictures from other files"
	lostAlternates  = "alternate pictures"
	lostPostScript  = "PostScript programs"
	lostThumbnails  = "thumbnails"
	lostMetadata    = "metadata"
	lostPrivate     = "private data of programs"
	lostPlaces      = "geographic data"
	lostThreads     = "article threads"
	lostRights      = "usage rights"
	lostStructure   = "structure for screen readers"
	lostOtherHidden = "other hidden data"
)

// gravity lists the kinds as they matter to whoever files the packet, the gravest first.
func gravity() []string {
	return []string{
		lostFiles, lostScripts, lostLaunches, lostSubmits, lostImports, lostValues, lostSignatures, lostMedia, lostComments, lostMarks,
		lostPortfolios, lostXFA, lostElsewhere, lostUnsafe, lostInternal, lostReferences, lostActions, lostFields, lostAlternates,
		lostPostScript, lostThumbnails, lostMetadata, lostPrivate, lostPlaces, lostThreads, lostRights, lostStructure, lostOtherHidden,
	}
}

// A Removal is how many things of one kind were left behind, in plain words: "attached files".
type Removal struct {
	What  string `json:"what"`
	Count int    `json:"count"`
}

// A Left tells what of one exhibit file was left behind, the gravest first. What belongs to the file as a whole counts once;
// what belongs to a page counts where the page is in the packet; a thing that the file refers to often counts once.
type Left struct {
	Exhibit string    `json:"exhibit"`
	File    string    `json:"file"`
	Removed []Removal `json:"removed"`
}

// A ledger counts what of one document stays behind.
type ledger struct {
	doc           *pdf.Document
	exhibit, file string
	removed       map[string]int
	met           map[pdf.Ref]bool // what was counted already
}

// ledger gives the ledger of the sheet's document.
func (s *sheet) ledger() *ledger {
	for _, l := range s.ledgers {
		if l.doc == s.src.Doc {
			return l
		}
	}
	l := &ledger{doc: s.src.Doc, removed: map[string]int{}, met: map[pdf.Ref]bool{}}
	if s.part.Exhibit != nil {
		l.exhibit = s.part.Exhibit.Label
	}
	l.file, _ = s.origin()
	s.ledgers = append(s.ledgers, l)
	return l
}

// add counts one thing; an empty kind is nothing lost.
func (l *ledger) add(kind string) {
	if kind != "" {
		l.removed[kind]++
	}
}

// again tells whether o refers to something that was counted before, and notes it.
func (l *ledger) again(o pdf.Object) bool {
	ref, ok := o.(pdf.Ref)
	if !ok {
		return false
	}
	met := l.met[ref]
	l.met[ref] = true
	return met
}

// there counts one thing where o is more than null and was not counted before.
func (l *ledger) there(o pdf.Object, kind string) {
	if v, err := l.doc.Resolve(o); err == nil && v != nil && !l.again(o) {
		l.add(kind)
	}
}

// files counts attached files: a file specification or an array of them (ISO 32000-1, 7.11.4; ISO 32000-2, 14.13).
func (l *ledger) files(o pdf.Object) {
	v, err := l.doc.Resolve(o)
	if err != nil || v == nil {
		return
	}
	if list, ok := v.(pdf.Array); ok {
		for _, item := range list {
			l.there(item, lostFiles)
		}
		return
	}
	l.there(o, lostFiles)
}

// left is the ledger as it is reported; nothing for one without an entry.
func (l *ledger) left() (Left, bool) {
	out := Left{Exhibit: l.exhibit, File: l.file}
	for what, n := range l.removed {
		out.Removed = append(out.Removed, Removal{what, n})
	}
	order := gravity()
	slices.SortFunc(out.Removed, func(a, b Removal) int {
		return cmp.Compare(slices.Index(order, a.What), slices.Index(order, b.What))
	})
	return out, len(out.Removed) > 0
}

// tally sums all ledgers up.
func (a *assembly) tally(to *Summary) {
	to.Removed = map[string]int{}
	for _, l := range a.ledgers {
		left, some := l.left()
		if some {
			to.Left = append(to.Left, left)
		}
		for _, r := range left.Removed {
			to.Removed[r.What] += r.Count
		}
	}
}
