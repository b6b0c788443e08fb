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
// The files follow the chapters of the standard:
//
//   - 7.2 and 7.3, values: lexer, number, spelling, parser, object, serialize, view, text
//   - 7.4, filters: filter, flate, lzw, ascii, predictor
//   - 7.5, the file: document, xref and its kinds, pack (object streams read), packing (written), rebuild, search
//   - 7.6, encryption: handler, crypt and its keys
//   - 7.7, the document: page, pagetree, tree, inspect; 8 and 14.11, geometry
//   - 12, what leads and asks: outline, labels, dest, links, field, widget
//   - copying: writer, sink, importer, flat (token by token), share (what is equal), sweep (what acts), mention (what is used)
//   - keeping faith with strangers' files: limits, allowance, repair, errors
//
// Values read from a Document are shared with its cache: they are read-only.
// Clone a Dict or an Array before changing it.
package pdf
