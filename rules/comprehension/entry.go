package comprehension

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules"
	"motus/rules/internal/strictyaml"
)

// saying is where a phrase was claimed, and for what.
type saying struct{ gives, place string }

// entry is what a group of terms gives.
type entry struct {
	gives     string
	facts     []rules.Value
	key       string // of the fact, or « modalite », « notion », « hors_champ », « danger », « theme »
	value     string
	modality  Modality   // as someone holds it
	asked     Modality   // as one asks it: « on n'est pas obligés, si ? » asks of a duty
	danger    bool       // the fact says a danger: a negation before it leaves it unknown
	prevails  bool       // a channel that counts whoever is written to: « un WhatsApp à ma collègue »
	elsewhere string     // for what is out of scope: where to turn
	weak      bool       // it counts only where nothing surer says a danger
	strong    bool       // out of scope whatever else was said
	yields    bool       // but for a danger told before: « elle s'ouvre les veines, raconte-moi une blague »
	but       []sequence // none of these may stand in the sentence of a match: « l'an dernier »
	told      bool       // it counts only as the one spoken to, or who asks: « dire au médecin », not « le médecin dit »
}

// modalities are what one holds, and what one asks, in each way.
var modalities = map[string]struct{ held, asked Modality }{
	"peut": {May, May}, "doit": {Must, Must}, "refuse": {Refuse, Refuse}, "interdit": {Forbidden, Forbidden},
	"peut_pas": {Forbidden, May}, "doit_pas": {Refuse, Must}, "devoir_nie": {Forbidden, Must}, "interdit_pas": {May, Forbidden}, "aucune": {Open, Open},
}

// add reads one entry: donne (what is given) and mots (how it is said).
func (lex *lexicon) add(r *strictyaml.Reader, item *yaml.Node, b *rules.Base) {
	f := r.Fields(item, "donne", "mots", "si_on_lui_parle", "l_emporte", "toujours", "sauf_danger", "faible", "ailleurs", "sauf")
	e := &entry{
		gives:     f.MustText("donne"),
		told:      r.YesNo(f.Got["si_on_lui_parle"], false),
		prevails:  r.YesNo(f.Got["l_emporte"], false),
		elsewhere: r.Text(f.Got["ailleurs"]),
		weak:      r.YesNo(f.Got["faible"], false),
		strong:    r.YesNo(f.Got["toujours"], false),
		yields:    r.YesNo(f.Got["sauf_danger"], false),
	}
	mots := r.List(f.Must("mots"))
	for _, key := range []string{"donne", "mots"} {
		if n := f.Got[key]; n != nil && n.Value == "" && len(n.Content) == 0 {
			r.At(n, "« "+key+" » est vide", "Exemple : {donne: destinataire=maire, mots: [maire, mairie]}")
		}
	}
	if e.gives == "" {
		return
	}
	if problem, mend := e.mean(b); problem != "" {
		r.At(f.Got["donne"], problem, mend)
		return
	}
	lex.bar(r, f.Got["sauf"], e)
	for _, n := range mots {
		text := r.Text(n)
		problem := ""
		for _, way := range ways(text) {
			var t term
			if t, problem = lex.parseTerm(way); problem != "" {
				r.At(n, problem, "Un terme commence par un mot : « femme … frappée ».")
				break
			}
			t.entry = e
			lex.terms = append(lex.terms, t)
			if spoken := withoutNe(way); spoken != way && lex.said[e.claimed(spoken)] == (saying{}) {
				if t, problem := lex.parseTerm(spoken); problem == "" {
					t.entry = e
					lex.terms = append(lex.terms, t)
				}
			}
		}
		if problem == "" {
			lex.claim(r, n, e, text)
		}
	}
}

