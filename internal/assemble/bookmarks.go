package assemble

import (
	"strings"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
)

// maxBookmarks bounds how many bookmarks the exhibits of a packet bring along: an outline is kept whole until it is written.
const maxBookmarks = 1 << 16

// bring keeps the bookmarks of an exhibit's files that lead to pages of the batch, for the outline below the part
// (ISO 32000-1, 12.3.3). done pages of the part came before. An outline that cannot be read brings nothing: what it
// leads to is in the packet all the same.
func (a *assembly) bring(part *plan.Part, done int, batch []ink.Page) {
	for from := 0; from < len(batch); {
		to := from + 1
		for to < len(batch) && batch[to].Doc == batch[from].Doc {
			to++
		}
		if batch[from].Fit {
			at := map[int]int{}
			for i := from; i < to; i++ {
				if _, again := at[batch[i].Number]; !again {
					at[batch[i].Number] = part.First + done + i
				}
			}
			if list, err := batch[from].Doc.Outline(); err == nil && a.brought+len(list) <= maxBookmarks {
				kept, _ := kin(list, 0, at)
				a.bookmarks[part.ID] = append(a.bookmarks[part.ID], kept...)
				a.brought += len(list)
			}
		}
		from = to
	}
}

// kin makes marks of the bookmarks at one level and those below them, and returns how many it took. at gives the packet
// page of each page that came along. A bookmark without such a page stays where one below it has one, and leads there.
func kin(list []pdf.Bookmark, level int, at map[int]int) (kept []*mark, taken int) {
	for taken < len(list) && list[taken].Level >= level {
		b := list[taken]
		taken++
		kids, n := kin(list[taken:], b.Level+1, at)
		taken += n
		page, ok := at[b.Page]
		if !ok && len(kids) > 0 {
			page, ok = kids[0].page, true
		}
		title := strings.Join(strings.Fields(b.Title), " ")
		switch {
		case !ok:
		case title == "":
			kept = append(kept, kids...)
		default:
			kept = append(kept, &mark{title: title, page: page, kids: kids})
		}
	}
	return kept, taken
}
