package child

import (
	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// pdfcpuMerge joins files with the library pdfcpu as its own command does.
func pdfcpuMerge(to string, from []string) error {
	api.DisableConfigDir()
	return api.MergeCreateFile(from, to, false, model.NewDefaultConfiguration())
}
