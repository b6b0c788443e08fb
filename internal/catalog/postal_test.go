package catalog

import (
	"testing"

	"parolepack/internal/casefile"
)

func TestPostalAbbreviations(t *testing.T) {
	for _, c := range []struct{ street, city, country, wantStreet, wantCity string }{
		{"1200 North Martin Luther King Junior Boulevard", "Rancho Santa Margarita", "United States", "1200 N Martin Luther King Junior Blvd", "Rancho Santa Margarita"},
		{"77 Court Street, Floor 3", "North Little Rock Springs", "USA", "77 Court St, Fl 3", "N Little Rock Spgs"},
		{"5 North Avenue Northeast", "Saint Petersburg Beach", "", "5 North Ave NE", "St Petersburg Bch"},
		{"West 57th Street 12, Apartment 4", "Heights", "United States", "W 57th St 12, Apt 4", ""},
		{"One Street of East Road", "Fort Lauderdale", "United States", "One Street of East Rd", "Ft Lauderdale"},
		{"Avenue Habib Bourguiba Street North", "Saint Denis", "Lebanon", "", ""},
		{"", "", "United States", "", ""},
	} {
		a := casefile.Address{Street: c.street, City: c.city, Country: c.country}
		if street, city := postalStreet(a), postalCity(a); street != c.wantStreet || city != c.wantCity {
			t.Errorf("%+v: %q, %q", a, street, city)
		}
	}
}
