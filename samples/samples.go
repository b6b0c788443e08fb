// Package samples holds whole cases with their exhibits. Everybody in them is invented.
//
// The exhibits are drawn by go run ./samples/generate.
package samples

import "embed"

// FS holds the cases, each in a folder of its own with its case.json: medical.
//
//go:embed medical
var FS embed.FS
