package catalog

import (
	"strings"
	"testing"
	"testing/fstest"
)

const smallInventory = `[
{"name":"code","type":"barcode","page":1,"rect":[0,0,10,10]},
{"name":"name","type":"text","page":1,"rect":[0,0,100,10],"max_len":5,"da":"/F 10.00 Tf 0 g"},
{"name":"box","type":"checkbox","page":1,"rect":[0,0,10,10],"on":["Y"]},
{"name":"state","type":"choice","page":1,"rect":[0,0,40,10],"options":[[" "," "],["NY","NY"]]},
{"name":"why","type":"text","page":2,"rect":[0,0,100,50],"multiline":true},
{"name":"p","type":"text","page":2},
{"name":"q","type":"text","page":2},
{"name":"i","type":"text","page":2},
{"name":"t","type":"text","page":2,"multiline":true},
{"name":"sig","type":"text","page":2}
]
`

const smallMap = `form: X-1
edition: 2025-01-20
printed: 01/20/25
title: A small form
pages: 2
source: >-
  made up
  for tests
as_of: 2026-11-23
additional_information:
  item: "9"
  slots:
    - {page: p, part: q, item: i, text: t}
  name: filer.name.family
  also: [{item: "1.4", page: 1, text: beneficiary.history.removal_details}]
signatures:
  - {item: "8.1", name: sig, who: filer, when: has_preparer}
fields:
  - name: code
    blank: machine
  - name: name
    item: "1.1"
    label: Name
    text: filer.name.family
  - name: box
    item: "1.2"
    label: Box
    check: filer.sex == "female"
  - name: state
    item: "1.3"
    label: State
    choose: state(filer.mailing_address)
  - name: why
    item: "2.1"
    label: Why
    text: beneficiary.request.reasons
    rules: 18
    as: The reason
  - {name: p, label: Page, blank: overflow}
  - {name: q, label: Part, blank: overflow}
  - {name: i, label: Item, blank: overflow}
  - {name: t, label: Text, blank: overflow}
  - name: sig
    item: "8.1"
    label: Signature
    blank: by_hand
    why: signed in ink
`

func folder(m, inventory string) fstest.MapFS {
	return fstest.MapFS{
		"x-1/2025-01-20.yaml":           &fstest.MapFile{Data: []byte(m)},
		"x-1/2025-01-20.inventory.json": &fstest.MapFile{Data: []byte(inventory)},
	}
}

func TestSmallMap(t *testing.T) {
	c, err := Load(folder(smallMap, smallInventory))
	if err != nil {
		t.Fatal(err)
	}
	e := c.Editions()[0]
	if e.Source != "made up for tests" || e.AsOf.String() != "2026-11-23" || e.Signatures[0].Page != 2 {
		t.Errorf("%+v", e)
	}
	env := NewEnv(awkward(t), 0, -1)
	if s, err := e.Fields[1].Text(env); s != "Haddad" || err != nil {
		t.Errorf("name %q, %v", s, err)
	}
	if s, err := e.Fields[3].Choose(env); s != "NY" || err != nil {
		t.Errorf("state %q, %v", s, err)
	}
	if s, err := e.Fields[9].Text(env); s != "" || err != nil {
		t.Errorf("signature %q, %v", s, err)
	}
	if on, err := e.Fields[0].Check(env); on || err != nil {
		t.Errorf("barcode %v, %v", on, err)
	}
	env.Filer.MailingAddress.State = "ZZ"
	if _, err := e.Fields[3].Choose(env); err == nil || !strings.Contains(err.Error(), `x-1/2025-01-20.yaml:29: field state: "ZZ" is not one of its choices`) {
		t.Errorf("a state that is none: %v", err)
	}
}

