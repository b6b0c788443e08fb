package mend

import "time"

// Limits bounds the work on one file. A zero value stands for the default of that limit.
type Limits struct {
	// Time is what all repairers together may take for a file of no size, and Pace how many bytes more a second they are
	// given for; 4 seconds and 4 MiB. A small hostile file ends soon, and a scan of 100 MB has half a minute.
	Time time.Duration
	Pace int64
	// Extra is how many bytes a mended copy may have beyond four times the original; 16 MiB.
	Extra int64
}

func (l Limits) withDefaults() Limits {
	if l.Time <= 0 {
		l.Time = 4 * time.Second
	}
	if l.Pace <= 0 {
		l.Pace = 4 << 20
	}
	if l.Extra <= 0 {
		l.Extra = 16 << 20
	}
	return l
}

// time is how long a file of size bytes may take.
func (l Limits) time(size int64) time.Duration {
	return l.Time + time.Duration(float64(size)/float64(l.Pace)*float64(time.Second))
}
