package cli

import (
	"strconv"
	"time"

	"parolepack/internal/casefile"
)

// asOf is the day on which fees, editions and ages are judged: the option, or SOURCE_DATE_EPOCH
// (seconds since 1970), or today.
func (s *session) asOf(option string) (casefile.Date, error) {
	if option != "" {
		d, err := casefile.ParseDate(option)
		if err != nil {
			return d, usagef("write the day as --as-of 2026-11-20", "--as-of: %v", err)
		}
		return d, nil
	}
	if epoch := s.env.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return casefile.Date{}, usagef("unset it or give seconds since 1970", "SOURCE_DATE_EPOCH %q is not a number", epoch)
		}
		return casefile.DateOf(time.Unix(seconds, 0).UTC()), nil
	}
	return casefile.DateOf(s.now), nil
}
