package cli

import (
	"errors"
	"fmt"
	"math/big"
	"runtime/debug"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"motus/bot"
	"motus/rules"
)

func (a *app) rulesCommand() *cobra.Command {
	c := &cobra.Command{Use: "rules", Short: "montre et prouve la base de règles", Args: noArgs,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() }}
	c.AddCommand(a.rulesCheck(), a.rulesList(), a.rulesShow(), a.rulesFacts())
	return c
}

func (a *app) rulesCheck() *cobra.Command {
	c := &cobra.Command{Use: "check", Short: "prouve que la base est saine", Args: noArgs}
	date := a.dateFlag(c)
	c.Flags().Lookup("date").Usage = "ne prouve que le droit de ce `jour`-là, AAAA-MM-JJ (par défaut : de tous les jours)"
	c.RunE = func(c *cobra.Command, _ []string) error {
		var days []rules.Date
		if c.Flags().Changed("date") {
			on, err := date()
			if err != nil {
				return err
			}
			days = append(days, on)
		}
		r := a.base.Check(days...)
		if !r.OK() {
			for _, f := range r.Faults {
				fmt.Fprintln(a.Err, f)
			}
			fmt.Fprintf(a.Err, "\n%d faute(s) dans la base de règles.\n", len(r.Faults))
			return exit(codeFault)
		}
		out := &renderer{width: a.Width, color: a.Color}
		a.report(out, &r, days)
		_, err := fmt.Fprint(a.Out, out.String())
		return err
	}
	return c
}

// report says what was proved, with counts.
func (a *app) report(out *renderer, r *rules.Report, days []rules.Date) {
	p := func(head, format string, args ...any) {
		out.item("  "+head+strings.Repeat(" ", 16-utf8.RuneCountInString(head)), fmt.Sprintf(format, args...))
	}
	out.para("La base de règles est saine.")
	out.blank()
	p("faits", "%d, soit %d valeurs", r.Facts, r.Values)
	p("combinaisons", "%s par date, parcourues en %d parties", power(r.Combinations), r.Leaves)
	if len(days) == 0 {
		p("dates", "%d où la base change, dont %d jeux de règles différents, tous prouvés", len(r.Dates), r.Proved)
	} else {
		p("date", "le droit au %s, et lui seul", days[0].French())
	}
	of := func(proved, written int) string { // « 148 de ce jour-là, sur 161 »
		if len(days) == 0 {
			return fmt.Sprint(proved)
		}
		return fmt.Sprintf("%d de ce jour-là, sur %d", proved, written)
	}
	idle := "" // an exception is looked at on all days together
	if len(days) == 0 {
		idle = ", aucune écrite pour rien"
	}
	p("règles", "%s, aucune morte, aucune sans fondement ; %d exceptions entre elles%s", of(r.Rules, r.Written.Rules), r.Exceptions, idle)
	p("verdicts", "un seul par combinaison : ni conflit, ni vide, ni cercle")
	p("impossibilités", "%d combinaisons déclarées impossibles, chacune avec sa raison", r.Exclusions)
	p("énoncés", "%d/%d du document de 2008", r.Carried, r.Statements)
	p("thèmes", "%d/%d", r.Themes, len(rules.Themes))
	p("dispositions", "%d, dont %d citées et %d que rien ne cite", r.Provisions, r.Cited, r.Provisions-r.Cited)
	p("fiches", "%d", r.Cards)
	p("invariants", "%s, tous tenus", of(r.Invariants, r.Written.Invariants))
	for _, less := range r.Partial {
		p("", "%s", less)
	}
	if len(days) == 0 {
		p("cas réglés", "%d sur deux dates, et %d exemples dans les règles", r.Cases, r.Examples)
	} else {
		p("cas réglés", "%s, et %d exemples dans les règles, sur %d", of(r.Cases, r.Written.Cases), r.Examples, r.Written.Examples)
	}
}

// power prints a huge count as a power of ten.
func power(n *big.Int) string {
	s := n.String()
	if len(s) < 7 {
		return s
	}
	return fmt.Sprintf("%s,%s × 10^%d", s[:1], s[1:2], len(s)-1)
}

