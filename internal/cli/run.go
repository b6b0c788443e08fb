// Package cli is the command line: one file a command. It is the only reader of arguments,
// environment, terminal and clock, and the only place that prints.
//
// Results go to stdout and all else to stderr. Trouble is two lines, the second where there is
// a way out to name:
//
//	parolepack: error: exhibit C: "lease.pdf" needs a password
//	parolepack: hint: give it as "password" in the exhibit, or save the file without one
package cli

import (
	"context"
	"io"
	"io/fs"
	"time"

	"github.com/urfave/cli/v2"

	"parolepack/internal/mend"
	"parolepack/internal/packet"
)

// Env is the world as the program sees it; main fills it once and tests fill it otherwise.
type Env struct {
	// Args are the process's arguments, the program's name first.
	Args           []string
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Getenv reads an environment variable; empty where it is not set.
	Getenv func(string) string
	// Now is the clock. It is read once a run.
	Now func() time.Time
	// Screen reports whether stdout is a terminal, which takes colours; Terminal whether stderr is one, which takes a
	// progress bar.
	Screen, Terminal bool
	// ConfigDir is the user's configuration folder for this program; empty where there is none.
	ConfigDir string
	// CacheDir is the user's folder for what this program can make again; empty where there is none.
	CacheDir string
	// Fields and Templates are the built-in data.
	Fields, Templates fs.FS
	Version, Commit   string
	// Widen, where it is given, is told how many workers a run of many cases has, so that they get memory to work in.
	Widen func(workers int)
}

// The exit codes.
const (
	exitDone     = 0
	exitFailure  = 1
	exitUsage    = 2
	exitNotReady = 3
	exitBatch    = 4
)

// Run runs one command and returns the exit code; it never ends the process itself.
func Run(ctx context.Context, env Env) int {
	s := &session{env: env, now: env.Now()}
	defer s.closeMender()
	defer s.closeHouses()
	app := s.app()
	args, err := hoist(app, env.Args)
	if err == nil {
		err = app.RunContext(ctx, args)
	}
	if err == nil {
		return s.exit
	}
	s.complain(err)
	return exitCode(err)
}

// session is one run: the world, the moment and the exit code that a command settles on.
type session struct {
	env  Env
	now  time.Time
	exit int
	// mended keeps the mended copies of this run's exhibits; nil until a case is opened.
	mended *mend.Store
	// houses are what this run's cases share; they hold files open.
	houses []*packet.House
}

// closeHouses closes the blanks that were looked into. They were only read, so that nothing is lost where one will not close.
func (s *session) closeHouses() {
	for _, h := range s.houses {
		_ = h.Close()
	}
}

// app is the command tree. Every command answers --json and --help; nothing exits by itself.
func (s *session) app() *cli.App {
	app := &cli.App{
		Name:                      "parolepack",
		Usage:                     "one case file in, one humanitarian parole filing packet out",
		HideVersion:               true,
		HideHelpCommand:           true,
		DisableSliceFlagSeparator: true,
		Writer:                    s.env.Stdout,
		ErrWriter:                 s.env.Stderr,
		ExitErrHandler:            func(*cli.Context, error) {},
		OnUsageError:              onUsageError,
		Action:                    s.root,
		Flags: []cli.Flag{
			&cli.BoolFlag{DisableDefaultText: true, Name: "version", Aliases: []string{"v"}, Usage: "print version, commit, the form editions built in and whether UniPDF is"},
			jsonFlag(),
		},
		Commands: []*cli.Command{
			s.buildCommand(), s.checkCommand(), s.planCommand(), s.batchCommand(),
			s.formsCommand(), s.templatesCommand(), s.schemaCommand(),
		},
	}
	if mend.UniPDFBuilt {
		app.Commands = append(app.Commands, s.unipdfCommand())
	}
	tame(app.Commands)
	return app
}

// root answers a bare call with the help and an unknown command with a suggestion.
func (s *session) root(c *cli.Context) error {
	if c.Bool("version") {
		return s.printVersion(c)
	}
	if c.NArg() == 0 {
		return cli.ShowAppHelp(c)
	}
	return unknownCommand(c.Args().First(), c.App.Commands, "parolepack --help")
}

// tame keeps the library from printing whole help pages over a bad option and from splitting values.
func tame(commands []*cli.Command) {
	for _, c := range commands {
		c.OnUsageError = onUsageError
		c.HideHelpCommand = true
		if c.Action == nil {
			c.Action = group(c)
		}
		tame(c.Subcommands)
	}
}

// group is the action of a command that only holds others.
func group(command *cli.Command) cli.ActionFunc {
	return func(c *cli.Context) error {
		if c.NArg() == 0 {
			return cli.ShowSubcommandHelp(c)
		}
		return unknownCommand(c.Args().First(), command.Subcommands, "parolepack "+command.Name+" --help")
	}
}

func jsonFlag() cli.Flag {
	return &cli.BoolFlag{DisableDefaultText: true, Name: "json", Usage: "print the result as JSON"}
}