// TestBrokenMaps changes one thing in the small map and wants the one error that tells it.
func TestBrokenMaps(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"unknown key", "    label: Box", "    lable: Box", `:27: unknown key "lable"; did you mean "label"?`},
		{"key twice", "form: X-1", "form: X-1\nform: X-1", `:2: `},
		{"bad YAML", "form: X-1", "form: [X-1", `x-1/2025-01-20.yaml:`},
		{"list wanted", "fields:\n", "fields: {}\nfieldz:\n", `:18: want a list here`},
		{"value wanted", "title: A small form", "title: [a]", `:4: want a single value here`},
		{"mapping wanted", "  - {name: p, label: Page, blank: overflow}", "  - p", `:39: want keys and values here`},
		{"number wanted", "pages: 2", "pages: two", `:5: "two" is not a whole number`},
		{"pitch wanted", "rules: 18", "rules: wide", `:37: "wide" is not a number`},
		{"date wanted", "as_of: 2026-11-23", "as_of: 2026-02-30", `:9: "2026-02-30" is not a date`},
		{"head", "printed: 01/20/25\n", "", `:1: the map's head is not complete`},
		{"other form", "form: X-1", "form: X-2", `:1: the head says X-2 2025-01-20, which belongs in x-2/2025-01-20.yaml`},
		{"no such field", "- name: name", "- name: nam", `:21: the inventory has no field "nam"; did you mean "name"?`},
		{"field left out", "  - {name: q, label: Part, blank: overflow}\n", "", `field q of the inventory is not in the map; give it a value or a blank reason`},
		{"field twice", "  - {name: q, label: Part, blank: overflow}", "  - {name: q, label: Part, blank: overflow}\n  - {name: q, label: Part, blank: overflow}", `:41: field q stands twice; keep one`},
		{"order", "  - {name: p, label: Page, blank: overflow}\n  - {name: q, label: Part, blank: overflow}", "  - {name: q, label: Part, blank: overflow}\n  - {name: p, label: Page, blank: overflow}", `:39: field q stands where the inventory has p`},
		{"no value", "    check: filer.sex == \"female\"\n", "", `:25: field box has 0 values; give one of text, check, choose or blank`},
		{"two values", "    check: filer.sex", "    blank: machine\n    check: filer.sex", `:25: field box has 2 values`},
		{"text on a checkbox", "    check: filer.sex == \"female\"", "    text: filer.sex", `:25: field box is a checkbox; give it check or blank`},
		{"check on a text", "    text: filer.name.family", "    check: self", `:21: field name is a text; give it text or blank`},
		{"text on a choice", "    choose: state", "    text: state", `:29: field state is a choice; give it choose or blank`},
		{"barcode filled", "  - name: code\n    blank: machine", "  - name: code\n    label: Code\n    text: filer.email", `:19: field code is a barcode; leave it with blank: machine`},
		{"barcode for a hand", "blank: machine", "blank: by_hand\n    label: Code", `:19: field code is a barcode; leave it with blank: machine`},
		{"blank reason", "blank: by_hand", "blank: by_hnd", `blank: by_hnd is no reason; did you mean "by_hand"?`},
		{"no label", "    label: Box\n", "", `:25: field box has no label; practice forms print it`},
		{"long label", "label: Box", "label: " + strings.Repeat("x", 41), `:25: the label of box is longer than 40 characters`},
		{"why without blank", "    label: Name", "    label: Name\n    why: because", `:21: field name has a value and a why`},
		{"rules on one line", "    label: Name", "    label: Name\n    rules: 18", `:21: field name has one line; rules are for multi-line boxes`},
		{"overflow elsewhere", "as: The reason", "overflow: part_13", `:33: overflow: part_13 leads nowhere; it may be none`},
		{"overflow of a box", "    label: Box", "    label: Box\n    overflow: none", `:25: field box holds no text that could overflow`},
		{"short of a box", "    label: Box", "    label: Box\n    short: filer.email", `:25: field box holds no text that could overflow`},
		{"overflow without item", "    item: \"2.1\"\n", "", `:33: field why overflows without an item; give item, or overflow: none`},
		{"overflow without slots", "  slots:\n    - {page: p, part: q, item: i, text: t}", "  slots: []\n", `the form has no additional-information slots; drop also or give the slots`},
		{"in full without overflow", "    label: Name", "    label: Name\n    overflow: none\n    in_full: filer.email", `:21: field name says in_full but does not overflow`},
		{"short of no text", "    rules: 18", "    rules: 18\n    short: filer", `:33: field why: short: `},
		{"sheets of nobody", "  name: filer.name.family\n", "", `:11: continuation sheets need a name at their head; give name in additional_information`},
		{"sheets of no text", "  name: filer.name.family\n", "  name: filer.name\n", `:11: additional_information: name: `},
		{"sheets signed by nobody", "  name: filer.name.family\n", "  name: filer.name.family\n  signed_by: filler\n", `:11: nobody signs as "filler"; did you mean "filer"?`},
		{"in full of no text", "    rules: 18", "    rules: 18\n    in_full: filer", `:33: field why: in_full: `},
		{"page beyond", "pages: 2", "pages: 1", `is on page 2 of a form of 1; correct pages`},
		{"page known", "    label: Name", "    label: Name\n    page: 1", `:21: the inventory knows the page of name; drop page`},
		{"state known", "    label: Box", "    label: Box\n    on: Y", `:25: the inventory knows the on-state of box; drop on`},
		{"unknown name", "text: filer.name.family", "text: filr.name.family", `:21: field name: filr.name.family: unknown name filr; did you mean "filer"?`},
		{"unknown key of a type", "filer.name.family", "filer.name.famly", `no field famly; did you mean "family"?`},
		{"unknown function", "state(filer", "stat(filer", `unknown name stat; did you mean "state"?`},
		{"wrong outcome", "    text: filer.name.family", "    text: filer.name", `:21: field name: filer.name: `},
		{"check is no truth", "check: filer.sex == \"female\"", "check: filer.sex", `:25: field box: filer.sex: `},
		{"wrong argument", "state(filer.mailing_address)", "state(filer.name)", `:29: field state: state(filer.name): `},
		{"bad expression", "text: filer.name.family", "text: filer.name.(", `:21: field name: `},
		{"slot field unknown", "{page: p, part", "{page: pp, part", `:13: the inventory has no field "pp"; correct the name`},
		{"slot field twice", "part: q, item", "part: p, item", `:13: field p is in two slots; keep one`},
		{"slot forgotten", "part: q, item", "part: p, item", `:40: field q is left for overflow but is in no slot`},
		{"slot field filled", "{name: p, label: Page, blank: overflow}", "{name: p, label: Page, text: filer.email}", `:13: field p must be blank: overflow to be named here`},
		{"answer without a place", `{item: "1.4", page: 1, text`, `{item: "1.4", page: 3, text`, `:15: an answer without its place`},
		{"answer of no text", "text: beneficiary.history.removal_details", "text: beneficiary.history", `:15: item 1.4: `},
		{"signature filled", "    blank: by_hand\n    why: signed in ink", "    text: filer.email", `:17: field sig must be blank: by_hand to be named here`},
		{"nobody signs", "who: filer", "who: filler", `:17: nobody signs as "filler"; did you mean "filer"?`},
		{"signature never", "when: has_preparer", "when: preparer", `:17: signature 8.1: preparer: `},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if !strings.Contains(smallMap, tt.old) {
				t.Fatalf("the small map has no %q", tt.old)
			}
			_, err := Load(folder(strings.Replace(smallMap, tt.old, tt.new, 1), smallInventory))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v\nwant %q", err, tt.want)
			}
		})
	}
}

