package plan

import (
	"fmt"
	"strconv"
	"strings"

	"parolepack/internal/catalog"
	"parolepack/internal/layout"
)

// SheetsTemplate is the template of the continuation sheets.
const SheetsTemplate = "continuation"

// SheetsData is what the continuation sheets' template sees.
type SheetsData struct {
	Form, Edition, Title string
	Name, ANumber        string
	Part                 string
	Answers              []AnswerData
}

// AnswerData is one answer on a continuation sheet.
type AnswerData struct {
	Page, Part, Item, Text string
	Continued              bool
}

// SheetsID is the id of the continuation sheets of a form's part.
func SheetsID(form string) string { return form + "/continuation" }

// SheetsOf returns the continuation sheets that follow a form's part.
func (p *Plan) SheetsOf(form string) (*Part, bool) { return p.Part(SheetsID(form)) }

// sheets are the continuation sheets behind a form, as many as its answers need; none where it has room for all. What they
// say depends on no page number, so they are laid out once.
func (m *maker) sheets(form *Part, ed *catalog.Edition, env *catalog.Env, answers []Answer) []Part {
	if len(answers) == 0 {
		return nil
	}
	part := Part{
		ID: SheetsID(form.ID), Kind: Continuation, Title: "continuation sheets", Beneficiary: form.Beneficiary,
		Label: strings.TrimSpace(form.Label) + " sheet ", Under: form.ID,
		Sheets: &SheetsPart{Form: ed.Form, Edition: ed.Edition, Answers: answers},
	}
	data, err := m.sheetsData(ed, env, answers)
	if err == nil {
		part.Text, err = m.lay(&part, SheetsTemplate, layout.SheetStyle(), data)
	}
	if err != nil {
		m.fail("%s: %w", form.ID, err)
		return nil
	}
	part.Pages = len(part.Text.Pages)
	part.Title = plural(part.Pages, "Continuation sheet of ", "Continuation sheets of ") + form.Title
	m.signSheets(&part, ed, env)
	return []Part{part}
}

func (m *maker) sheetsData(ed *catalog.Edition, env *catalog.Env, answers []Answer) (SheetsData, error) {
	d := SheetsData{Form: ed.Form, Edition: ed.Printed, Title: ed.Title, Part: ed.SlotItem}
	for _, a := range answers {
		d.Answers = append(d.Answers, AnswerData{
			Page: strconv.Itoa(a.Page), Part: a.Part, Item: a.Item, Text: a.Text, Continued: a.Continued,
		})
	}
	var err error
	if d.Name, err = ed.Sheets.Name(env); err != nil {
		return d, err
	}
	d.Name = headName(d.Name, ed.SlotItem)
	d.ANumber, err = ed.Sheets.ANumber(env)
	return d, err
}

// headName is the name at the head of a sheet. One that would crowd out the answers stands whole among the form's answers,
// since no box of the form holds it either.
func headName(name, part string) string {
	const most = 200 // characters: three lines
	if len([]rune(name)) <= most {
		return name
	}
	return fmt.Sprintf("see Part %s of the form", part)
}

// signSheets lists each sheet among the pages to sign by hand, by whoever signs the form.
func (m *maker) signSheets(part *Part, ed *catalog.Edition, env *catalog.Env) {
	who, err := ed.SheetSigner(env)
	if err != nil {
		m.fail("%s: %w", part.ID, err)
	}
	for n := range part.Pages {
		m.plan.Signing = append(m.plan.Signing, SignatureBox{
			Part: part.ID, Form: ed.Form + " continuation sheet", Who: who, Page: n + 1,
		})
	}
}
