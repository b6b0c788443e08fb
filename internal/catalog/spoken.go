package catalog

import "parolepack/internal/casefile"

// FullName writes a name as a person signs: given, middle and family name.
func FullName(n casefile.Name) string { return fullName(n) }

// CityCountry writes a post as Part 8 item 3.b wants it: Beirut, Lebanon.
func CityCountry(p casefile.CityPost) string { return cityCountry(p) }

// StayLength is a stay in whole months or days, as in 8 months.
func StayLength(s casefile.Stay) string { return stayLength(s) }

// USD writes whole dollars with thousands separated: 148,000.
func USD(n int) string { return usd(n) }
