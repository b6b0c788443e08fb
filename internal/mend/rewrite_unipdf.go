//go:build unipdf

package mend

import (
	"fmt"
	"io"
	"os"

	"github.com/unidoc/unipdf/v3/common"
	"github.com/unidoc/unipdf/v3/common/license"
	"github.com/unidoc/unipdf/v3/model"
)

// UniPDFBuilt says that UniPDF is compiled in.
const UniPDFBuilt = true

const uniPDFVersion = common.Version

// RewriteWithUniPDF reads a PDF with UniPDF and writes it anew to w, pages and fields alone. ErrUnlicensed comes where
// UniPDF has no license or does not accept it.
func RewriteWithUniPDF(path, password string, l License, w io.Writer) (err error) {
	defer func() {
		if recover() != nil {
			err = errPanic
		}
	}()
	if err := unlock(l); err != nil {
		return err
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	reader, err := model.NewPdfReaderWithOpts(f, &model.ReaderOpts{Password: password, LazyLoad: true})
	if err != nil {
		return fmt.Errorf("UniPDF: %w", err)
	}
	writer, err := reader.ToWriter(&model.ReaderToWriterOpts{
		SkipInfo: true, SkipNameDictionary: true, SkipNamedDests: true, SkipOutlines: true, SkipPageLabels: true, SkipMetadata: true,
	})
	if err != nil {
		return fmt.Errorf("UniPDF: %w", err)
	}
	return writer.Write(w)
}

// unlock gives UniPDF its license; a metered key is the choice of one who gives both.
func unlock(l License) error {
	if !l.Given() {
		return ErrUnlicensed
	}
	if l.APIKey != "" {
		return refused(license.SetMeteredKey(l.APIKey))
	}
	key, err := os.ReadFile(l.File)
	if err != nil {
		return refused(err)
	}
	return refused(license.SetLicenseKey(string(key), l.Customer))
}

// refused is UniPDF's word on a license; its own may hold parts of the key.
func refused(err error) error {
	if err == nil && license.GetLicenseKey() != nil && license.GetLicenseKey().IsLicensed() {
		return nil
	}
	return ErrUnlicensed
}
