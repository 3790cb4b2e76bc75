package cli

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

const helpTemplate = `{{with (or .Long .Short)}}{{. | trimTrailingWhitespaces}}

{{end}}{{.UsageString}}`

const usageTemplate = `Usage :{{if .HasAvailableSubCommands}}
  {{.CommandPath}} COMMANDE{{else}}
  {{.UseLine}}{{end}}{{if .HasExample}}

Exemples :
{{.Example}}{{end}}{{if .HasAvailableSubCommands}}

Commandes :{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding }} {{.Short}}{{end}}{{end}}{{end}}{{if .HasAvailableLocalFlags}}

Options :
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}{{end}}{{if .HasAvailableSubCommands}}

« {{.CommandPath}} COMMANDE --help » en dit plus sur une commande.{{end}}
`

// frenchHelp makes the library's help speak French, for a command and all below it.
func frenchHelp(c *cobra.Command) {
	c.SetHelpTemplate(helpTemplate)
	c.SetUsageTemplate(usageTemplate)
	c.DisableFlagsInUseLine = true
	c.CompletionOptions.DisableDefaultCmd = true
	c.SetHelpCommand(&cobra.Command{Use: "help", Aliases: []string{"aide"}, Hidden: true, RunE: func(*cobra.Command, []string) error { return c.Help() }})
	c.Flags().BoolP("help", "h", false, "montre cette aide")
	for _, sub := range c.Commands() {
		frenchHelp(sub)
	}
}

func noArgs(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if c.HasAvailableSubCommands() {
		var names []string
		for _, s := range c.Commands() {
			if s.IsAvailableCommand() {
				names = append(names, s.Name())
			}
		}
		return fmt.Errorf("commande inconnue ; on attend %s (« %s --help »)", strings.Join(names, ", "), c.CommandPath())
	}
	return fmt.Errorf("« %s » ne prend pas d'argument", c.CommandPath())
}

var exclusiveFlags = regexp.MustCompile(`none of the others can be; \[([^\]]*)\]`)

var unknownCommand = regexp.MustCompile(`^unknown command "[^"]*" for "([^"]*)"`)

// french says the library's own errors in French, without repeating what was typed.
func french(err error) string {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return "option inconnue ; « --help » montre les options"
	case errors.As(err, &missing):
		return "l'option --" + missing.GetFlag().Name + " attend une valeur"
	case errors.As(err, &invalid) && errors.Is(err, errTwice):
		return "l'option --" + invalid.GetFlag().Name + " est donnée deux fois ; donnez-la une seule fois"
	case errors.As(err, &invalid):
		return "l'option --" + invalid.GetFlag().Name + " n'admet pas cette valeur"
	}
	if errors.As(err, &syntax) {
		return "option mal écrite ; on attend --option ou --option=valeur"
	}
	if m := unknownCommand.FindStringSubmatch(err.Error()); m != nil {
		return "commande inconnue ; « " + m[1] + " --help » montre les commandes"
	}
	if m := exclusiveFlags.FindStringSubmatch(err.Error()); m != nil {
		return "--" + strings.Join(strings.Fields(m[1]), " et --") + " ne vont pas ensemble"
	}
	return err.Error()
}
