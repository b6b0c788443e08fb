// Package measure runs programs as child processes, takes their time and memory, and makes medians and ratios of it.
//
// Time and memory are taken in different runs: reading a child's memory again and again would take time from it.
package measure