// withoutNe says a term as most do aloud, and many in writing: « elle veut pas » for « elle ne veut pas ».
// « plus » is kept beside its « ne »: alone, it may mean more.
func withoutNe(text string) string {
	first, rest, more := strings.Cut(text, "&")
	words := strings.Fields(strings.NewReplacer("'", " ", "’", " ").Replace(first))
	denied := slices.ContainsFunc(words, func(w string) bool {
		f := foldWord(w)
		return f == "pas" || f == "rien" || f == never || f == "aucun" || f == "aucune"
	})
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "ne" || w == "n" })
	if !denied || len(kept) == len(words) || len(kept) < 2 {
		return text
	}
	if out := strings.Join(kept, " "); more {
		return out + " &" + rest
	} else {
		return out
	}
}

// claim notes that a phrase gives something, and finds fault with one that gives two things of one
// kind, or the same thing twice.
func (lex *lexicon) claim(r *strictyaml.Reader, n *yaml.Node, e *entry, text string) {
	key := e.claimed(text)
	if was, ok := lex.said[key]; ok {
		if was.gives == e.gives {
			r.At(n, "« "+text+" » est déjà dit, "+was.place, "Retirez l'un des deux.")
		} else {
			r.At(n, "« "+text+" » donne déjà « "+was.gives+" », "+was.place, "Une phrase ne donne qu'une valeur d'un fait : retirez l'une des deux.")
		}
		return
	}
	lex.said[key] = saying{e.gives, fmt.Sprintf("%s:%d", r.File, n.Line)}
}

// claimed is what a phrase is known by among those that give one kind of thing.
func (e *entry) claimed(text string) string {
	return e.key + " " + strings.ToLower(strings.Join(strings.Fields(text), " "))
}

// mean works out what the entry gives. It returns what is wrong with it, and how to mend it.
func (e *entry) mean(b *rules.Base) (problem, mend string) {
	key, value, isFact := strings.Cut(e.gives, "=")
	e.key, e.value = key, value
	switch {
	case key == "modalite":
		m, ok := modalities[value]
		if !ok {
			return "modalité inconnue « " + value + " »", "On attend peut, peut_pas, doit, doit_pas, devoir_nie, refuse, interdit, interdit_pas ou aucune."
		}
		e.modality, e.asked = m.held, m.asked
	case key == "opinion":
		if !slices.Contains(opinions, value) {
			return "opinion inconnue « " + value + " »", "On attend " + strings.Join(opinions, ", ") + "."
		}
	case key == "suite":
		if turns[value] == 0 {
			return "suite inconnue « " + value + " »", "On attend autre, precise, dement, retrouve, inverse, ravise, accepte ou ignore."
		}
	case key == "theme":
		if !slices.ContainsFunc(rules.Themes, func(t rules.Theme) bool { return t.ID == value }) {
			return "thème inconnu « " + value + " »", "Les thèmes sont ceux de « motus rules list »."
		}
	case key == "demande":
		if b.Fact(rules.Key(value)) == nil {
			return "fait inconnu « " + value + " »", "Les faits sont dans droit/faits.yaml."
		}
	case key == "fiche" || key == "sujet":
		if b.Card(value) == nil {
			return "fiche inconnue « " + value + " »", "Les fiches sont dans droit/fiches."
		}
	case isFact:
		f, err := b.ParseFacts(e.gives)
		if err != nil {
			return err.Error(), "Les faits sont dans droit/faits.yaml, les raccourcis dans droit/raccourcis.yaml."
		}
		for _, kv := range b.Known(f) {
			v, err := b.Value(kv.Key, kv.Value)
			if err != nil {
				return err.Error(), ""
			}
			e.facts = append(e.facts, v)
			if fact := b.Fact(rules.Key(kv.Key)); fact.Kind == rules.Danger && kv.Value == "oui" {
				e.danger = true
			}
		}
	case key != "notion" && key != "explication" && key != "hors_champ" && key != "danger" && key != "ordre" && key != "politesse" && key != "silence" && key != "mensonge":
		return "« " + key + " » n'est ni un fait, ni notion, explication, hors_champ, danger, ordre, politesse, silence ou mensonge", "Écrivez fait=valeur."
	}
	return "", ""
}
