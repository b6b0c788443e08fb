package measure

import "slices"

// Median is the middle of the values, the mean of the two middle ones where their number is even, and 0 of none.
func Median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}

// Ratio is the median over the rounds of a's value by b's: what disturbs a whole round disturbs both and drops out. Rounds in
// which b is 0, and those that only one of them has, are left out.
func Ratio(a, b []float64) float64 {
	var list []float64
	for i := range min(len(a), len(b)) {
		if b[i] > 0 {
			list = append(list, a[i]/b[i])
		}
	}
	return Median(list)
}
