package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"parolepack/internal/blank"
	"parolepack/internal/output"
	"parolepack/internal/packet"
	"parolepack/internal/plan"
	"parolepack/internal/report"
)

// partsName is the list of a folder's parts, by which their files are known again.
const partsName = "parts.json"

// partsList is what partsName holds.
type partsList struct {
	Program string      `json:"program"`
	Parts   []partEntry `json:"parts"`
}

// partEntry is one file of the folder. First is its first page in the packet.
type partEntry struct {
	Name     string `json:"name"`
	First    int    `json:"first"`
	Pages    int    `json:"pages"`
	Size     int64  `json:"size"`
	SHA256   string `json:"sha256"`
	Fillable bool   `json:"fillable,omitempty"`
}

// partsFolder is a folder of parts that is being written; the nil one writes nothing.
type partsFolder struct {
	dir     string
	files   []packet.PartFile
	known   map[string]partEntry // what we wrote there before
	list    partsList
	pending []*output.Pending
	undo    func() // takes the folder away again
}

// partsWanted reads --parts and --fillable.
func partsWanted(c *cli.Context) (dir string, fillable bool, err error) {
	dir, fillable = c.String("parts"), c.Bool("fillable")
	switch {
	case c.IsSet("parts") && dir == "":
		err = usagef("write --parts FOLDER", "--parts needs a folder")
	case fillable && dir == "":
		err = usagef("write --parts FOLDER --fillable", "--fillable keeps the fields of the parts live, and there is no --parts")
	}
	return dir, fillable, err
}

// partsIn prepares a folder for the parts of a plan. It refuses the folder where a part would take the place of a file that is
// not ours or that somebody changed since, and of the packet.
func (s *session) partsIn(dir string, p *plan.Plan, fillable bool, others ...string) (*partsFolder, error) {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() {
		return nil, usagef("give --parts the name of a folder", "--parts: %q is a file", dir)
	}
	f := &partsFolder{dir: dir, files: packet.PartFiles(p, fillable), list: partsList{Program: s.program(), Parts: []partEntry{}}}
	if err := f.recall(); err != nil {
		return nil, err
	}
	for _, name := range slices.Concat(f.names(), f.gone(), []string{partsName}) {
		for _, other := range others {
			if sameName(filepath.Join(dir, name), other) {
				return nil, usagef("give the packet another name with -o", "-o: the folder of the parts has its own %q", other)
			}
		}
	}
	for _, name := range f.names() {
		if err := f.mayReplace(name); err != nil {
			return nil, err
		}
	}
	for _, name := range f.gone() {
		if err := f.unchanged(name); err != nil {
			return nil, err
		}
	}
	return f, nil
}

func sameName(a, b string) bool {
	a, errA := filepath.Abs(a)
	b, errB := filepath.Abs(b)
	return errA == nil && errB == nil && strings.EqualFold(a, b)
}

// names are the files' names in order.
func (f *partsFolder) names() []string {
	out := make([]string, len(f.files))
	for i := range f.files {
		out[i] = f.files[i].Name
	}
	return out
}

// gone are files that we wrote before and that are no part any more, in order.
func (f *partsFolder) gone() []string {
	var out []string
	for name := range f.known {
		if !slices.Contains(f.names(), name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// recall reads what we wrote into the folder before.
func (f *partsFolder) recall() error {
	f.known = map[string]partEntry{}
	path := filepath.Join(f.dir, partsName)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return unreadable(path, err)
	}
	var list partsList
	if json.Unmarshal(data, &list) != nil || !strings.HasPrefix(list.Program, "parolepack") || list.Parts == nil {
		return withHint(fmt.Errorf("%q exists and is no list of parts of ours", path), "give --parts another folder")
	}
	for _, e := range list.Parts {
		if e.Name == filepath.Base(e.Name) && filepath.IsLocal(e.Name) {
			f.known[e.Name] = e
		}
	}
	return nil
}

// mayReplace refuses to replace a file that is not a part that we wrote.
func (f *partsFolder) mayReplace(name string) error {
	path := filepath.Join(f.dir, name)
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return unreadable(path, err)
	}
	if _, ours := f.known[name]; !ours || !info.Mode().IsRegular() {
		return withHint(fmt.Errorf("%q exists and is no part that parolepack wrote", path), "move it away, or give --parts another folder")
	}
	return f.unchanged(name)
}

// unchanged refuses a file that is not as we wrote it: somebody may have typed into it.
func (f *partsFolder) unchanged(name string) error {
	path := filepath.Join(f.dir, name)
	sum, err := blank.Sum(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && sum == f.known[name].SHA256 {
		return nil
	}
	if err != nil {
		return unreadable(path, err)
	}
	return withHint(fmt.Errorf("%q was changed since parolepack wrote it", path), "move it away if its changes are wanted, or give --parts another folder")
}

// write writes every part and the list of them, none yet under its name.
func (f *partsFolder) write(ctx context.Context, desk *packet.Desk, job packet.Job, options output.Options) (err error) {
	if f == nil {
		return nil
	}
	if f.undo, err = output.NewFolder(f.dir); err != nil {
		return err
	}
	for _, file := range f.files {
		if err := f.part(ctx, desk, job, file, options); err != nil {
			return err
		}
	}
	list, err := f.create(ctx, partsName, options)
	if err != nil {
		return err
	}
	if err := report.JSON(list, f.list); err != nil {
		return list.Explain(err)
	}
	return list.Seal()
}

// part writes one part.
func (f *partsFolder) part(ctx context.Context, desk *packet.Desk, job packet.Job, file packet.PartFile, options output.Options) error {
	out, err := f.create(ctx, file.Name, options)
	if err != nil {
		return err
	}
	result, err := desk.BuildPart(ctx, job, file, out)
	if err != nil {
		return out.Explain(err)
	}
	f.list.Parts = append(f.list.Parts, partEntry{
		Name: file.Name, First: file.Plan.Parts[0].OnFile(0), Pages: file.Plan.Pages,
		Size: result.Summary.Size, SHA256: result.Summary.SHA256, Fillable: file.Fillable,
	})
	return out.Seal()
}

func (f *partsFolder) create(ctx context.Context, name string, options output.Options) (*output.Pending, error) {
	p, err := output.Create(ctx, filepath.Join(f.dir, name), options)
	if err == nil {
		f.pending = append(f.pending, p)
	}
	return p, err
}

// abort leaves nothing behind of what is not under its name.
func (f *partsFolder) abort() {
	if f == nil {
		return
	}
	for _, p := range f.pending {
		p.Abort()
	}
	if f.undo != nil {
		f.undo()
	}
}

// waiting are the files to be named with the packet.
func (f *partsFolder) waiting() []*output.Pending {
	if f == nil {
		return nil
	}
	return f.pending
}

// sweep removes the files of parts that the packet no longer has; it comes when the others have their names.
func (f *partsFolder) sweep() error {
	if f == nil {
		return nil
	}
	for _, name := range f.gone() {
		if err := os.Remove(filepath.Join(f.dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// reported are the parts as they are reported; none for the nil folder.
func (f *partsFolder) reported() []report.File {
	if f == nil {
		return nil
	}
	out := make([]report.File, len(f.list.Parts))
	for i, e := range f.list.Parts {
		out[i] = report.File{
			Path: filepath.Join(f.dir, e.Name), First: e.First, Pages: e.Pages, Size: e.Size, SHA256: e.SHA256, Fillable: e.Fillable,
		}
		for _, part := range f.files[i].Plan.Parts {
			out[i].Parts = append(out[i].Parts, part.ID)
		}
	}
	return out
}
