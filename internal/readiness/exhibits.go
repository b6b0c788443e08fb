package readiness

import (
	"fmt"
	"slices"
	"strings"

	"parolepack/internal/casefile"
	"parolepack/internal/evidence"
	"parolepack/internal/finding"
)

// exhibitRules holds the exhibits against what probing their files told.
func exhibitRules() []rule {
	const law = "8 CFR 103.2(b)(1): evidence is filed with the request"
	return []rule{
		{
			"exhibit-file-unusable", finding.Blocker,
			"A file of an exhibit is missing, damaged, locked or of a kind that cannot become pages.",
			"Put a readable PDF, JPEG or PNG file in its place.", law, fileUnusable,
		},
		{
			"exhibit-repaired-by-tool", finding.Warning,
			"A file of an exhibit is so damaged that another program had to repair it; content may be lost.",
			"Look at its pages in the packet against the original, or take the file from its source again.",
			law, repairedByTool,
		},
		{
			"exhibit-repaired", finding.Warning,
			"A PDF of an exhibit is damaged and was mended while it was read; something may be missing from its pages.",
			"Look at its pages in the packet, or take the file from its source again.",
			law, repairedInReading,
		},
		{
			"exhibit-mended", finding.Note,
			"A PDF of an exhibit has faults in its structure and was mended while it was read; nothing is lost.",
			"Nothing needs to be done; a look at its pages in the packet does no harm.",
			law, mendedInReading,
		},
		{
			"exhibit-pages-beyond", finding.Blocker,
			"An exhibit uses pages that its file does not have.",
			"Correct the page numbers.", law, pagesBeyond,
		},
		{
			"exhibit-empty", finding.Blocker,
			"An exhibit has no files.",
			"Name its files, or take the exhibit out.", law, exhibitEmpty,
		},
		{
			"exhibit-untitled", finding.Blocker,
			"An exhibit has no title, so its line in the index would be blank.",
			"Give the exhibit a title.", "Exhibit index", exhibitUntitled,
		},
		{
			"exhibit-proves-nothing", finding.Warning,
			"An exhibit is not said to prove anything.",
			"List in proves what it shows; other where no word fits.", law, exhibitProvesNothing,
		},
		{
			"redaction-undone", finding.Blocker,
			"An exhibit has areas to black out, and this version of the program blacks out nothing.",
			"Black them out in the file itself, so that nothing lies beneath, then take redact out.",
			"Personal data that the request does not need", redactionUndone,
		},
		{
			"exhibits-stand-once", finding.Warning,
			"The case asks for shared exhibits in each person's set, and this version of the program files them once.",
			"Take repeat_exhibits out, or copy the exhibits into each person's set by hand.",
			"One set for each person; related requests may share an envelope", exhibitsStandOnce,
		},
	}
}

// A sheaf is one file of one exhibit and the key that names it.
type sheaf struct {
	path string
	ref  casefile.FileRef
	x    *casefile.Exhibit
	// pages are the file's own ranges, or for an original the exhibit's.
	pages []casefile.PageRange
}

// sheaves lists every file of every exhibit: originals, translation, certificate. A path that
// cannot be read as one is left to the strict reader.
func (c *check) sheaves() []sheaf {
	var list []sheaf
	for i := range c.Case.Exhibits {
		x := &c.Case.Exhibits[i]
		path := item("exhibits", i)
		for j, file := range x.Files {
			list = appendSheaf(list, item(path+".files", j), file, x.Pages, x)
		}
		if x.Translation != nil {
			list = appendSheaf(list, path+".translation.file", x.Translation.File, "", x)
			list = appendSheaf(list, path+".translation.certificate", x.Translation.Certificate, "", x)
		}
	}
	return list
}

func appendSheaf(list []sheaf, path, file, pages string, x *casefile.Exhibit) []sheaf {
	ref, err := casefile.ParseFile(file)
	if blank(file) || err != nil {
		return list
	}
	s := sheaf{path, ref, x, ref.Pages}
	if len(s.pages) == 0 && pages != "" {
		s.pages, _ = casefile.ParsePages(pages)
	}
	return append(list, s)
}

