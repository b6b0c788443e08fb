// Package exhibit tells what the files of a case's exhibits are, and opens them as pages.
//
// Probe looks at every file once, before anything is planned, and reports trouble as values: a paralegal mends a case's
// files in one round. A Shelf opens them again when the packet is put together, one document at a time.
//
// A photograph becomes a page without being decoded where that is possible: the page is a small PDF around the bytes of the
// image as they lie in its file, less what they tell about the person, the place and the camera.
package exhibit
