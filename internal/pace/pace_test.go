package pace

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// settings are the collector's percentage and limit of the moment.
func settings() (percent int, limit int64) {
	percent = debug.SetGCPercent(100)
	debug.SetGCPercent(percent)
	return percent, debug.SetMemoryLimit(-1)
}

func nothing(string) string { return "" }

func TestUsersChoiceStands(t *testing.T) {
	for _, name := range []string{"GOGC", "GOMEMLIMIT"} {
		before, beforeLimit := settings()
		Set(func(asked string) string {
			if asked == name {
				return "50"
			}
			return ""
		}, Single)
		if after, limit := settings(); after != before || limit != beforeLimit {
			t.Errorf("%s is set, and the pace became %d, %d", name, after, limit)
		}
	}
}

func TestRoomThatDoesNotSufficeIsGivenUp(t *testing.T) {
	defer usual()
	Set(nothing, Single)
	if percent, limit := settings(); percent != -1 || limit != Single {
		t.Fatalf("pace is %d, %d", percent, limit)
	}
	Set(nothing, Worker)
	if _, limit := settings(); limit != Worker {
		t.Fatalf("the room is not widened: %d", limit)
	}
	Set(nothing, Single)
	runtime.GC()
	time.Sleep(20 * time.Millisecond)
	if percent, _ := settings(); percent != -1 {
		t.Fatal("given up while little is in use")
	}
	held := make([]byte, Single)
	for wait := time.Millisecond; wait < 4*time.Second; wait *= 2 {
		runtime.GC()
		time.Sleep(wait)
		if percent, limit := settings(); percent == 100 && limit == math.MaxInt64 {
			runtime.KeepAlive(held)
			return
		}
	}
	t.Error("the pace stays while more than the room is in use")
}
