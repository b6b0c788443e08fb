// Package templates holds the built-in pages that we write, as text/template files that yield Markdown for
// package layout. A firm overrides them file by file; each file says at its head what data and functions it sees.
package templates

import "embed"

// FS holds the files NAME.md.tmpl.
//
//go:embed *.md.tmpl
var FS embed.FS
