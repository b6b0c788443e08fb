package results

import (
	"parolepack/bench/contest"
	"parolepack/bench/measure"
)

// Results is all that one run measured. Parts that were left out are nil.
type Results struct {
	Machine Machine
	// Files, Pages and Bytes of the set, Official whether its form is the agency's own.
	Files    int
	Pages    int
	Bytes    int64
	Official bool
	Rounds   contest.Rounds
	// Whole is what the form holds before it is joined: the most that can be kept.
	Whole contest.Kept
	// Joined are the yardstick, our assembly, our build and the peers, in this order.
	Joined []*contest.Result
	// Tenfold are our assembly and our build of TenBytes.
	Tenfold  []*contest.Result
	TenBytes int64
	Opening  *contest.Opening
	Filling  *contest.Filling
	Batch    *contest.Batch
}

// A Bar is one promise and how it was kept.
type Bar struct {
	Says, Measured string
	Holds          bool
}

// The bars: times the copy, times faster than qpdf, anonymous bytes, and how these may grow at ten times the bytes.
const (
	copyBar   = 1.5
	qpdfBar   = 2
	memoryBar = 64 << 20
	growthBar = 1.1
)

// ofCopy is a result's wall time by the yardstick's.
func (r *Results) ofCopy(x *contest.Result) float64 {
	return measure.Ratio(x.Walls(), r.Joined[0].Walls())
}

// find gives the result of a name; nil where it did not run to its end.
func (r *Results) find(name string) *contest.Result {
	for _, x := range r.Joined {
		if x.Name == name && x.Err == nil {
			return x
		}
	}
	return nil
}
