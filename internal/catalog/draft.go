package catalog

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"parolepack/internal/casefile"
)

// A Draft says how the map of one edition becomes the draft of another's.
type Draft struct {
	// Map is the old edition's map as it stands, File its path for messages.
	File string
	Map  []byte
	// Form, Edition and Pages are the new edition's.
	Form    string
	Edition casefile.Date
	Pages   int
	// Fields are the new edition's fields in the order of its inventory.
	Fields []DraftField
	// Removed names the old fields that have no place on the new edition.
	Removed []string
}

// A DraftField is one field of the new edition and the old one whose entry it takes over.
type DraftField struct {
	Field InventoryField
	// From is the old field's name; empty for a field that is new.
	From string
	// Undecided says why a person must look at it; empty where the pairing is sure.
	Undecided string
}

// Write makes the draft map. Whatever is not sure bears a line `undecided`, with which no map loads; the head always does,
// so that no draft is ever taken for a checked map.
func (d *Draft) Write() ([]byte, error) {
	var old mapFile
	if err := readYAML(d.File, d.Map, &old); err != nil {
		return nil, err
	}
	w := &drafter{draft: d, entries: map[string]*mapField{}, pairs: map[string]*DraftField{}}
	for i := range old.Fields {
		w.entries[old.Fields[i].Name] = &old.Fields[i]
	}
	for i := range d.Fields {
		if f := &d.Fields[i]; f.From != "" {
			w.pairs[f.From] = f
		}
	}
	w.head(&old)
	w.additional(&old.Additional)
	w.signatures(old.Signatures)
	w.fields()
	w.removed()
	return w.out.Bytes(), nil
}

// drafter writes one draft.
type drafter struct {
	out     bytes.Buffer
	draft   *Draft
	entries map[string]*mapField   // the old map's, by old name
	pairs   map[string]*DraftField // by old name
}

func (w *drafter) line(format string, args ...any) { fmt.Fprintf(&w.out, format+"\n", args...) }

// key writes one key where it has a value.
func (w *drafter) key(indent, key, value string) {
	if value != "" {
		w.line("%s%s: %s", indent, key, scalar(value))
	}
}

// head writes the draft's head, and above it what the old map says of misleading names, as a comment.
func (w *drafter) head(old *mapFile) {
	d := w.draft
	w.line("# DRAFT of the map of Form %s, edition %s, made from that of edition %s.", d.Form, Printed(d.Edition), old.Printed)
	w.line("# An entry with a line `undecided` does not load: look at its box on the drawn page (parolepack forms inspect --images),")
	w.line("# correct the entry, and drop the line. docs/maps.md explains the language.")
	w.line("#")
	w.line("# The head of the old map said:")
	for text := range strings.Lines(string(w.draft.Map)) {
		if !strings.HasPrefix(text, "#") {
			break
		}
		w.line("#   %s", strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), "#")))
	}
	w.key("", "form", d.Form)
	w.line("edition: %s", d.Edition)
	w.line("printed: %s", Printed(d.Edition))
	w.key("", "title", old.Title)
	w.line("pages: %d", d.Pages)
	w.line("source: \"\"")
	w.line("undecided: say in source and as_of (a date) where and when every entry was checked")
}

// additional writes the slots with the new names.
func (w *drafter) additional(a *mapSlots) {
	if len(a.Slots) == 0 {
		return
	}
	w.line("\nadditional_information:")
	w.key("  ", "item", a.Item)
	w.key("  ", "name", a.Name)
	w.key("  ", "a_number", a.ANumber)
	w.key("  ", "signed_by", a.SignedBy)
	w.line("  slots:")
	for _, s := range a.Slots {
		names, why := w.renamed(s.Page, s.Part, s.Item, s.Text)
		w.line("    - page: %s", scalar(names[0]))
		w.key("      ", "part", names[1])
		w.key("      ", "item", names[2])
		w.key("      ", "text", names[3])
		w.key("      ", "undecided", why)
	}
	if len(a.Also) > 0 {
		w.line("  also:")
	}
	for _, x := range a.Also {
		w.line("    - item: %s", scalar(x.Item))
		w.line("      page: %d", x.Page)
		w.key("      ", "text", x.Text)
		w.key("      ", "undecided", "an answer without a box; see whether item and page still ask for it")
	}
}

// signatures writes the boxes to sign with the new names.
func (w *drafter) signatures(list []mapSignature) {
	if len(list) == 0 {
		return
	}
	w.line("\nsignatures:")
	for _, s := range list {
		names, why := w.renamed(s.Name, s.Date)
		w.line("  - item: %s", scalar(s.Item))
		w.key("    ", "name", names[0])
		w.key("    ", "date", names[1])
		w.key("    ", "who", s.Who)
		w.key("    ", "when", s.When)
		w.key("    ", "undecided", why)
	}
}

