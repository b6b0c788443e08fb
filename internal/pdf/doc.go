// Package pdf is the product's own PDF object layer (ISO 32000-1): a lazy
// reader, the standard security handler and a streaming writer.
//
// Open reads the cross-reference of a file and nothing else; an object is
// read when it is asked for, and only a bounded number is kept. A Writer
// makes one pass: objects are copied from any number of open documents
// through an Importer, renumbered token by token, with the bytes of their
// streams untouched, and hashed as they leave. Nothing in the package reads
// the clock, and the same input always gives the same bytes.
//
// Values read from a Document are shared with its cache: they are read-only.
// Clone a Dict or an Array before changing it.
package pdf
