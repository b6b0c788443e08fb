package assemble

import (
	"image"
	"path/filepath"
	"strings"
	"testing"

	"parolepack/internal/ink"
	"parolepack/internal/pdf"
	"parolepack/internal/plan"
	"parolepack/internal/testkit"
)

// formPlan is a packet of one form.
func formPlan(pages int, f plan.FormPart) *plan.Plan {
	return numbered(&plan.Plan{Title: "Form", Parts: []plan.Part{{ID: "form", Kind: plan.Form, Title: "Form", Pages: pages, Form: &f}}})
}

// The words stand on white paper: where a stamp is dark nothing of an official form is, not even close by. EXPEDITE is
// for the I-131 alone (docs/facts.md 4.5).
func TestStampsTouchNothingOfTheForms(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(testkit.Forms(t), "*.pdf"))
	must(t, err)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			d, err := pdf.OpenFile(file, pdf.Options{})
			must(t, err)
			defer d.Close()
			n, err := d.PageCount()
			must(t, err)
			n = min(n, 3)
			pages := map[string][]ink.Page{"form": all(t, d, false, 0)[:n]}
			plain, _ := assembled(t, formPlan(n, plan.FormPart{Form: "X"}), pages)
			marked := formPlan(n, plan.FormPart{Form: "X", Expedite: strings.HasPrefix(filepath.Base(file), "i-131")})
			marked.Draft, marked.Practice = true, true
			stamped, _ := assembled(t, marked, pages)
			for page := 1; page <= n; page++ {
				apart(t, page, plain, stamped)
			}
		})
	}
}

func apart(t *testing.T, page int, plain, stamped []byte) {
	t.Helper()
	a, b := rendered(t, plain, page, 72), rendered(t, stamped, page, 72)
	marks := 0
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if gap(a.GrayAt(x, y), b.GrayAt(x, y)) < 64 {
				continue
			}
			marks++
			near := square(x, y, 3)
			if !dark(a, near).Empty() {
				t.Fatalf("page %d: a stamp touches print at %d, %d", page, x, y)
			}
		}
	}
	if marks < 200 {
		t.Errorf("page %d: %d points of stamps", page, marks)
	}
}

// Each word comes where the plan asks for it and nowhere else.
func TestWhichPagesBearWhichWords(t *testing.T) {
	d := twoPages(t)
	for name, c := range map[string]struct {
		draft, practice bool
		form            plan.FormPart
		left, right     bool // of both pages
		top             bool // of the first
	}{
		"none":          {},
		"draft":         {draft: true, left: true},
		"practice":      {practice: true, right: true},
		"practice form": {form: plan.FormPart{Practice: true}, right: true},
		"expedite":      {form: plan.FormPart{Expedite: true}, top: true},
	} {
		t.Run(name, func(t *testing.T) {
			p := formPlan(2, c.form)
			p.Draft, p.Practice = c.draft, c.practice
			b, _ := assembled(t, p, map[string][]ink.Page{"form": all(t, d, false, 0)})
			checked(t, b)
			for page := 1; page <= 2; page++ {
				img := rendered(t, b, page, 72)
				left, right := !dark(img, square(22, 396, 8)).Empty(), !dark(img, square(590, 396, 8)).Empty()
				top := !dark(img, square(540, 21, 8)).Empty()
				if left != c.left || right != c.right || top != (c.top && page == 1) {
					t.Errorf("page %d: left %v, right %v, top %v", page, left, right, top)
				}
			}
		})
	}
}

// The stamps of a form page that is turned stand upright on the page as it is shown.
func TestStampsOfATurnedFormPage(t *testing.T) {
	for _, rotate := range []int{90, 180, 270} {
		media := box(612, 792)
		if rotate != 180 {
			media = box(792, 612)
		}
		d := made(t, []spec{{dict: pdf.Dict{"MediaBox": media, "Rotate": pdf.Integer(rotate)}, contents: []string{"n"}}}, nil)
		p := formPlan(1, plan.FormPart{Expedite: true})
		b, _ := assembled(t, p, map[string][]ink.Page{"form": all(t, d, false, 0)})
		img := rendered(t, b, 1, 72)
		got := dark(img, img.Bounds())
		if img.Bounds().Dx() != 612 || got.Min.X < 490 || got.Max.X > 577 || got.Min.Y < 14 || got.Max.Y > 28 || got.Dx() < 60 {
			t.Errorf("rotate %d: the word lies at %v of %v", rotate, got, img.Bounds())
		}
	}
}

// A page that already uses our resource names, as one of an earlier packet does, keeps its own fonts.
func TestAnEarlierPacketAsASource(t *testing.T) {
	first := formPlan(1, plan.FormPart{})
	first.Draft = true
	blank := made(t, []spec{{contents: []string{"n"}}}, nil)
	b, _ := assembled(t, first, map[string][]ink.Page{"form": all(t, blank, false, 0)})
	earlier := opened(t, b)
	word := image.Rect(15, 372, 29, 420) // DRAFT, of which PRACTICE lacks two letters
	for name, fit := range map[string]bool{"form": false, "exhibit": true} {
		t.Run(name, func(t *testing.T) {
			p := formPlan(1, plan.FormPart{})
			if fit {
				p = exhibitPlan(1)
			}
			p.Practice, p.Parts[0].ID = true, "part"
			again, _ := assembled(t, p, map[string][]ink.Page{"part": all(t, earlier, fit, 0)})
			checked(t, again)
			if !fit {
				if share := difference(rendered(t, b, 1, 72), word, rendered(t, again, 1, 72), image.Point{}); share > 0 {
					t.Errorf("%.2f%% of the word differ", 100*share)
				}
				return
			}
			was, is := dark(rendered(t, b, 1, 144), image.Rect(0, 0, 200, 1584)), dark(rendered(t, again, 1, 144), image.Rect(0, 0, 200, 1400))
			if ratio := float64(is.Dy()) / float64(was.Dy()); ratio < 0.92 || ratio > 0.99 {
				t.Errorf("the word is %d high, was %d", is.Dy(), was.Dy())
			}
		})
	}
}

// EXPEDITE keeps clear of what a practice form prints in its corner.
func TestExpediteOnAPracticeForm(t *testing.T) {
	d := twoPages(t)
	b, _ := assembled(t, formPlan(2, plan.FormPart{Expedite: true, Practice: true}), map[string][]ink.Page{"form": all(t, d, false, 0)})
	img := rendered(t, b, 1, 72)
	if !dark(img, image.Rect(400, 0, 612, 30)).Empty() || dark(img, image.Rect(490, 30, 580, 50)).Empty() {
		t.Error("the word is not where it should be")
	}
}
