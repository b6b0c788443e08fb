// Package evidence holds what probing the exhibits told: facts about files, without any reader
// of files. The rules and the plan work from it, so neither opens a foreign byte.
package evidence

// Kind is the kind of a file, told by its first bytes and never by its name.
type Kind string

// The kinds of file that can become exhibit pages.
const (
	PDF  Kind = "pdf"
	JPEG Kind = "jpeg"
	PNG  Kind = "png"
)

// Facts is what is known of every file that a case names.
type Facts struct {
	// Files is keyed by the path as the case writes it, without its `#range`.
	Files map[string]File `json:"files"`
}

// A File is one file as it lies on disk.
type File struct {
	// Path is as the case writes it; Abs is where it was found.
	Path string `json:"path"`
	Abs  string `json:"-"`
	Kind Kind   `json:"kind,omitempty"`
	// Pages counts pages; an image is one page. 0 where Problem is set.
	Pages int `json:"pages,omitempty"`
	// Size is in bytes, SHA256 in lower-case hexadecimal.
	Size   int64  `json:"size,omitempty"`
	SHA256 string `json:"sha256,omitempty"`
	// MendedBy is the program, with its version, that repaired the damaged file; Pages then counts those of its copy, and
	// Size and SHA256 stay the original's. Empty where nothing of the kind was needed.
	MendedBy string `json:"mended_by,omitempty"`
	// Repairs are what our reader mended, in a fixed order; empty for a sound file.
	Repairs []Repair `json:"repairs,omitempty"`
	// Problem says why the file cannot be used; nil where it can.
	Problem *Problem `json:"problem,omitempty"`
}

// A Repair is one kind of mending that a file needed while it was read.
type Repair struct {
	// Kind is stable, such as `stream-cut`.
	Kind string `json:"kind"`
	// Count is how many objects or pages needed it.
	Count int `json:"count"`
	// What names one of them as a noun phrase.
	What string `json:"what"`
	// Lossy says that content may be lost or shown otherwise.
	Lossy bool `json:"lossy,omitempty"`
}

// A Problem is why a file cannot become pages.
type Problem struct {
	// Summary completes the sentence `exhibit C: "lease.pdf" …`.
	Summary string `json:"summary"`
	// Do is the way out.
	Do string `json:"do"`
	// Err is the cause, kept for `errors.Is`; never printed in full.
	Err error `json:"-"`
}
