package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"motus/bot"
	"motus/rules"
	"motus/rules/comprehension"
)

func (a *app) askCommand() *cobra.Command {
	var facts once
	var asJSON, asLines, trace bool
	c := &cobra.Command{
		Use:   "ask QUESTION",
		Short: "répond à une question",
		Long: `Répond à une question. Ne nommez personne.

--facts donne des faits sans qu'il faille les écrire : statut=ase, mandat=judiciaire…
« motus rules faits » les montre tous. Sans question, les faits seuls font la question.`,
		Example: `  motus ask "peut-on informer le maire ?"
  motus ask --date 2008-03-06 --json "peut-on informer le maire ?"
  motus ask --facts destinataire=procureur,maltraitance=oui
  motus ask --jsonl < questions.jsonl`,
	}
	date := a.dateFlag(c)
	c.Flags().Var(&facts, "facts", "`faits` donnés d'office : cle=valeur,cle=valeur")
	c.Flags().BoolVar(&asJSON, "json", false, "une réponse, un objet JSON sur une ligne")
	c.Flags().BoolVar(&asLines, "jsonl", false, "lit un objet JSON par ligne, répond ligne à ligne")
	c.Flags().BoolVar(&trace, "trace", false, "montre quels mots ont donné quels faits, et le sort de chaque règle")
	c.MarkFlagsMutuallyExclusive("json", "jsonl", "trace")
	c.RunE = func(c *cobra.Command, args []string) error {
		on, err := date()
		if err != nil {
			return err
		}
		given, err := a.base.ParseFacts(facts.text)
		if err != nil {
			return errors.New("--facts : " + discreet(err))
		}
		if asLines {
			if len(args) > 0 {
				return errors.New("--jsonl lit les questions sur l'entrée, une par ligne ; ne donnez pas de question en argument")
			}
			return a.askLines(c.Context(), given, on)
		}
		text := strings.TrimSpace(strings.Join(args, " "))
		if text == "" && given.IsEmpty() {
			return errors.New(`il faut une question : motus ask "peut-on informer le maire ?"`)
		}
		if !utf8.ValidString(text) {
			return errors.New("la question n'est pas en UTF-8 : les accents s'y perdraient ; réglez le terminal sur UTF-8")
		}
		q := a.read(text, nil, given)
		r := bot.Compose(a.base, q, on, a.today())
		if asJSON {
			return a.writeJSON(r.JSON(nil, on))
		}
		out := &renderer{width: a.Width, color: a.Color}
		out.reply(&r)
		if trace {
			out.trace(a.base, text, q, &r)
		}
		_, err = fmt.Fprint(a.Out, out.String())
		return err
	}
	return c
}

// discreet says what is wrong with facts without repeating what was typed.
func discreet(err error) string {
	if bad, ok := errors.AsType[*rules.FactError](err); ok {
		if bad.Astray {
			return bad.Discreet() + " ; « motus rules faits » montre les faits et leurs valeurs"
		}
		return bad.Discreet()
	}
	return "on attend cle=valeur,cle=valeur"
}

// read understands a text after the earlier ones of its thread, with the facts given.
func (a *app) read(text string, earlier []string, given rules.FactSet) comprehension.Question {
	if text == "" && len(earlier) == 0 {
		return comprehension.ReadFacts(given)
	}
	var q comprehension.Question
	for _, t := range append(append([]string{}, earlier...), text) {
		q = a.reader.Read(t, q)
	}
	return a.reader.With(q, given)
}

func (a *app) writeJSON(v any) error {
	enc := json.NewEncoder(a.Out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil || a.out.failed {
		return exit(codeUsage) // no use in reading on
	}
	return nil
}
