// Package layout sets Markdown into measured pages: lines, rules and link areas with exact places, and nothing
// drawn. The plan counts and cites pages before a byte of PDF exists, and compose draws the very same runs.
//
// # Markdown
//
// CommonMark with the table extension: headings, paragraphs, lists, tables, block quotes, code, thematic
// breaks, hard breaks (a backslash or two spaces at the end of a line, or <br>), emphasis, strong, code spans and links.
// Link targets such as exhibit:us-physician or part:i-131/nour are kept as they are. An image shows its
// description. Other HTML is shown as it is typed.
//
// A comment alone on its line is a directive. The first three part a document, the next three stand for themselves, the others
// bear on the next block alone:
//
//	<!-- head -->, <!-- foot -->
//	                            what follows stands at the head or foot of every page; {page} and {pages} in it become
//	                            the page's number and their count
//	<!-- body -->               ends head or foot
//	<!-- pagebreak -->          starts a new page
//	<!-- space 24 -->           leaves 24 points; at the top of a page it leaves none
//	<!-- signature 230 120 -->  leaves room to sign by hand and rules lines of 230 and 120 points side by side
//	<!-- left -->, <!-- right -->, <!-- center -->, <!-- justify -->
//	                            sets it so, whatever the style says
//	<!-- tight -->              sets it without space to the block above
//	<!-- keep -->               is not broken over pages, and stays with the block after it
//	<!-- plain -->              sets a table without rules, with columns as narrow as their text
//	<!-- carry -->              sets it only at the top of pages that begin before the next heading
//	<!-- columns 60 * 2* 40 --> gives a table's columns their widths: points, or shares of the rest
//
// A table whose header cells are all empty has no header row; any other header row is repeated on each page. A directive that is
// not in this list is an error.
//
// # Typography
//
// Lines are broken over the whole paragraph at once, so that none is much looser than its neighbours. Justified
// lines spread their word spaces; one that would be too loose is left ragged. No page starts or ends with
// a single line of a longer paragraph; a heading stays with two lines of what it heads.
//
// Coordinates are in points from the top left corner of the page, rounded to 1/1000.
package layout
