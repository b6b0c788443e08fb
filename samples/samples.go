// Package samples holds whole cases with their exhibits, one for each basis and some of a special kind. Everybody in them
// is invented.
//
// The exhibits are drawn by go run ./samples/generate.
package samples

import "embed"

// FS holds the cases, each in a folder of its own with its case.json.
//
//go:embed */case.json */firm.json */case.schema.json */exhibits
var FS embed.FS
