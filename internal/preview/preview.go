// Package preview draws pages as pictures: PDFium, compiled to WebAssembly and run in this process without cgo.
//
// It is loaded only when pictures are asked for. Its code is compiled for this machine once and kept in a folder of the
// user's, so that a later run begins at once. The engine sees the bytes it is given and nothing else: no file, no network,
// no environment.
package preview

import (
	"context"
	"fmt"
	"image"
	"io"

	pdfium "github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// Options says how an Engine is made.
type Options struct {
	// Cache is a folder for the compiled engine; empty compiles it anew, which takes seconds.
	Cache string
}

// mostMemory bounds what a page may take to draw, in WebAssembly pages of 64 KiB: 1 GiB.
const mostMemory = 1 << 14

// An Engine draws pages. It is not safe for concurrent use, and must be closed.
type Engine struct {
	cache    wazero.CompilationCache
	pool     pdfium.Pool
	instance pdfium.Pdfium
}

// New loads the engine. A cache folder that cannot be used is an error that names it.
func New(ctx context.Context, o Options) (*Engine, error) {
	e := &Engine{}
	config := wazero.NewRuntimeConfig().WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(mostMemory).WithCloseOnContextDone(true)
	if o.Cache != "" {
		var err error
		if e.cache, err = wazero.NewCompilationCacheWithDir(o.Cache); err != nil {
			return nil, fmt.Errorf("page pictures: cache folder: %w", err)
		}
		config = config.WithCompilationCache(e.cache)
	}
	var err error
	e.pool, err = webassembly.Init(webassembly.Config{
		Context: ctx, MinIdle: 1, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config, FSConfig: wazero.NewFSConfig(),
		Stdout: io.Discard, Stderr: io.Discard,
	})
	if err == nil {
		e.instance, err = e.pool.GetInstanceWithContext(ctx)
	}
	if err != nil {
		return nil, fmt.Errorf("page pictures: %w", orContext(ctx, e.abandon(err)))
	}
	return e, nil
}

// abandon closes what was made of an engine that could not be.
func (e *Engine) abandon(err error) error {
	_ = e.Close()
	return err
}

// orContext prefers the reason for which the run was stopped.
func orContext(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	return err
}

// Close gives back all that the engine holds.
func (e *Engine) Close() error {
	var first error
	if e.instance != nil {
		first = e.instance.Close()
	}
	if e.pool != nil {
		if err := e.pool.Close(); first == nil {
			first = err
		}
	}
	if e.cache != nil {
		if err := e.cache.Close(context.Background()); first == nil {
			first = err
		}
	}
	return first
}

// A Document is a PDF whose pages are drawn.
type Document struct {
	engine *Engine
	ref    references.FPDF_DOCUMENT
	// Pages counts its pages.
	Pages int
}

// Open opens a PDF that needs no password. The Document must be closed before its engine.
func (e *Engine) Open(data []byte) (*Document, error) {
	opened, err := e.instance.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, fmt.Errorf("page pictures: %w", err)
	}
	d := &Document{engine: e, ref: opened.Document}
	count, err := e.instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil {
		return nil, fmt.Errorf("page pictures: %w", err)
	}
	d.Pages = count.PageCount
	return d, nil
}

// Close closes the document.
func (d *Document) Close() error {
	_, err := d.engine.instance.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: d.ref})
	return err
}

// mostPixels bounds a picture, whatever size the page says it has.
const mostPixels = 64 << 20

// Page draws a page, 1-based, at so many dots an inch, with the values and marks of its fields.
func (d *Document) Page(number, dpi int) (*image.RGBA, error) {
	page := requests.Page{ByIndex: &requests.PageByIndex{Document: d.ref, Index: number - 1}}
	size, err := d.engine.instance.GetPageSize(&requests.GetPageSize{Page: page})
	if err != nil {
		return nil, fmt.Errorf("picture of page %d: %w", number, err)
	}
	scale := float64(dpi) / 72
	if pixels := size.Width * scale * size.Height * scale; !(pixels > 0 && pixels <= mostPixels) {
		return nil, fmt.Errorf("picture of page %d: a sheet of %.0f by %.0f points is too large at %d dots an inch", number, size.Width, size.Height, dpi)
	}
	drawn, err := d.engine.instance.RenderPageInDPI(&requests.RenderPageInDPI{Page: page, DPI: dpi, RenderForm: true, Document: &d.ref})
	if err != nil {
		return nil, fmt.Errorf("picture of page %d: %w", number, err)
	}
	defer drawn.Cleanup()
	from, ok := drawn.Result.RenderedImage.(*image.RGBA)
	if !ok {
		return nil, fmt.Errorf("picture of page %d: it is no colour picture", number)
	}
	out := image.NewRGBA(from.Rect) // the engine takes its own back
	copy(out.Pix, from.Pix)
	return out, nil
}
