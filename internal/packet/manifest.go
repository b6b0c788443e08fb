package packet

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"parolepack/internal/assemble"
	"parolepack/internal/plan"
)

// A Manifest lies beside a packet, so that the packet can be proven later without its case: the
// plan, every part's pages, the SHA-256 of the packet and of every file that it was made from.
type Manifest struct {
	Program  string     `json:"program"`
	Packet   PacketFile `json:"packet"`
	Inputs   []Input    `json:"inputs"`
	Editions []Edition  `json:"editions"`
	// LeftBehind tells what of each exhibit file is not in the packet.
	LeftBehind []assemble.Left `json:"left_behind,omitempty"`
	Plan       *plan.Plan      `json:"plan"`
}

// PacketFile is the packet itself.
type PacketFile struct {
	Pages  int    `json:"pages"`
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// An Input is one file that the packet was made from. Path is relative to the case's folder
// where it lies in it; a blank goes by its name alone, since its folder is the machine's.
type Input struct {
	Role   string `json:"role"` // case, firm, text, blank or exhibit
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	// MendedBy is the program that repaired a damaged exhibit, with its version; SHA256 stays the original's.
	MendedBy string `json:"mended_by,omitempty"`
}

// An Edition is one form edition in the packet.
type Edition struct {
	Form    string `json:"form"`
	Edition string `json:"edition"`
	// Practice says that the practice form stands for the agency's own.
	Practice bool `json:"practice"`
}

// Manifest gathers what is kept beside a packet; program is the program's name and version.
func (d *Desk) Manifest(job Job, r *Result, program string) (*Manifest, error) {
	m := &Manifest{
		Program: program, Plan: r.Plan, LeftBehind: r.Summary.Left,
		Packet: PacketFile{Pages: r.Plan.Pages, Size: r.Summary.Size, SHA256: r.Summary.SHA256},
	}
	for path, f := range r.Plan.Facts.Files {
		m.Inputs = append(m.Inputs, Input{Role: "exhibit", Path: path, SHA256: f.SHA256, MendedBy: f.MendedBy})
	}
	if err := m.hash("case", filepath.Base(job.Case.Name), job.Case.Name); err != nil {
		return nil, err
	}
	for _, s := range job.Sources {
		if err := m.hash(s.Role, nameIn(job.Dir, s.Path), s.Path); err != nil {
			return nil, err
		}
	}
	if err := d.forms(m, job, r.Plan); err != nil {
		return nil, err
	}
	slices.SortFunc(m.Inputs, func(a, b Input) int {
		return cmp.Or(cmp.Compare(a.Role, b.Role), cmp.Compare(a.Path, b.Path))
	})
	return m, nil
}

// nameIn is a file's path within the case's folder, or its name alone where it lies elsewhere.
func nameIn(dir, path string) string {
	rel, err := filepath.Rel(dir, path)
	if err != nil || !filepath.IsLocal(rel) {
		return filepath.Base(path)
	}
	return filepath.ToSlash(rel)
}

// forms notes each edition once, with its blank where the official one was used.
func (d *Desk) forms(m *Manifest, job Job, p *plan.Plan) error {
	for i := range p.Parts {
		f := p.Parts[i].Form
		if f == nil {
			continue
		}
		e := Edition{Form: f.Form, Edition: f.Edition, Practice: f.Practice}
		if slices.Contains(m.Editions, e) {
			continue
		}
		m.Editions = append(m.Editions, e)
		ed, ok := d.house.Catalog.Edition(f.Form, f.Edition)
		if f.Practice || !ok {
			continue
		}
		path, _ := d.house.Blank(ed, job.Dir)
		if err := m.hash("blank", filepath.Base(path), path); err != nil {
			return err
		}
	}
	return nil
}

func (m *Manifest) hash(role, name, path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return err
	}
	m.Inputs = append(m.Inputs, Input{Role: role, Path: name, SHA256: fmt.Sprintf("%x", sum.Sum(nil))})
	return nil
}
