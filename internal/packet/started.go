package packet

import (
	"context"
	"io"

	"parolepack/internal/exhibit"
	"parolepack/internal/plan"
)

// A Started is a packet that is planned and about to be built. Its exhibits are hashed all the while, which takes as long as
// the rest: Plan has their hashes once Build is done.
type Started struct {
	Plan *plan.Plan
	desk *Desk
	job  Job
	sums *exhibit.Sums
}

// Start plans a case that is to be built. Whoever starts must Stop.
func (d *Desk) Start(ctx context.Context, job Job) (*Started, error) {
	if _, err := d.filing(job); err != nil {
		return nil, err
	}
	facts, sums, err := exhibit.Begin(ctx, job.Dir, job.Case.Case, d.house.Probers, d.house.Mender)
	if err != nil {
		return nil, err
	}
	s := &Started{desk: d, job: job, sums: sums}
	findings, err := d.judge(job, facts)
	if err == nil {
		s.Plan, err = d.make(job, facts, findings)
	}
	if err != nil {
		sums.Stop()
		return nil, err
	}
	return s, nil
}

// Build draws the plan and writes the packet to w in one pass. A plan that is not Buildable is refused, and so is an exhibit
// that cannot be read to its end.
func (s *Started) Build(ctx context.Context, w io.Writer) (*Result, error) {
	result, err := s.desk.Build(ctx, s.job, s.Plan, w)
	if err != nil {
		return nil, err
	}
	if s.sums == nil {
		return result, nil
	}
	if err := s.sums.Settle(s.Plan.Facts); err != nil {
		return nil, err
	}
	return result, nil
}

// Stop ends what is still under way; after Build it does nothing.
func (s *Started) Stop() {
	if s.sums != nil {
		s.sums.Stop()
	}
}

// Forms are the forms of the packet alone, which show no exhibit and wait for no hash. s is still the caller's to stop.
func (s *Started) Forms() *Started { return &Started{Plan: s.Plan.Forms(), desk: s.desk, job: s.job} }
