package assemble

import (
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
// for the I-131 alone (FACTS 4.5).
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