func (a *app) rulesList() *cobra.Command {
	c := &cobra.Command{Use: "list", Short: "liste les règles et les fiches, par thème", Args: noArgs}
	date := a.dateFlag(c)
	c.RunE = func(*cobra.Command, []string) error {
		on, err := date()
		if err != nil {
			return err
		}
		out := &renderer{width: a.Width, color: a.Color}
		line := func(id, kind, says string) { out.item(fmt.Sprintf("  %-34s %-13s ", id, kind), says) }
		for _, t := range rules.Themes {
			out.title(t.Label + " (" + t.ID + ")")
			for r := range a.base.Rules() {
				if r.Theme == t.ID && r.Force.Has(on) {
					line(string(r.ID), r.Verdict.String(), r.Says)
				}
			}
			for _, k := range a.base.Cards() {
				if k.Theme == t.ID {
					line(k.ID, "fiche", k.Title)
				}
			}
		}
		_, err = fmt.Fprint(a.Out, out.String())
		return err
	}
	return c
}

func (a *app) rulesShow() *cobra.Command {
	c := &cobra.Command{Use: "show ID", Short: "montre une règle, une fiche ou une disposition",
		Example: "  motus rules show maire.revelation\n  motus rules show sanctions\n  motus rules show \"CP 226-14\""}
	date := a.dateFlag(c)
	c.RunE = func(_ *cobra.Command, args []string) error {
		on, err := date()
		if err != nil {
			return err
		}
		if len(args) == 0 {
			return errors.New("il faut un identifiant ; « motus rules list » les montre")
		}
		id := strings.Join(args, " ")
		out := &renderer{width: a.Width, color: a.Color}
		lower := strings.ToLower(id) // as rules and cards are named
		switch {
		case a.base.Rule(rules.RuleID(lower)) != nil:
			a.showRule(out, a.base.Rule(rules.RuleID(lower)), on)
		case a.base.Card(lower) != nil:
			a.showCard(out, a.base.Card(lower), on)
		default:
			found := a.base.FindProvisions(id)
			if len(found) == 0 {
				if near := a.base.Nearest(id); near != "" {
					return fmt.Errorf("aucune règle, fiche ni disposition de ce nom : voulez-vous dire « %s » ?", near)
				}
				return errors.New("aucune règle, fiche ni disposition de ce nom ; « motus rules list » les montre")
			}
			for _, p := range found {
				showProvision(out, p, on)
			}
		}
		_, err = fmt.Fprint(a.Out, out.String())
		return err
	}
	return c
}

func (a *app) showRule(out *renderer, r *rules.Rule, on rules.Date) {
	out.title(string(r.ID) + " : " + r.Verdict.Label())
	out.para(r.Says)
	if !r.Force.Has(on) {
		out.para("Cette règle ne s'applique pas au " + on.French() + ".")
	}
	out.list("Si :", a.base.Describe(r))
	if r.Due != "" {
		out.para("À faire : " + r.Due + ".")
	}
	out.para(r.Advice)
	out.list("Deux lectures :", r.Readings)
	if w := r.Weighing; w != nil {
		out.para("Qui décide : " + w.Who + ". Quand : " + w.When + ". D'ici là : " + w.Without + ".")
	}
	out.list("Textes :", citations(a.base.Cite(r.Texts, on)))
	if r.Alone {
		out.para(bot.NoText(a.base, r.Source) + ".")
	}
	out.list("Énoncés du document :", a.statements(r.Source))
	out.para("Validité : " + validity(r.Force) + ".")
	if !r.ReadSince.IsZero() {
		out.para("Le droit d'avant " + r.ReadSince.MonthYear() + " n'a pas été lu sur ce point.")
	}
	out.list("L'emporte sur :", ids(r.Excepts))
	out.list("Cède devant :", ids(a.base.ExceptedBy(r)))
	out.para(fmt.Sprintf("Écrite dans rules/droit/%s, ligne %d.", r.Place.File, r.Place.Line))
}

// statements says what the document says where ids name it.
func (a *app) statements(named []string) []string {
	var out []string
	for _, st := range a.base.Statements() {
		if slices.Contains(named, st.ID) {
			out = append(out, st.ID+" : "+st.Says)
		}
	}
	return out
}

func validity(s rules.Span) string {
	switch {
	case s.From.IsZero() && s.To.IsZero():
		return "déjà en vigueur le 6 mars 2008, sans fin connue"
	case s.To.IsZero():
		return "depuis le " + s.From.French()
	case s.From.IsZero():
		return "jusqu'au " + s.To.French()
	}
	return "du " + s.From.French() + " au " + s.To.French()
}

func ids(list []rules.RuleID) []string {
	var out []string
	for _, id := range list {
		out = append(out, string(id))
	}
	return out
}

