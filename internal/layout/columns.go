package layout

import "fmt"

// widths shares the measure out among columns: as the directive says, or by what the cells need. Padding is included.
func (g *grid) widths(rows [][]cell, measure float64, given []column) ([]float64, error) {
	if given != nil {
		return g.given(measure, given)
	}
	least, most := g.needs(rows)
	if total := sum(most); total <= measure {
		return g.roomy(most, measure-total), nil
	}
	total, out := sum(least), make([]float64, len(least))
	for i := range out {
		if total >= measure { // words will be cut, whatever is done
			out[i] = least[i] * measure / total
			continue
		}
		out[i] = least[i] + (measure-total)*(most[i]-least[i])/(sum(most)-total)
	}
	return out, nil
}

// needs tells how wide each column's longest word and its longest line is.
func (g *grid) needs(rows [][]cell) (least, most []float64) {
	least, most = make([]float64, len(g.align)), make([]float64, len(g.align))
	for _, row := range rows {
		for i, c := range row {
			for _, w := range c {
				least[i] = max(least[i], w.width)
			}
			most[i] = max(most[i], longest(c))
		}
	}
	for i := range least {
		// A little more than the text, so that rounding never breaks a line that fits.
		least[i] += g.padL + g.padR + 0.01
		most[i] += g.padL + g.padR + 0.01
	}
	return least, most
}

// longest is the width of a cell's widest line if it breaks only where it must.
func longest(c cell) float64 {
	best, start := 0.0, 0
	for i, w := range c {
		if w.hard || i == len(c)-1 {
			width, _, _ := size(c[start : i+1])
			best = max(best, width)
			start = i + 1
		}
	}
	return best
}

// roomy gives columns that fit their spare room: all of it to the last one of a plain table, else to each by its
// width.
func (g *grid) roomy(most []float64, spare float64) []float64 {
	out, total := make([]float64, len(most)), sum(most)
	for i, w := range most {
		out[i] = w
		if !g.plain {
			out[i] += spare * w / total
		}
	}
	if g.plain {
		out[len(out)-1] += spare
	}
	return out
}

// given are the widths a directive wrote. Too wide ones are scaled down to the measure.
func (g *grid) given(measure float64, given []column) ([]float64, error) {
	if len(given) != len(g.align) {
		return nil, fmt.Errorf("directive columns: %d widths for %d columns", len(given), len(g.align))
	}
	points, shares, out := 0.0, 0.0, make([]float64, len(given))
	for _, c := range given {
		points, shares = points+c.points, shares+c.share
	}
	scale := 1.0
	if points > measure || shares == 0 {
		scale = measure / points
	}
	if shares > 0 && points > 0.9*measure {
		scale = 0.9 * measure / points
	}
	for i, c := range given {
		out[i] = c.points * scale
		if c.share > 0 {
			out[i] = (measure - points*scale) * c.share / shares
		}
	}
	return out, nil
}

func sum(v []float64) float64 {
	total := 0.0
	for _, x := range v {
		total += x
	}
	return total
}
