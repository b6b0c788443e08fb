// Package catalog reads the fields folder: which fields each edition of each form has, what goes
// in each, and what a filing needs (order, editions, fees, addresses, evidence).
//
// The folder holds one sub-folder a form. A map, i-131/2025-01-20.yaml, lists every field of the
// inventory beside it, i-131/2025-01-20.inventory.json, once and in the same order: each is given
// a value, or says why it is left blank. Load holds the pair together, both ways, and type-checks
// every expression against Env, so a map that loads cannot name a key that no case has.
//
// Values are github.com/expr-lang/expr expressions over the case file's own keys. Nothing here
// measures or draws; the plan does that with what a Field says.
package catalog
