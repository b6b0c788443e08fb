package material

import (
	"encoding/json"
	"fmt"
	"path"

	"parolepack/samples"
)

// AsOf is the day on which the cases are judged.
const AsOf = "2026-11-20"

// caseFile is the sample case with other exhibits: the files in turn, its own exhibits first since the case cites them.
func caseFile(number string, files []string) ([]byte, error) {
	data, err := samples.FS.ReadFile("medical/case.json")
	if err != nil {
		return nil, err
	}
	var c map[string]any
	if err := json.Unmarshal(data, &c); err != nil {
		return nil, err
	}
	own, ok := c["exhibits"].([]any)
	if !ok {
		return nil, fmt.Errorf("the sample case has no exhibits")
	}
	exhibits := make([]any, max(len(own), len(files)))
	for i := range exhibits {
		x := map[string]any{"id": fmt.Sprintf("document-%d", i+1), "title": "Further document " + fmt.Sprint(i+1), "proves": []string{"other"}}
		if i < len(own) {
			x = own[i].(map[string]any)
			delete(x, "translation")
		}
		x["files"] = []string{path.Join("exhibits", files[i%len(files)])}
		exhibits[i] = x
	}
	c["exhibits"], c["case_number"] = exhibits, number
	delete(c, "$schema")
	return json.MarshalIndent(c, "", "  ")
}