func (a *app) showCard(out *renderer, k *rules.Card, on rules.Date) {
	out.title(k.Title)
	out.para(k.Says)
	if k.Keep != "" {
		out.para("À retenir : " + k.Keep)
	}
	if k.In2008 != "" {
		out.para("En 2008 : " + k.In2008)
	}
	out.para(k.Gap)
	out.list("Textes :", citations(a.base.Cite(k.Texts, on)))
	out.list("Énoncés du document :", a.statements(k.Source))
	out.list("Voir aussi :", k.See)
	out.para(fmt.Sprintf("Écrite dans rules/droit/%s, ligne %d.", k.Place.File, k.Place.Line))
}

func showProvision(out *renderer, p *rules.Provision, on rules.Date) {
	out.title(p.Name() + " : " + p.Title)
	v, ok := p.At(on)
	switch {
	case ok:
		out.para(v.Says)
	case !p.Until.IsZero() && p.Until.Before(on):
		out.para("En vigueur jusqu'au " + p.Until.French() + ".")
	default:
		out.para("Pas encore en vigueur au " + on.French() + ".")
	}
	if p.Becomes != "" {
		out.para("Aujourd'hui : " + p.Becomes + ".")
	}
	var versions []string
	for i, v := range p.Versions {
		since := "avant le 6 mars 2008"
		if !v.From.IsZero() {
			since = "depuis le " + v.From.French()
			switch v.Sure {
			case rules.ToTheMonth:
				since = "depuis " + v.From.MonthYear()
			case rules.AtLatest:
				since = "à une date non établie, au plus tard le " + v.From.French()
			}
			if v.Words {
				since += ", pour le seul vocabulaire"
			}
		}
		if i == len(p.Versions)-1 && !p.Until.IsZero() {
			since += ", jusqu'au " + p.Until.French()
		}
		versions = append(versions, strings.TrimSuffix(strings.Join(nonEmpty(since, v.Law, v.Change), " ; "), "."))
	}
	out.list("Versions :", versions)
	if p.Document.Section != "" {
		out.para("Le document de 2008 en parle, section " + p.Document.Section + ".")
	}
	out.para(p.Document.Gap)
	if !p.Repealed.IsZero() {
		out.para("Abrogée le " + p.Repealed.French() + ", citée pour l'histoire.")
	}
	verified := "Vérifiée jusqu'au " + p.Verified.UpTo.French()
	if p.Verified.Unchanged {
		verified += ", inchangée depuis 2008"
	}
	out.para(verified + ", confiance " + p.Verified.Confidence + ".")
	out.para(p.Verified.Note)
	out.para(p.URL)
}

func nonEmpty(list ...string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (a *app) rulesFacts() *cobra.Command {
	c := &cobra.Command{Use: "faits", Short: "liste les faits et leurs valeurs, pour --facts", Args: noArgs}
	date := a.dateFlag(c)
	c.Flags().Lookup("date").Usage = "admise partout ; les faits, eux, ne dépendent pas du `jour`"
	c.RunE = func(*cobra.Command, []string) error {
		if _, err := date(); err != nil {
			return err
		}
		out := &renderer{width: a.Width, color: a.Color}
		for _, f := range a.base.Facts() {
			out.item(string(f.Key)+" : ", f.Question)
			for _, v := range f.Values {
				out.item(fmt.Sprintf("  %-34s ", v.ID), v.Label)
			}
		}
		out.para("Façons courtes :")
		for _, s := range a.base.Shortcuts() {
			out.item("  ", s)
		}
		_, err := fmt.Fprint(a.Out, out.String())
		return err
	}
	return c
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{Use: "version", Short: "dit la version du programme, de la base et la date du droit", Args: noArgs,
		RunE: func(*cobra.Command, []string) error {
			version, commit := build(debug.ReadBuildInfo())
			_, err := fmt.Fprintf(a.Out, "motus %s\ncommit %s\nbase de règles %s\ndroit vérifié jusqu'au %s au plus tard ; « motus rules show » dit le jour de chaque texte\n", version, commit, a.base.Version, a.base.VerifiedTo)
			return err
		}}
}

// build says from what the program was built, as the compiler wrote it down.
func build(info *debug.BuildInfo, ok bool) (version, commit string) {
	version, commit = "développement", "inconnu : « make build » l'inscrit dans le programme, « go run » non"
	if !ok {
		return version, commit
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		version = v
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			commit = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			commit += ", avec des changements"
		}
	}
	return version, commit
}
