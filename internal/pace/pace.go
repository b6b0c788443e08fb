// Package pace sets when the garbage collector of a short run begins.
//
// A packet is built in a fraction of a second and holds some megabytes at a time, whatever its exhibits weigh. Left to itself
// the collector starts at four megabytes and runs a score of times in that fraction; told how much may be held, it
// runs once or twice, and the most that is held does not depend on the exhibits.
package pace

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// How many bytes the program may hold before anything is collected: in a run that builds one packet, and for each
// worker of one that builds many, where collecting would take the time of all.
const (
	Single = 56 << 20
	Worker = 64 << 20
)

// Set lets the program hold room bytes before the collector begins. Where more than half of them prove to be in use, it
// collects as Go usually does from then on, when what is held has doubled. A later call widens or narrows the room. A user
// who set GOGC or GOMEMLIMIT, of which getenv tells, keeps his own choice.
func Set(getenv func(string) string, room int64) {
	if getenv("GOGC") != "" || getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	debug.SetMemoryLimit(room)
	watch()
}

// usual is what Go does where nobody says otherwise.
func usual() {
	debug.SetGCPercent(100)
	debug.SetMemoryLimit(math.MaxInt64)
}

// token dies at each collection; it must hold a pointer, since what holds none may share its memory.
type token struct{ _ *byte }

// watch looks after each collection whether the room of the moment still suffices: too little of it would make the
// collector run all the time.
func watch() {
	runtime.SetFinalizer(&token{}, func(*token) {
		if room := debug.SetMemoryLimit(-1); live() > uint64(room)/2 {
			usual()
			return
		}
		watch()
	})
}

// live is how many bytes the last collection found in use.
func live() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	if sample[0].Value.Kind() != metrics.KindUint64 {
		return math.MaxUint64 // a toolchain that does not tell gets the usual pace
	}
	return sample[0].Value.Uint64()
}