// renamed gives old names their new ones, and says which of them are open.
func (w *drafter) renamed(old ...string) (names []string, why string) {
	var open []string
	for _, name := range old {
		pair := w.pairs[name]
		switch {
		case name == "":
		case pair == nil:
			open = append(open, name+" is gone")
		default:
			if pair.Undecided != "" {
				open = append(open, pair.Field.Name+" is not sure")
			}
			name = pair.Field.Name
		}
		names = append(names, name)
	}
	return names, strings.Join(open, "; ")
}

// fields writes an entry for every field of the new edition, in the inventory's order.
func (w *drafter) fields() {
	w.line("\nfields:")
	page := 0
	for i := range w.draft.Fields {
		f := &w.draft.Fields[i]
		if f.Field.Page != page {
			page = f.Field.Page
			w.line("  # ---- page %d", page)
		}
		w.entry(f)
	}
}

// entry writes one entry: the old one's, under the new name, as far as the new field can take it.
func (w *drafter) entry(f *DraftField) {
	const indent = "    "
	w.line("  - name: %s", scalar(f.Field.Name))
	old := w.entries[f.From]
	if f.Field.Type.HoldsNothing() {
		w.line("%sblank: %s", indent, Machine)
		if old != nil && old.Blank == Machine {
			w.key(indent, "item", old.Item)
			w.key(indent, "label", old.Label)
			w.key(indent, "why", old.Why)
		}
		return
	}
	open := f.Undecided
	if old != nil {
		w.key(indent, "item", old.Item)
		w.key(indent, "label", old.Label)
		open = joinOpen(open, w.value(f, old))
	} else {
		open = joinOpen(open, "new on this edition")
	}
	w.key(indent, "undecided", open)
	if open != "" && f.Field.Tooltip != "" {
		w.line("%s# tooltip: %s", indent, commented(f.Field.Tooltip))
	}
}

// value writes what the old entry puts into its field, and returns why it cannot be kept as it is.
func (w *drafter) value(f *DraftField, old *mapField) string {
	const indent = "    "
	open := ""
	key, value := "text", old.Text
	switch f.Field.Type {
	case KindCheckbox:
		key, value = "check", old.Check
	case KindChoice:
		key, value = "choose", old.Choose
	}
	if old.Blank == "" && value == "" {
		open = fmt.Sprintf("the old entry's value is for another kind of field: %s%s%s", old.Text, old.Check, old.Choose)
	}
	w.key(indent, key, value)
	w.key(indent, "blank", string(old.Blank))
	w.key(indent, "why", old.Why)
	if key == "text" && old.Rules != 0 && f.Field.Multiline {
		w.line("%srules: %s", indent, strconv.FormatFloat(old.Rules, 'f', -1, 64))
	}
	if key == "text" {
		w.key(indent, "overflow", old.Overflow)
		w.key(indent, "short", old.Short)
		w.key(indent, "in_full", old.InFull)
		w.key(indent, "as", old.As)
	}
	if key == "check" && len(f.Field.On) == 0 {
		w.key(indent, "on", old.On)
	}
	return open
}

// removed lists what the old map put into fields that are gone.
func (w *drafter) removed() {
	if len(w.draft.Removed) == 0 {
		return
	}
	w.line("\n# Gone since the old edition, with what its map put there:")
	for _, name := range w.draft.Removed {
		what := ""
		if old := w.entries[name]; old != nil {
			what = fmt.Sprintf(" (%s %s): %s%s%s%s", old.Item, old.Label, old.Text, old.Check, old.Choose, old.Blank)
		}
		w.line("#   %s", commented(name+what))
	}
}

func joinOpen(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "; " + b
}

// commented is a text on one line, without what could end a comment or steer a terminal.
func commented(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if !strconv.IsPrint(r) {
			return ' '
		}
		return r
	}, s)), " ")
}

// plainScalar is a text that YAML reads as itself without quotes: words, names of fields, simple expressions.
var plainScalar = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_.()\[\], /';#-]*$`)

// scalar spells a text for YAML: as it is where that is plain, in double quotes where it is a number or holds what single
// quotes cannot, else in single ones.
func scalar(s string) string {
	word := strings.ToLower(s)
	keyword := word == "true" || word == "false" || word == "null" || word == "yes" || word == "no" || word == "on" || word == "off"
	switch {
	case plainScalar.MatchString(s) && !keyword && !strings.Contains(s, " #") && s == strings.TrimSpace(s):
		return s
	case commented(s) != s || len(s) > 0 && s[0] >= '0' && s[0] <= '9':
		return strconv.Quote(s)
	}
	return "'" + strings.ReplaceAll(s, "'", "''") + "'"
}
