package cli

import (
	"github.com/urfave/cli/v2"

	"parolepack/internal/casefile"
)

func (s *session) schemaCommand() *cli.Command {
	return &cli.Command{
		Name:  "schema",
		Usage: "print the JSON Schema of the case file, for editors",
		Flags: []cli.Flag{
			&cli.BoolFlag{DisableDefaultText: true, Name: "firm-file", Usage: "print the schema of firm.json instead"},
			jsonFlag(),
		},
		Action: func(c *cli.Context) error {
			if c.NArg() > 0 {
				return usagef("run parolepack schema alone", "schema takes no argument")
			}
			schema := casefile.Schema
			if c.Bool("firm-file") {
				schema = casefile.FirmSchema
			}
			data, err := schema()
			if err != nil {
				return err
			}
			_, err = s.env.Stdout.Write(data)
			return err
		},
	}
}
