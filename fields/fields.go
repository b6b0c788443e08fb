// Package fields holds the built-in field maps, inventories and filing data as files: a folder a
// form, and filings. It has no code of its own; package catalog reads it, and a firm's folder may
// stand over it.
package fields

import "embed"

// FS is the folder: <form>/<edition>.yaml and <form>/<edition>.inventory.json, forms in lower
// case, known/<form>_<edition>.inventory.json for editions without a map, and filings/<name>.yaml.
//
//go:embed */*.yaml */*.json
var FS embed.FS
