package main

import (
	"bytes"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"parolepack/fields"
	"parolepack/internal/catalog"
	"parolepack/internal/testkit"
)

// blankForm writes a form as an agency might publish it, with the fields of a known edition:
// blankform FILE FORM EDITION [printed=MM/DD/YY] [without=FIELD] [FIELD=VALUE...].
func blankForm(ts *testscript.TestScript, _ bool, args []string) {
	c, err := catalog.Load(fields.FS)
	ts.Check(err)
	inv, ok := c.Inventory(args[1], args[2])
	if !ok {
		ts.Fatalf("no inventory of %s %s", args[1], args[2])
	}
	var list bytes.Buffer
	ts.Check(catalog.WriteInventory(&list, inv.Fields))
	b := testkit.Blank{Inventory: list.Bytes(), Form: inv.Form, Printed: inv.Printed, Values: map[string]string{}}
	for _, a := range args[3:] {
		switch key, value, _ := strings.Cut(a, "="); key {
		case "printed":
			b.Printed = value
		case "without":
			b.Without = append(b.Without, value)
		default:
			b.Values[key] = value
		}
	}
	data, err := b.PDF()
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o600))
}

// pngSize holds a picture against a width and a height: pngsize FILE WIDTH HEIGHT.
func pngSize(ts *testscript.TestScript, _ bool, args []string) {
	f, err := os.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	c, err := png.DecodeConfig(f)
	ts.Check(err)
	if got := []string{strconv.Itoa(c.Width), strconv.Itoa(c.Height)}; got[0] != args[1] || got[1] != args[2] {
		ts.Fatalf("%s is %s by %s, want %s by %s", args[0], got[0], got[1], args[1], args[2])
	}
}

// serveForms serves the files of a folder by their last names, as the agency's server would: serve FOLDER. Nothing else
// is reached by forms fetch for the rest of the script.
func serveForms(ts *testscript.TestScript, _ bool, args []string) {
	dir := ts.MkAbs(args[0])
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.ServeFile(w, r, filepath.Join(dir, path.Base(r.URL.Path)))
	}))
	ts.Defer(server.Close)
	ts.Setenv("PAROLEPACK_FETCH_MIRROR", server.URL)
}
