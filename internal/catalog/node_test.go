package catalog

import (
	"strings"
	"testing"
)

func TestReadYAML(t *testing.T) {
	type leaf struct {
		Name  string   `yaml:"name"`
		Page  int      `yaml:"page"`
		Size  float64  `yaml:"size"`
		Words []string `yaml:"words"`
		Line  int
	}
	type whole struct {
		Item  string `yaml:"item"`
		Leafs []leaf `yaml:"leafs"`
	}
	var v whole
	err := readYAML("x.yaml", []byte("# head\nitem: 2.10\nleafs:\n  - name: |\n      two\n      lines\n    page: 7\n    size: 1.5\n    words: [yes, ~, \"~\", 2026-01-20]\n  - {name: on}\n"), &v)
	if err != nil {
		t.Fatal(err)
	}
	first := v.Leafs[0]
	if v.Item != "2.10" || first.Name != "two\nlines" || first.Page != 7 || first.Size != 1.5 || first.Line != 4 || v.Leafs[1].Name != "on" || v.Leafs[1].Line != 10 {
		t.Errorf("read %+v", v)
	}
	if got := strings.Join(first.Words, "|"); got != "yes||~|2026-01-20" {
		t.Errorf("words are read as %q", got)
	}
}

func TestReadYAMLRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"":                        "x.yaml:1: want one YAML document",
		"item: 1\n---\nitem: 2\n": "x.yaml:1: want one YAML document",
		"item: a: b":              "x.yaml:1: mapping values are not allowed in this context; correct the YAML",
		"item: [1":                "x.yaml:",
		"item: &a x":              "x.yaml:1: want a single value here",
		"item: x\nother: 1":       `x.yaml:2: unknown key "other"`,
		"item: x\nitem: y":        `x.yaml:2: key "item" stands twice`,
		"item: !!int 3":           "x.yaml:1: want a single value here",
		"item: *gone":             "x.yaml:1: unknown anchor",
		"list: &a [x]\nitem: *a":  "x.yaml:2: want a single value here",
		"item: [x]":               "x.yaml:1: want a single value here",
		"list: {a: b}":            "x.yaml:1: want a list here",
		"- x":                     "x.yaml:1: want keys and values here",
		"? [item]\n: x":           "x.yaml:1: unknown key",
	} {
		var v struct {
			Item string   `yaml:"item"`
			List []string `yaml:"list"`
		}
		if err := readYAML("x.yaml", []byte(in), &v); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", in, err, want)
		}
	}
}
