// Package practice makes our own stand-in for a form edition: a PDF with the same fields as the agency's blank, so that a
// machine without the official forms can build, test and show a whole packet.
//
// Fields have the blank's full names, kinds, on-states, options, lengths and, where known, places and sizes, so a text that fits
// here fits there. The page itself is our own and plain: a heading that says it is not for filing, boxes, item numbers and
// short labels. It never imitates the agency's page.
package practice
