package casefile

import "encoding/json"

// MarshalJSON writes the word "same" for an address that is the same, and else its keys.
func (a Address) MarshalJSON() ([]byte, error) {
	if a.Same {
		return []byte(`"same"`), nil
	}
	type keys Address
	return json.Marshal(keys(a))
}
