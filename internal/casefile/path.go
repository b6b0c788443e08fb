package casefile

import (
	"strconv"
	"strings"
)

// join appends a key to a path; a key that is no plain word is quoted.
func join(path, key string) string {
	if !plainKey(key) {
		return path + "[" + strconv.Quote(shorten(key)) + "]"
	}
	if path == "" {
		return key
	}
	return path + "." + key
}

// under appends a dotted path of plain keys to a path.
func under(path, rest string) string {
	for key := range strings.SplitSeq(rest, ".") {
		path = join(path, key)
	}
	return path
}

// at appends an index to a path.
func at(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// plainKey reports whether a key needs no quotes in a path.
func plainKey(key string) bool {
	for _, c := range key {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '$'
		if !letter {
			return false
		}
	}
	return key != "" && len(key) <= maxEcho
}

// maxEcho bounds how much of a word a message repeats, in runes.
const maxEcho = 40

// shorten returns s as a message repeats it.
func shorten(s string) string {
	s = maskCards(s)
	if r := []rune(s); len(r) > maxEcho {
		return string(r[:maxEcho]) + "..."
	}
	return s
}

// quoted returns a word in quotes as a message repeats it.
func quoted(s string) string { return strconv.Quote(shorten(s)) }

// step splits the first key or index off a path. An index is -1 where the step is a key.
func step(path string) (key string, index int, rest string) {
	path = strings.TrimPrefix(path, ".")
	if strings.HasPrefix(path, `["`) {
		if q, err := strconv.QuotedPrefix(path[1:]); err == nil {
			key, _ = strconv.Unquote(q)
			return key, -1, strings.TrimPrefix(path[1+len(q):], "]")
		}
	}
	if strings.HasPrefix(path, "[") {
		digits, rest, ok := strings.Cut(path[1:], "]")
		if n, err := strconv.Atoi(digits); ok && err == nil && n >= 0 {
			return "", n, rest
		}
		return path, -1, ""
	}
	end := strings.IndexAny(path, ".[")
	if end < 0 {
		return path, -1, ""
	}
	return path[:end], -1, path[end:]
}

// find returns where the key at path stands: the key itself, an item's first byte, or, where
// the path leads nowhere, the nearest value around it.
func find(root *node, path string) (in *text, offset int, found *node) {
	in, offset, found = root.in, root.at, root
	for path != "" {
		key, index, rest := step(path)
		switch {
		case index >= 0 && found.kind == arrayNode && index < len(found.items):
			found = found.items[index]
			in, offset = found.in, found.at
		case index < 0:
			m, ok := found.member(key)
			if !ok {
				return found.in, found.at, nil
			}
			in, offset, found = m.in, m.at, m.value
		default:
			return found.in, found.at, nil
		}
		path = rest
	}
	return in, offset, found
}
