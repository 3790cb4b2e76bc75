package comprehension

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules"
	"motus/rules/internal/strictyaml"
)

// term is one way to say something: words in a row, with gaps.
type term struct {
	parts  []part
	weight int  // words that must be there: the longer term is the surer
	solid  bool // no gap
	denies int  // negations that it holds itself: « rien d'imminent »
	entry  *entry
}

// part is one word of a term, or a gap.
type part struct {
	options []string // any of these
	prefix  []bool   // options[i] stands for all that begins with it
	lo, hi  int      // or a number between these, in digits or in words: « #0-14 »
	la      bool     // « la », « le », « les » or « l' » must stand before it: « la_frappe »
	bare    bool     // it opens a clause with no article before it: « ^ médecin »
	gap     bool     // up to maxGap words, over a comma too
}

const maxGap = 9

// entry is what a group of terms gives.
type entry struct {
	gives    string
	facts    []rules.Value
	key      string // of the fact, or « modalite », « notion », « hors_champ », « danger »
	modality Modality
	danger   bool // the fact says a danger: a negation before it leaves it unknown
	prevails bool // a channel that counts whoever is written to: « un WhatsApp à ma collègue »
	told     bool // it counts only as the one spoken to, or who asks: « dire au médecin », not « le médecin dit »
}

var modalities = map[string]Modality{"peut": May, "doit": Must, "refuse": Refuse, "interdit": Forbidden}

// lexicon holds the terms of droit/lexique, by the first word that may begin them.
type lexicon struct {
	byWord map[string][]term
	open   []term // those that begin by a prefix
}

// loadLexicon reads every file of the folder lexique. The error joins every *rules.Fault.
func loadLexicon(fsys fs.FS, b *rules.Base) (*lexicon, error) {
	entries, err := fs.ReadDir(fsys, "lexique")
	if err != nil {
		return nil, fmt.Errorf("lire le lexique : %w", err)
	}
	lex := &lexicon{byWord: map[string][]term{}}
	var faults []error
	for _, e := range entries {
		r, root := strictyaml.ReadFile(fsys, path.Join("lexique", e.Name()), &faults)
		for _, item := range r.List(root) {
			lex.add(r, item, b)
		}
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return lex, nil
}

// add reads one entry: donne (what is given) and mots (how it is said).
func (lex *lexicon) add(r *strictyaml.Reader, item *yaml.Node, b *rules.Base) {
	f := r.Fields(item, "donne", "mots", "si_on_lui_parle", "l_emporte")
	e := &entry{
		gives:    f.MustText("donne"),
		told:     r.YesNo(f.Got["si_on_lui_parle"], false),
		prevails: r.YesNo(f.Got["l_emporte"], false),
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
	for _, n := range mots {
		t := parseTerm(r.Text(n))
		if len(t.parts) == 0 || t.parts[0].gap {
			r.At(n, "terme vide, ou qui commence par « … »", "Un terme commence par un mot : « femme … frappée ».")
			continue
		}
		t.entry = e
		lex.index(t)
	}
}

// mean works out what the entry gives. It returns what is wrong with it, and how to mend it.
func (e *entry) mean(b *rules.Base) (problem, mend string) {
	key, value, isFact := strings.Cut(e.gives, "=")
	e.key = key
	switch {
	case key == "modalite":
		m, ok := modalities[value]
		if !ok {
			return "modalité inconnue « " + value + " »", "On attend peut, doit, refuse ou interdit."
		}
		e.modality = m
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
	case key != "notion" && key != "hors_champ" && key != "danger":
		return "« " + key + " » n'est ni un fait, ni notion, hors_champ ou danger", "Écrivez fait=valeur."
	}
	return "", ""
}

func parseTerm(s string) term {
	t := term{solid: true}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\'' || r == '’' }) {
		if w == "…" {
			t.parts = append(t.parts, part{gap: true})
			t.solid = false
			continue
		}
		if w == boundary {
			t.parts = append(t.parts, part{options: []string{boundary}, prefix: []bool{false}})
			continue
		}
		var p part
		if verb, ok := strings.CutPrefix(w, "la_"); ok {
			p.la, w = true, verb
		}
		if strings.HasPrefix(w, "#") {
			if n, err := fmt.Sscanf(w, "#%d-%d", &p.lo, &p.hi); n == 2 && err == nil {
				t.parts = append(t.parts, p)
				t.weight++
			}
			continue
		}
		for _, o := range strings.Split(w, "|") {
			star := strings.HasSuffix(o, "*")
			f := foldWord(strings.TrimSuffix(o, "*"))
			if o == boundary {
				f = boundary
			}
			if f == "" || articles[f] {
				continue
			}
			p.options, p.prefix = append(p.options, f), append(p.prefix, star)
		}
		if len(p.options) > 0 {
			p.bare = len(t.parts) == 1 && slices.Equal(t.parts[0].options, []string{boundary})
			t.parts = append(t.parts, p)
			t.weight++
			if negations[p.options[0]] {
				t.denies++
			}
		}
	}
	return t
}

func (lex *lexicon) index(t term) {
	p := t.parts[0]
	for i, o := range p.options {
		if p.prefix[i] {
			lex.open = append(lex.open, t)
			return
		}
		lex.byWord[o] = append(lex.byWord[o], t)
	}
}

// match is a term found in tokens[from:to].
type match struct {
	from, to int
	weight   int
	solid    bool
	denies   int
	entry    *entry
}

// find returns every term of the lexicon in the text, in the order of the text.
func (lex *lexicon) find(tokens []token) []match {
	var out []match
	for i := range tokens {
		for _, group := range [][]term{lex.byWord[tokens[i].word], lex.open} {
			for k := range group {
				if end, ok := group[k].at(tokens, i); ok {
					out = append(out, match{i, end, group[k].weight, group[k].solid, group[k].denies, group[k].entry})
				}
			}
		}
	}
	return out
}

// at says whether the term stands at tokens[i], and where it ends.
func (t *term) at(tokens []token, i int) (end int, ok bool) {
	return matchParts(t.parts, tokens, i)
}

func matchParts(parts []part, tokens []token, i int) (int, bool) {
	for k := range parts {
		p := &parts[k]
		if p.gap {
			for skip := 0; skip <= maxGap && i+skip < len(tokens); skip++ {
				if end, ok := matchParts(parts[k+1:], tokens, i+skip); ok {
					return end, true
				}
				if i+skip < len(tokens) && tokens[i+skip].word == without {
					break // « prévenir le procureur sans l'accord des parents » tells the parents nothing
				}
			}
			return 0, false
		}
		if i >= len(tokens) || !p.is(tokens[i].word) || p.la && !tokens[i].la || p.bare && tokens[i].det {
			return 0, false
		}
		i++
	}
	return i, true
}

var numbers = strings.Fields("zero un deux troi quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dixsept dixhuit")

// number reads a whole number, in digits or in words up to eighteen.
func number(word string) (int, bool) {
	if n, err := strconv.Atoi(word); err == nil {
		return n, true
	}
	if i := slices.Index(numbers, word); i >= 0 {
		return i, true
	}
	return 0, false
}

func (p *part) is(word string) bool {
	if p.hi > 0 {
		n, ok := number(word)
		return ok && p.lo <= n && n <= p.hi
	}
	for i, o := range p.options {
		if word == o || p.prefix[i] && strings.HasPrefix(word, o) {
			return true
		}
	}
	return false
}
