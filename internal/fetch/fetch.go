// Package fetch downloads blank forms. It is the only package that touches the network, and does so when a user asks for a
// form by command and never else. Of the user it sends nothing but the request and the program's name.
package fetch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Options bounds a download.
type Options struct {
	// Most is the greatest size in bytes, Time how long all of it may take; 0 for DefaultMost and DefaultTime.
	Most int64
	Time time.Duration
	// Agent names the program to the server.
	Agent string
	// Mirror, where it is given, stands for scheme and host of every address. It must be on this machine: tests serve from
	// there.
	Mirror string
}

// The bounds of a download that gives none.
const (
	DefaultMost = 32 << 20
	DefaultTime = 60 * time.Second
)

// mostHops is how many redirections are followed.
const mostHops = 5

// An Error is a download that failed.
type Error struct {
	// Address is what was asked for.
	Address string
	// Problem says what came instead, as a clause.
	Problem string
	Err     error
}

// Error names the address.
func (e *Error) Error() string { return e.Address + ": " + e.Problem }

// Unwrap is the cause, where there is one.
func (e *Error) Unwrap() error { return e.Err }

// File downloads one file whole. The address must begin with https://, and so must whatever it redirects to.
func File(ctx context.Context, address string, o Options) ([]byte, error) {
	most, limit := o.Most, o.Time
	if most == 0 {
		most = DefaultMost
	}
	if limit == 0 {
		limit = DefaultTime
	}
	target, err := o.target(address)
	if err != nil {
		return nil, err
	}
	bounded, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	data, err := get(bounded, target, o, most)
	if err == nil {
		return data, nil
	}
	e := &Error{Address: address, Problem: problem(err), Err: err}
	switch {
	case context.Cause(ctx) != nil:
		return nil, context.Cause(ctx)
	case errors.Is(bounded.Err(), context.DeadlineExceeded):
		e.Problem = fmt.Sprintf("it did not come whole within %v", limit)
	}
	return nil, e
}

// target is where an address is asked for.
func (o Options) target(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil {
		return nil, &Error{Address: address, Problem: "it is no address that begins with https://"}
	}
	if o.Mirror == "" {
		return u, nil
	}
	m, err := url.Parse(o.Mirror)
	if err != nil || !local(m) {
		return nil, &Error{Address: o.Mirror, Problem: "a mirror must be on this machine, as http://127.0.0.1:8080"}
	}
	u.Scheme, u.Host = m.Scheme, m.Host
	return u, nil
}

// local reports whether an address leads to this machine alone.
func local(u *url.URL) bool {
	ip := net.ParseIP(u.Hostname())
	return ip != nil && ip.IsLoopback()
}

// get asks for one file and reads at most so many bytes of it.
func get(ctx context.Context, target *url.URL, o Options, most int64) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, target.String(), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", o.Agent)
	request.Header.Set("Accept", "application/pdf")
	client := &http.Client{CheckRedirect: follow}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("the server answered %s", response.Status)
	}
	if response.ContentLength > most {
		return nil, tooLarge(most)
	}
	var data bytes.Buffer
	n, err := io.Copy(&data, io.LimitReader(response.Body, most+1))
	if err == nil && n > most {
		err = tooLarge(most)
	}
	return data.Bytes(), err
}

func tooLarge(most int64) error {
	return fmt.Errorf("it is larger than %d MB", most>>20)
}

// follow allows a few redirections, and none that leaves https; only a mirror on this machine may lead on to it.
func follow(next *http.Request, via []*http.Request) error {
	switch {
	case len(via) > mostHops:
		return errors.New("it is redirected without end")
	case next.URL.Scheme != "https" && !(local(next.URL) && local(via[0].URL)):
		return errors.New("it is redirected to an address without https")
	}
	return nil
}

// problem says what went wrong without the address, which the library repeats.
func problem(err error) string {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	var dns *net.DNSError
	if errors.As(err, &dns) {
		return "the address cannot be looked up; is this machine online?"
	}
	return strings.TrimPrefix(err.Error(), "Get ")
}
