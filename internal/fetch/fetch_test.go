package fetch

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

const address = "https://agency.example/forms/x-1.pdf"

// serve answers every request as told.
func serve(t *testing.T, answer http.HandlerFunc) Options {
	t.Helper()
	s := httptest.NewServer(answer)
	t.Cleanup(s.Close)
	return Options{Mirror: s.URL, Agent: "parolepack test", Most: 1 << 20, Time: 5 * time.Second}
}

func TestFile(t *testing.T) {
	o := serve(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/forms/x-1.pdf" || r.UserAgent() != "parolepack test" || r.Header.Get("Cookie") != "" {
			t.Errorf("asked for %s as %q", r.URL.Path, r.UserAgent())
		}
		_, _ = io.WriteString(w, "%PDF-1.7")
	})
	data, err := File(t.Context(), address, o)
	if err != nil || string(data) != "%PDF-1.7" {
		t.Errorf("%q, %v", data, err)
	}
}

func TestFileRefuses(t *testing.T) {
	tests := map[string]struct {
		answer http.HandlerFunc
		want   string
	}{
		"not there": {http.NotFound, "the server answered 404 Not Found"},
		"too large": {func(w http.ResponseWriter, _ *http.Request) {
			for range 2048 {
				_, _ = io.WriteString(w, strings.Repeat("x", 1024)) // without a length
			}
		}, "it is larger than 1 MB"},
		"says it is too large": {func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", "99999999") }, "it is larger than 1 MB"},
		"cut off": {func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			_, _ = io.WriteString(w, "%PDF")
		}, "unexpected EOF"},
		"without end": {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, "redirected without end"},
		"another way": {func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://agency.example/x", http.StatusFound)
		}, "an address without https"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := File(t.Context(), address, serve(t, tt.answer))
			var failed *Error
			if !errors.As(err, &failed) || !strings.Contains(err.Error(), tt.want) || failed.Address != address {
				t.Errorf("%v, want %q", err, tt.want)
			}
		})
	}
}

func TestFileEndsInTime(t *testing.T) {
	release := make(chan struct{})
	o := serve(t, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "%PDF")
		w.(http.Flusher).Flush()
		<-release
	})
	defer close(release)
	o.Time = 50 * time.Millisecond
	if _, err := File(t.Context(), address, o); err == nil || !strings.Contains(err.Error(), "it did not come whole within 50ms") {
		t.Errorf("%v", err)
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := File(ctx, address, o); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestAddressesThatAreNotAsked(t *testing.T) {
	for _, bad := range []string{"http://agency.example/x.pdf", "file:///etc/passwd", "https://", "https://a:b@agency.example/x", "::"} {
		if _, err := File(t.Context(), bad, Options{}); err == nil || !strings.Contains(err.Error(), "no address that begins with https://") {
			t.Errorf("%s: %v", bad, err)
		}
	}
	if _, err := File(t.Context(), address, Options{Mirror: "http://192.0.2.1"}); err == nil || !strings.Contains(err.Error(), "must be on this machine") {
		t.Errorf("a mirror elsewhere: %v", err)
	}
}