func TestBrokenInventories(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"unknown key", `"max_len"`, `"maxlen"`, `x-1/2025-01-20.inventory.json:`},
		{"unknown type", `"choice"`, `"combo"`, `field state is a "combo"; want text, checkbox, choice, barcode or button`},
		{"name twice", `"name":"q"`, `"name":"p"`, `field p stands twice; keep one`},
		{"no JSON", `[`, `{`, `x-1/2025-01-20.inventory.json:`},
		{"two on-states", `"on":["Y"]`, `"on":["Y","N"]`, `checkbox box has 2 on-states; it needs one`},
		{"no on-state", `,"on":["Y"]`, ``, `checkbox box has 0 on-states; it needs one`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Load(folder(smallMap, strings.Replace(smallInventory, tt.old, tt.new, 1)))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v\nwant %q", err, tt.want)
			}
		})
	}
}

// TestAllAtOnce wants every mistake told in one go.
func TestAllAtOnce(t *testing.T) {
	broken := strings.Replace(smallMap, "filer.name.family", "nobody.name", 1)
	broken = strings.Replace(broken, "label: Box", "label: ''", 1)
	_, err := Load(folder(broken, smallInventory))
	if err == nil || !strings.Contains(err.Error(), "nobody") || !strings.Contains(err.Error(), "has no label") {
		t.Errorf("error %v", err)
	}
}

// TestUnknownBlank takes page and on-state from the map where no blank was at hand.
func TestUnknownBlank(t *testing.T) {
	inventory := strings.Replace(smallInventory, `"page":1,"rect":[0,0,10,10],"on":["Y"]`, `"inferred":true`, 1)
	c, err := Load(folder(strings.Replace(smallMap, "    label: Box", "    label: Box\n    page: 2\n    on: PD", 1), inventory))
	if err != nil {
		t.Fatal(err)
	}
	if f, _ := c.Editions()[0].Field("box"); f.Page != 2 || f.On[0] != "PD" {
		t.Errorf("%+v", f)
	}
}
