package cli

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// hoist moves options before arguments, since the library stops reading options at the first
// argument and people write `build case.json -o packet.pdf`. Everything after a lone -- stays.
// An option that wants a value takes it along; one that lacks it is a usage error.
func hoist(app *cli.App, args []string) ([]string, error) {
	if len(args) == 0 {
		return []string{app.Name}, nil
	}
	path, flags, group, rest := descend(app, args[1:])
	options, plain, err := sortArgs(flags, rest)
	if err != nil {
		return nil, err
	}
	if group && len(plain) > 0 {
		options = nil // an unknown command: its options mean nothing, and help would be sought for it
	}
	out := append([]string{args[0]}, path...)
	out = append(out, options...)
	if len(plain) > 0 {
		out = append(append(out, "--"), plain...)
	}
	return out, nil
}

// descend follows the command names at the head of the arguments and returns them, the options
// that are known there, whether a further command is wanted and the arguments that are left.
// Options before a command's name are the command's, as in `parolepack --json check case.json`.
func descend(app *cli.App, args []string) (path []string, flags []cli.Flag, group bool, rest []string) {
	flags = app.Flags
	commands := app.Commands
	var early []string
	for {
		n := slices.IndexFunc(args, func(a string) bool { return a == "--" || len(a) < 2 || a[0] != '-' })
		if n < 0 {
			break
		}
		i := slices.IndexFunc(commands, func(c *cli.Command) bool { return c.HasName(args[n]) })
		if i < 0 {
			break
		}
		early, path, args = append(early, args[:n]...), append(path, args[n]), args[n+1:]
		flags, commands = commands[i].Flags, commands[i].Subcommands
	}
	return path, flags, len(commands) > 0, append(early, args...)
}

func sortArgs(flags []cli.Flag, args []string) (options, plain []string, err error) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "--" {
			return options, append(plain, args[i+1:]...), nil
		}
		if len(arg) < 2 || arg[0] != '-' {
			plain = append(plain, arg)
			continue
		}
		options = append(options, arg)
		if !wantsValue(flags, arg) {
			continue
		}
		if i+1 == len(args) {
			return nil, nil, usagef("write "+arg+" VALUE", "option %s needs a value", arg)
		}
		i++
		options = append(options, args[i])
	}
	return options, plain, nil
}

// wantsValue reports whether arg names a known option whose value is the next argument.
func wantsValue(flags []cli.Flag, arg string) bool {
	name, _, joined := strings.Cut(strings.TrimLeft(arg, "-"), "=")
	if joined {
		return false
	}
	for _, f := range flags {
		if slices.Contains(f.Names(), name) {
			v, ok := f.(cli.DocGenerationFlag)
			return ok && v.TakesValue()
		}
	}
	return false
}
