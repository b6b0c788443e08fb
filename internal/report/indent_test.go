package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

func TestJSONIsSetAsTheEncoderWould(t *testing.T) {
	type inner struct {
		Text  string         `json:"text"`
		List  []any          `json:"list"`
		Empty map[string]int `json:"empty"`
	}
	for _, v := range []any{
		nil, 7, "a", []int{}, [][]int{{}, {1}, {}}, map[string]any{}, map[string]any{"a": map[string]any{}},
		inner{Text: `quotes " and \ and {[,:]} and <&>` + "\n\u2028", List: []any{nil, true, "}", []any{}, 1.5}, Empty: map[string]int{}},
		[]inner{{}, {List: []any{map[string]any{"k": []string{"x", "y"}}}}},
	} {
		var want, got bytes.Buffer
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(v); err != nil {
			t.Fatal(err)
		}
		if err := JSON(&got, v); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("got\n%s\nwant\n%s", got.String(), want.String())
		}
	}
}

func TestJSONTellsAFullDisk(t *testing.T) {
	full := errors.New("full")
	for _, n := range []int{1, 10000} {
		if err := JSON(fullDisk{full}, strings.Repeat("x", n)); !errors.Is(err, full) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}

type fullDisk struct{ err error }

func (d fullDisk) Write([]byte) (int, error) { return 0, d.err }
