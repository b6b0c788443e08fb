// Package material makes what the benchmark works on: one filled form, text documents as office
// software writes them, scans as scanners write them, and a whole case around them.
//
// Everything is drawn from text, geometry and a fixed stream of numbers. It holds no real person's data, lies in a folder
// outside the project, and the same program makes the same bytes.
package material
