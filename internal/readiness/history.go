package readiness

import (
	"parolepack/internal/casefile"
	"parolepack/internal/finding"
)

// historyRules asks for I-131 Part 4 items 1-3, where a request for parole from abroad stops.
func historyRules() []rule {
	return []rule{
		{
			"removal-unanswered", finding.Blocker,
			"The question on removal proceedings is not answered.",
			"Write history.removal_proceedings: true or false.",
			"I-131 Part 4 item 1", removalUnanswered,
		},
		{
			"removal-details-missing", finding.Blocker,
			"There were removal proceedings, and the case does not say what they were.",
			"Say in history.removal_details which court, when and how they ended.",
			"I-131 Part 4 item 1", removalDetailsMissing,
		},
		{
			"removal-unproven", finding.Warning,
			"There were removal proceedings, and no exhibit shows their record.",
			"Add the order or the record as an exhibit that proves removal_record.",
			"I-131 Part 4 item 1", removalUnproven,
		},
		{
			"removal-referral", finding.Note,
			"The agency may send a request with removal proceedings on to ICE.",
			"Tell the client.", "I-131 Part 4 item 1", removalReferral,
		},
		{
			"travel-document-incomplete", finding.Blocker,
			"A document issued before lacks its date or what became of it.",
			"Give issued and disposition, or write null where none was ever issued.",
			"I-131 Part 4 items 2 and 3", travelDocumentIncomplete,
		},
	}
}

func removalUnanswered(c *check) {
	for _, b := range c.parolees() {
		if b.History.RemovalProceedings == nil {
			c.say(b.key("history.removal_proceedings"), b.ID, "The case does not say whether %s was ever in removal proceedings.", b.ID)
		}
	}
}

func removalDetailsMissing(c *check) {
	for _, b := range c.removed() {
		if blank(b.History.RemovalDetails) {
			c.say(b.key("history.removal_details"), b.ID, "The case does not say what the removal proceedings of %s were.", b.ID)
		}
	}
}

func removalUnproven(c *check) {
	for _, b := range c.removed() {
		if !c.proven(b.ID, "removal_record") {
			c.say("exhibits", b.ID, "No exhibit shows the record of the removal proceedings of %s.", b.ID)
		}
	}
}

func removalReferral(c *check) {
	for _, b := range c.removed() {
		c.say(b.key("history.removal_proceedings"), b.ID, "The agency may send the request for %s on to ICE.", b.ID)
	}
}

// removed lists the people who were in removal proceedings.
func (c *check) removed() []parolee {
	var list []parolee
	for _, b := range c.parolees() {
		if r := b.History.RemovalProceedings; r != nil && *r {
			list = append(list, b)
		}
	}
	return list
}

func travelDocumentIncomplete(c *check) {
	for _, b := range c.parolees() {
		c.travelDocument(b, "history.reentry_or_refugee_travel_document", b.History.ReentryOrRefugeeTravelDocument)
		c.travelDocument(b, "history.advance_parole_document", b.History.AdvanceParoleDocument)
	}
}

// travelDocument asks a document that was issued for its date and its end.
func (c *check) travelDocument(b parolee, key string, d *casefile.TravelDocument) {
	if d != nil && (d.Issued.IsZero() || blank(d.Disposition)) {
		c.say(b.key(key), b.ID, "A travel document issued to %s lacks its date or what became of it.", b.ID)
	}
}
