package why

import (
	"slices"
	"strconv"

	"parolepack/internal/catalog"
	"parolepack/internal/plan"
)

// went finds the slots for additional information, and the continuation sheets, that answer an item of a page.
func (f *form) went(page int, part, item string) []Place {
	var list []Place
	for _, s := range f.ed.Slots {
		if !f.says(s.Page, strconv.Itoa(page)) || !f.says(s.Part, part) || !f.says(s.Item, item) {
			continue
		}
		if text, ok := f.ed.Field(s.Text); ok {
			list = append(list, Place{Part: f.part.ID, Item: text.Item, First: f.part.First + text.Page - 1, Pages: 1})
		}
	}
	sheets, ok := f.in.Plan.SheetsOf(f.part.ID)
	if ok && slices.ContainsFunc(sheets.Sheets.Answers, func(a plan.Answer) bool { return a.Page == page && a.Part == part && a.Item == item }) {
		list = append(list, Place{Part: sheets.ID, First: sheets.First, Pages: sheets.Pages})
	}
	return list
}

func (f *form) says(name, want string) bool {
	value := f.values[name]
	return value != nil && value.Value == want
}

// inWords says a map's reason for a blank, where the map adds no words of its own.
func inWords(reason catalog.Blank) string {
	switch reason {
	case catalog.OfficialUse:
		return "the agency fills it"
	case catalog.ByHand:
		return "written in ink"
	case catalog.NotForParole:
		return "a request for parole from abroad does not answer it"
	case catalog.Machine:
		return "it is for machines"
	case catalog.Overflow:
		return "nothing overflows to it"
	}
	return ""
}
