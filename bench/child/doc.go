// Package child is what this program does when it runs as a child of itself: the yardstick, our assembly, the peer that is a
// library, and the small jobs that are repeated within one process.
//
// Every contestant of the benchmark is a process, so that start-up and memory are counted for all alike.
package child
