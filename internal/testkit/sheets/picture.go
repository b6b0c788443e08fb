package main

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

// Dots an inch, and how many pages stand beside and below one another on a sheet.
const (
	sheetDots, officialDots = 100, 150
	across, down            = 2, 2
)

// grays are the levels that keep a sheet small and its print readable.
func grays() color.Palette {
	p := make(color.Palette, 16)
	for i := range p {
		p[i] = color.Gray{Y: uint8(i * 17)}
	}
	return p
}

// render draws every page of a PDF with pdftoppm, in gray.
func render(ctx context.Context, data []byte, dots int) ([]*image.Gray, error) {
	dir, err := os.MkdirTemp("", "parolepack-sheets")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	cmd := exec.CommandContext(ctx, "pdftoppm", "-gray", "-png", "-r", fmt.Sprint(dots), "-", filepath.Join(dir, "p"))
	cmd.Stdin = bytes.NewReader(data)
	if out, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("pdftoppm: %w: %s", err, out)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var pages []*image.Gray
	for _, file := range files {
		page, err := load(file)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
	}
	return pages, nil
}

// load reads one gray picture.
func load(file string) (*image.Gray, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		return nil, err
	}
	gray := image.NewGray(m.Bounds())
	draw.Draw(gray, gray.Bounds(), m, m.Bounds().Min, draw.Src)
	return gray, nil
}

// renderer names pdftoppm and its version.
func renderer(ctx context.Context) (string, error) {
	out, err := exec.CommandContext(ctx, "pdftoppm", "-v").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("pdftoppm: %w: %s", err, out)
	}
	line, _, _ := strings.Cut(string(out), "\n")
	return line, nil
}

// tiled sets pictures of one size side by side, so many to a row.
func tiled(pages []*image.Gray, columns int) *image.Gray {
	w, h := pages[0].Bounds().Dx(), pages[0].Bounds().Dy()
	columns = min(columns, len(pages))
	rows := (len(pages) + columns - 1) / columns
	m := image.NewGray(image.Rect(0, 0, columns*w, rows*h))
	draw.Draw(m, m.Bounds(), image.White, image.Point{}, draw.Src)
	for i, page := range pages {
		at := image.Pt(i%columns*w, i/columns*h)
		draw.Draw(m, page.Bounds().Add(at), page, image.Point{}, draw.Src)
	}
	return m
}

// pack brings a picture down to sixteen grays.
func pack(m *image.Gray) *image.Paletted {
	packed := image.NewPaletted(m.Bounds(), grays())
	for i, v := range m.Pix {
		packed.Pix[i] = (v + 8) / 17
		if v > 247 {
			packed.Pix[i] = 15
		}
	}
	return packed
}

// save writes a picture.
func save(path string, m *image.Gray) error {
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestCompression}
	if err := encoder.Encode(&out, pack(m)); err != nil {
		return err
	}
	return write(path, out.Bytes())
}
