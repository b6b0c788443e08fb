// Package markup draws annotations whose file leaves their look to the reader: highlights, ink, lines, shapes, free text,
// notes and stamps (ISO 32000-1, 12.5.6). What an applicant marked in a scan is thereby seen in print, whatever program made
// the mark.
//
// Readers differ in the details of such marks; what the standard says holds here, and where it says nothing the plainest
// form that loses no content.
package markup
