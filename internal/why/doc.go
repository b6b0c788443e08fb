// Package why tells where each box of a planned form got its text: the keys of the case file with their places, the
// line of the map with its expression, and where a text went that its box does not hold. Of a box that is left blank it tells the
// map's reason. It reads the plan and decides nothing.
package why
