// Package cli is the command line: ask, rules, version. It reads arguments and lines, and renders
// replies for a terminal. What a person typed goes to no file and into no error.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"
	_ "time/tzdata" // the day of the law is that of Paris, even where no zone files are

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"motus/rules"
	"motus/rules/comprehension"
)

// Exit codes of the contract.
const (
	codeOK    = 0
	codeFault = 1 // a check failed
	codeUsage = 2 // bad usage or bad input, or an output that cannot be written

	codeStopped = 130 // stopped by the person, as shells count it
)

// IO is what the program reads and writes, so that tests give their own.
type IO struct {
	In       io.Reader
	Out, Err io.Writer
	Now      func() time.Time
	Width    int  // columns of the terminal; 0 if Out is none
	Color    bool // Out shows colours
}

// System is the IO of a program run by a person: colours only where Out is a terminal and NO_COLOR
// is not set (no-color.org).
func System() IO {
	env := IO{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Now: time.Now}
	if fd := int(os.Stdout.Fd()); term.IsTerminal(fd) {
		env.Width, _, _ = term.GetSize(fd)
		env.Color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		env.Width = n
	}
	return env
}

// exit is an error that has been told already, with the code to leave with.
type exit int

func (e exit) Error() string { return "code " + strconv.Itoa(int(e)) }

// Run runs one command and returns its exit code. Errors go to env.Err, in French; on bad usage
// nothing goes to env.Out.
func Run(ctx context.Context, args []string, env IO) int {
	base, err := rules.Default()
	if err != nil {
		fmt.Fprintln(env.Err, err)
		return codeFault
	}
	reader, err := comprehension.New(base, rules.Files())
	if err != nil {
		fmt.Fprintln(env.Err, err)
		return codeFault
	}
	out := &output{to: env.Out}
	env.Out = out
	app := &app{IO: env, out: out, base: base, reader: reader}
	root := app.root()
	root.SetArgs(args)
	root.SetIn(env.In)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	err = root.ExecuteContext(ctx)
	var code exit
	switch {
	case out.failed:
		fmt.Fprintln(env.Err, "motus : la réponse n'a pas pu être écrite jusqu'au bout")
		return codeUsage
	case err == nil:
		return codeOK
	case errors.As(err, &code):
		return int(code)
	}
	fmt.Fprintln(env.Err, "motus : "+french(err))
	return codeUsage
}

// output remembers that a write failed, so that no command has to look after each line: an answer
// cut short is no answer.
type output struct {
	to     io.Writer
	failed bool
}

// Write notes a failure and returns none: Run tells it, once, in French.
func (o *output) Write(p []byte) (int, error) {
	if !o.failed {
		_, err := o.to.Write(p)
		o.failed = err != nil
	}
	return len(p), nil
}

type app struct {
	IO
	out    *output // the same as IO.Out
	base   *rules.Base
	reader *comprehension.Reader
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "motus",
		Short: "Motus répond sur le secret professionnel en action sociale.",
		Long: `Motus répond sur le secret professionnel en action sociale : à qui parler, de quoi,
à quelles conditions, d'après quels textes.`,
		Example: `  motus ask "peut-on informer le maire ?"
  motus ask --facts statut=ase "et si l'enfant est en danger ?"
  motus rules check`,
		SilenceErrors: true, SilenceUsage: true,
		Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.AddCommand(a.askCommand(), a.evalCommand(), a.rulesCommand(), a.versionCommand())
	frenchHelp(root)
	return root
}

// today is the day in Paris, where the law's days begin.
func (a *app) today() rules.Date {
	now := a.Now()
	if paris, err := time.LoadLocation("Europe/Paris"); err == nil {
		now = now.In(paris)
	}
	y, m, d := now.Date()
	return rules.Date{Year: int16(y), Month: uint8(m), Day: uint8(d)}
}

// once is the value of an option that is given one time at most: of two, one would be lost in silence.
type once struct {
	text  string
	given bool
}

var errTwice = errors.New("option given twice")

// Set notes the value, or refuses a second one.
func (o *once) Set(s string) error {
	if o.given {
		return errTwice
	}
	o.text, o.given = s, true
	return nil
}

// String is the value, as the library shows it.
func (o *once) String() string { return o.text }

// Type names what is expected where the help has no word for it.
func (o *once) Type() string { return "texte" }

// dateFlag adds --date to a command; the function returned reads it.
func (a *app) dateFlag(c *cobra.Command) func() (rules.Date, error) {
	var s once
	c.Flags().Var(&s, "date", "droit applicable ce `jour`-là, AAAA-MM-JJ (par défaut : aujourd'hui ; 2008-03-06 : le droit du document source)")
	return func() (rules.Date, error) {
		if !s.given {
			return a.today(), nil
		}
		d, err := rules.ParseDate(s.text)
		if err != nil {
			return d, errors.New("--date : " + err.Error())
		}
		if d.Before(rules.SourceDate) {
			return d, fmt.Errorf("--date : le droit d'avant le %s n'est pas dans la base ; donnez un jour à partir de %s", rules.SourceDate.French(), rules.SourceDate)
		}
		return d, nil
	}
}
