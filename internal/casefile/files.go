package casefile

import (
	"errors"
	"path"
	"strconv"
	"strings"
)

// A FileRef is a file of an exhibit as a case names it: tax.pdf#1-4.
type FileRef struct {
	// Path is below the case's folder, with forward slashes, and free of "." and "..".
	Path string
	// Pages are the pages to use, in order; all of them where empty.
	Pages []PageRange
}

// A PageRange is a run of 1-based pages. Last is 0 where it runs to the end of the file.
type PageRange struct{ First, Last int }

// A pathError says why a file cannot be named that way.
type pathError struct{ want, suggestion string }

// Error returns what a path must be.
func (e *pathError) Error() string { return "wants " + e.want }

// ParseFile reads an exhibit's file. A path is refused that is absolute, has a drive letter,
// has a ".." or names nothing; a backslash separates as a slash does, on every system.
func ParseFile(s string) (FileRef, error) {
	name, pages, ranged := s, "", false
	if i := strings.LastIndexByte(s, '#'); i >= 0 {
		name, pages, ranged = s[:i], s[i+1:], true
	}
	clean, err := insidePath(name)
	if err != nil {
		return FileRef{}, err
	}
	ref := FileRef{Path: clean}
	if ranged {
		ref.Pages, err = ParsePages(pages)
	}
	return ref, err
}

// insidePath returns name with forward slashes once it is proven to stay in its folder.
func insidePath(name string) (string, error) {
	slashed := strings.ReplaceAll(name, `\`, "/")
	inside := &pathError{want: "a file inside the case's folder"}
	switch {
	case strings.Contains(slashed, "://"):
		inside.suggestion = "save the page as a PDF and name that"
		return "", inside
	case strings.HasPrefix(slashed, "/"), len(slashed) > 1 && slashed[1] == ':':
		inside.suggestion = `write it from the folder on, as in "exhibits/lease.pdf"`
		return "", inside
	}
	for element := range strings.SplitSeq(slashed, "/") {
		if element == ".." {
			inside.suggestion = `copy the file into the folder and leave out ".."`
			return "", inside
		}
	}
	clean := path.Clean(slashed)
	if clean == "." || strings.HasSuffix(slashed, "/") {
		return "", &pathError{want: "the name of a file"}
	}
	return clean, nil
}

// maxPage bounds a page number; no file that a lockbox takes has as many.
const maxPage = 100_000

// ParsePages reads page ranges such as 1-4, 3, 2- and 1-3,7. Pages are 1-based.
func ParsePages(s string) ([]PageRange, error) {
	var ranges []PageRange
	for part := range strings.SplitSeq(s, ",") {
		r, err := parseRange(strings.TrimSpace(part))
		if err != nil {
			return nil, err
		}
		ranges = append(ranges, r)
	}
	return ranges, nil
}

// parseRange reads one of 3, 1-4 and 2-.
func parseRange(s string) (PageRange, error) {
	first, last, dash := strings.Cut(s, "-")
	from, ok := parsePage(first)
	if !ok {
		return PageRange{}, &pathError{want: "pages such as 1-4, 3 or 2-"}
	}
	r := PageRange{First: from, Last: from}
	switch {
	case dash && last == "":
		r.Last = 0
	case dash:
		if r.Last, ok = parsePage(last); !ok {
			return PageRange{}, &pathError{want: "pages such as 1-4, 3 or 2-"}
		}
	}
	if r.Last != 0 && r.Last < r.First {
		return PageRange{}, &pathError{want: "the lower page first", suggestion: "write " + last + "-" + first}
	}
	return r, nil
}

// parsePage reads a 1-based page number of digits alone.
func parsePage(s string) (int, bool) {
	if leadingDigits(s) != len(s) {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n >= 1 && n <= maxPage
}

// fileProblem returns the problem for a path or range that was refused.
func fileProblem(s string, err error) Problem {
	p := Problem{Code: WrongPath, Found: quoted(s)}
	var refused *pathError
	if errors.As(err, &refused) {
		p.Want, p.Suggestion = refused.want, refused.suggestion
	}
	return p
}
