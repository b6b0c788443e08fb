// Package results sets what was measured in tables: docs/performance.md is its text and nothing else.
package results