func fileUnusable(c *check) {
	if c.Facts.Files == nil {
		return
	}
	for _, s := range c.sheaves() {
		f, probed := c.Facts.Files[s.ref.Path]
		switch {
		case !probed:
			c.say(s.path, s.x.ID, "Exhibit %s: %q was not found.", s.x.ID, s.ref.Path)
		case f.Problem != nil:
			c.sayDo(or(f.Problem.Do, c.rule.do), s.path, s.x.ID, "Exhibit %s: %q %s.", s.x.ID, s.ref.Path, strings.TrimSuffix(f.Problem.Summary, "."))
		}
	}
}

func repairedByTool(c *check) {
	for _, s := range c.sheaves() {
		if f := c.Facts.Files[s.ref.Path]; f.Problem == nil && f.MendedBy != "" {
			c.say(s.path, s.x.ID, "Exhibit %s: %q is damaged and was repaired by %s.", s.x.ID, s.ref.Path, f.MendedBy)
		}
	}
}

// repairedInReading tells of files that may have lost something.
func repairedInReading(c *check) {
	repaired(c, true, "Exhibit %s: %q is damaged and was mended: %s.")
}

// mendedInReading tells of files that lost nothing.
func mendedInReading(c *check) {
	repaired(c, false, "Exhibit %s: %q has faults in its structure, all mended: %s.")
}

// repaired tells of each file once, however many exhibits use it, where its repairs are lossy or all harmless.
func repaired(c *check, lossy bool, says string) {
	told := map[string]bool{}
	for _, s := range c.sheaves() {
		f := c.Facts.Files[s.ref.Path]
		if f.Problem != nil || f.MendedBy != "" || len(f.Repairs) == 0 || told[s.ref.Path] {
			continue
		}
		if slices.ContainsFunc(f.Repairs, func(r evidence.Repair) bool { return r.Lossy }) == lossy {
			told[s.ref.Path] = true
			c.say(s.path, s.x.ID, says, s.x.ID, s.ref.Path, mended(f.Repairs))
		}
	}
}

// mended lists repairs in words: `a lost page tree; a missing page (3)`.
func mended(repairs []evidence.Repair) string {
	parts := make([]string, len(repairs))
	for i, r := range repairs {
		if parts[i] = r.What; r.Count > 1 {
			parts[i] = fmt.Sprintf("%s (%d)", r.What, r.Count)
		}
	}
	return strings.Join(parts, "; ")
}

func pagesBeyond(c *check) {
	for _, s := range c.sheaves() {
		f, probed := c.Facts.Files[s.ref.Path]
		if !probed || f.Problem != nil {
			continue
		}
		if p := highest(s.pages); p > f.Pages {
			c.say(s.path, s.x.ID, "Exhibit %s uses page %d of %q, which has %d.", s.x.ID, p, s.ref.Path, f.Pages)
		}
	}
}

// highest is the highest page that ranges name; 0 where they name none.
func highest(pages []casefile.PageRange) int {
	most := 0
	for _, r := range pages {
		most = max(most, r.First, r.Last)
	}
	return most
}

func exhibitEmpty(c *check) {
	for i, x := range c.Case.Exhibits {
		if len(x.Files) == 0 {
			c.say(item("exhibits", i)+".files", x.ID, "Exhibit %s has no files.", x.ID)
		}
	}
}

func exhibitUntitled(c *check) {
	for i, x := range c.Case.Exhibits {
		if blank(x.Title) {
			c.say(item("exhibits", i)+".title", x.ID, "Exhibit %s has no title.", x.ID)
		}
	}
}

func exhibitProvesNothing(c *check) {
	for i, x := range c.Case.Exhibits {
		if len(x.Proves) == 0 {
			c.say(item("exhibits", i)+".proves", x.ID, "Exhibit %s is not said to prove anything.", x.ID)
		}
	}
}

func redactionUndone(c *check) {
	for i, x := range c.Case.Exhibits {
		if len(x.Redact) > 0 {
			c.say(item("exhibits", i)+".redact", x.ID, "Exhibit %s has areas to black out, which are not.", x.ID)
		}
	}
}

func exhibitsStandOnce(c *check) {
	if s := c.Case.Settings; s != nil && s.RepeatExhibits && len(c.Case.Beneficiaries) > 1 {
		c.say("settings.repeat_exhibits", "", "Each exhibit stands once, though the case asks for one in each person's set.")
	}
}

// or returns s, or other where s is blank.
func or(s, other string) string {
	if blank(s) {
		return other
	}
	return s
}
