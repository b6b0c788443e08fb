// Package mend has damaged PDF files repaired by other programs, where our own reader gives up on them.
//
// It is the only package that starts another program and the only one that knows UniPDF. What it starts reads hostile
// bytes: it runs in a process of its own, without a shell, for a bounded time, in bounded memory where the system can
// bound it, with bounded output, and its messages, which may hold what is private, go nowhere. The mended copies are kept
// in a Store for one run and never beside the original, which stays as it is.
package mend
