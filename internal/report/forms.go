package report

import "fmt"

// A Form is one edition that the program knows.
type Form struct {
	Form    string `json:"form"`
	Edition string `json:"edition"`
	Printed string `json:"printed"`
	Title   string `json:"title,omitempty"`
	Pages   int    `json:"pages"`
	Fields  int    `json:"fields"`
	// Mapped is false for an edition that is known only to tell it apart.
	Mapped bool       `json:"mapped"`
	Status FormStatus `json:"status,omitempty"`
	// From and Until are the first and last day on which the agency takes the edition; Until is empty while it is open.
	From  string `json:"from,omitempty"`
	Until string `json:"until,omitempty"`
	// URL is where the agency publishes the blank of a current edition, Page the form's page.
	URL  string `json:"url,omitempty"`
	Page string `json:"page,omitempty"`
	// Blank is the path of its official blank; empty where none is installed. Proven says that it was stored with its
	// hash and still has it.
	Blank  string `json:"blank,omitempty"`
	Proven bool   `json:"proven,omitempty"`
	// Practice is the path of its practice form, where that was just written.
	Practice string `json:"practice,omitempty"`
	// Trouble says why a file that should be the blank is not used.
	Trouble string `json:"trouble,omitempty"`
	// SHA256 is the blank's, where it was just added.
	SHA256 string `json:"sha256,omitempty"`
}

// A FormStatus says whether the agency takes an edition, as far as the filing data know.
type FormStatus string

// What an edition may be on a day.
const (
	FormCurrent    FormStatus = "current"
	FormSuperseded FormStatus = "superseded"
	FormComing     FormStatus = "coming"
	// FormUnlisted is an edition that the filing data do not name.
	FormUnlisted FormStatus = "unlisted"
)

// Forms lists the editions, whether the agency takes them and where their blanks lie; below, what to do for the current
// ones that are missing.
func (p *textPrinter) Forms(forms []Form) error {
	rows := [][]string{{"FORM", "EDITION", "PAGES", "FIELDS", "STATUS", "OFFICIAL BLANK"}}
	for _, f := range forms {
		rows = append(rows, []string{f.Form, f.Printed, fmt.Sprint(f.Pages), fmt.Sprint(f.Fields), f.status(), f.where()})
	}
	p.table(rows)
	for _, f := range forms {
		if f.Trouble != "" {
			p.line("%s %s: %s", p.paint(yellow, "not used"), f.Form, f.Trouble)
		}
	}
	p.missing(forms)
	return p.err
}

// missing says how to get the blanks of current editions that are not installed.
func (p *textPrinter) missing(forms []Form) {
	var rows [][]string
	for _, f := range forms {
		if f.Status == FormCurrent && f.Blank == "" && f.URL != "" {
			rows = append(rows, []string{"  " + f.Form, f.URL})
		}
	}
	if len(rows) > 0 {
		p.line("parolepack forms fetch downloads what is missing; or download it and run parolepack forms add FILE:")
		p.table(rows)
	}
}

// status is the edition's state with its day.
func (f *Form) status() string {
	switch f.Status {
	case FormSuperseded:
		return "superseded, taken until " + f.Until
	case FormComing:
		return "taken from " + f.From + " on"
	case FormCurrent:
		if f.Until != "" {
			return "current until " + f.Until
		}
		return "current"
	}
	return "not in the filing data"
}

// where says where the blank is and how it is known to be whole.
func (f *Form) where() string {
	switch {
	case !f.Mapped:
		return "never filled: no map"
	case f.Blank == "":
		return "not installed"
	case f.Proven:
		return f.Blank + " (hash in order)"
	}
	return f.Blank + " (stored without a hash)"
}

// Added tells which forms were stored where.
func (p *textPrinter) Added(forms []Form) error {
	if len(forms) == 0 {
		p.line("nothing was stored")
	}
	for _, f := range forms {
		p.line("Form %s, edition %s: stored as %s", f.Form, f.Printed, f.Blank)
		if f.Status == FormSuperseded {
			p.line("  %s: the agency took this edition until %s; a case that uses it is blocked", p.paint(yellow, "superseded"), f.Until)
		}
	}
	return p.err
}

// Practised tells which practice forms were written where.
func (p *textPrinter) Practised(forms []Form) error {
	for _, f := range forms {
		p.line("Form %s, edition %s: practice form, not for filing: %s", f.Form, f.Printed, f.Practice)
	}
	return p.err
}

func (p jsonPrinter) Practised(f []Form) error { return JSON(p.w, f) }
