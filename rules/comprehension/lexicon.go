package comprehension

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"motus/rules"
	"motus/rules/internal/strictyaml"
)

// symbol is a word, a family of words, or a class of the lexicon, numbered at loading.
type symbol uint16

// Symbols that every lexicon has.
const (
	symNone symbol = iota
	symBoundary
	symNumber
	symFirst // the first one that a lexicon gives out
)

// phrase is a class said in several words: « assistante sociale ».
type phrase struct {
	rest  []symbol // the words after the first
	small small    // the small words around one that stands alone: « au trou »
	class symbol
}

// lexicon holds what droit/lexique says: classes of words, and the terms that give facts.
type lexicon struct {
	names   map[string]symbol // every symbol, by the way it is written
	exact   map[string][]symbol
	prefix  map[string][]symbol
	longest int        // of the prefixes
	phrases [][]phrase // by their first word
	above   [][]symbol // the classes that hold a symbol, and those that hold them
	members []int      // how many words a symbol may stand for
	plain   []bool     // alternatives written in a term, not a class
	whole   []bool     // a class whose phrases are taken whole: their words mean nothing else there

	terms  []term
	byNeed [][]int32 // for each symbol, the terms whose rarest need it is

	supposed []supposition
	yesNo    map[rules.Key]yesNo
	worded   []wordedAnswer
	forgets  []forgetting

	// Classes that the reader itself knows by name.
	tell, warn, ask, request, inform, according, mandated, with, child, person, job, topic, agreement, document, holds, holdBack, among, enough, past, ended, again, minor symbol

	pool sync.Pool // of *[]place, one for each symbol; a reading need not clear it

	tokenizer
	typos
	classes map[string]symbol
	defined map[symbol]bool
	said    map[string]saying // each phrase claimed, to find one claimed twice
}

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
	but       []sequence // none of these may stand in the sentence of a match: « l'an dernier »
	told      bool       // it counts only as the one spoken to, or who asks: « dire au médecin », not « le médecin dit »
}

// modalities are what one holds, and what one asks, in each way.
var modalities = map[string]struct{ held, asked Modality }{
	"peut": {May, May}, "doit": {Must, Must}, "refuse": {Refuse, Refuse}, "interdit": {Forbidden, Forbidden},
	"peut_pas": {Forbidden, May}, "doit_pas": {Refuse, Must}, "interdit_pas": {May, Forbidden}, "aucune": {Open, Open},
}

// loadLexicon reads every file of the folder lexique. The error joins every *rules.Fault.
func loadLexicon(fsys fs.FS, b *rules.Base) (*lexicon, error) {
	entries, err := fs.ReadDir(fsys, "lexique")
	if err != nil {
		return nil, fmt.Errorf("lire le lexique : %w", err)
	}
	lex := &lexicon{
		names: map[string]symbol{}, yesNo: map[rules.Key]yesNo{}, exact: map[string][]symbol{}, prefix: map[string][]symbol{}, phrases: make([][]phrase, symFirst),
		classes: map[string]symbol{}, defined: map[symbol]bool{}, tokenizer: tokenizer{short: map[string][]spelling{}}, typos: typos{map[string][]string{}, map[string][]string{}, map[string][]string{}, map[string][]string{}}, said: map[string]saying{},
		above: make([][]symbol, symFirst), members: make([]int, symFirst), plain: make([]bool, symFirst), whole: make([]bool, symFirst),
	}
	lex.alike = func(word string) bool { _, alike := lex.heard(word); return alike }
	lex.known = func(word string) bool { return len(lex.exact[word]) > 0 }
	var faults []error
	type file struct {
		r     *strictyaml.Reader
		items []*yaml.Node
	}
	var files []file
	for _, e := range entries {
		r, root := strictyaml.ReadFile(fsys, path.Join("lexique", e.Name()), &faults)
		files = append(files, file{r, r.List(root)})
	}
	// Short forms and classes first: terms are written with them, whatever the file.
	for _, f := range files {
		for _, item := range f.items {
			switch kindOf(item) {
			case "classe":
				lex.define(f.r, item)
			case "ecrit":
				lex.shorten(f.r, item)
			}
		}
	}
	for _, f := range files {
		for _, item := range f.items {
			if kindOf(item) == "classe" {
				lex.class(f.r, item)
			}
		}
	}
	for _, f := range files {
		for _, item := range f.items {
			switch kindOf(item) {
			case "reponse":
				lex.answers(f.r, item, b)
			case "a_defaut":
				lex.suppose(f.r, item, b)
			case "oublie":
				lex.forget(f.r, item, b)
			case "":
				lex.add(f.r, item, b)
			}
		}
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	for _, c := range lex.reserved() {
		if *c.sym = lex.classes[c.name]; *c.sym == symNone {
			faults = append(faults, &strictyaml.Fault{Place: strictyaml.Place{File: "lexique"},
				Problem: "il manque la classe « " + c.name + " »", Mend: "La lecture la connaît par ce nom : {classe: " + c.name + ", mots: […]}."})
		}
	}
	lex.close()
	return lex, errors.Join(faults...)
}

// kindOf says what an item of the lexicon is: classe, ecrit, a_defaut, reponse, oublie, or else terms.
func kindOf(item *yaml.Node) string {
	if item.Kind == yaml.MappingNode {
		for i := 0; i < len(item.Content); i += 2 {
			if k := item.Content[i].Value; k == "classe" || k == "ecrit" || k == "a_defaut" || k == "reponse" || k == "oublie" {
				return k
			}
		}
	}
	return ""
}

// shorten reads a short form of messages: {ecrit: jpeux, vaut: je peux}.
func (lex *lexicon) shorten(r *strictyaml.Reader, item *yaml.Node) {
	f := r.Fields(item, "ecrit", "vaut")
	full := foldAll(f.MustText("vaut"))
	for _, short := range r.Words(f.Must("ecrit")) {
		words := foldAll(short)
		if len(words) == 0 {
			r.At(f.Got["ecrit"], "« "+short+" » n'a aucun mot", "")
			continue
		}
		for _, s := range lex.short[words[0]] {
			if slices.Equal(s.rest, words[1:]) && !slices.Equal(s.full, full) {
				r.At(f.Got["ecrit"], "« "+short+" » est déjà écrit plus haut, autrement", "Gardez l'un des deux.")
			}
		}
		lex.short[words[0]] = append(lex.short[words[0]], spelling{words[1:], full})
	}
}

// foldAll folds the words of a phrase, articles kept.
func foldAll(s string) []string {
	words := apart(s)
	for i := range words {
		words[i] = foldWord(words[i])
	}
	return words
}

// apart cuts what the lexicon writes into words and signs.
func apart(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\'' || r == '’' })
}

// written cuts what the lexicon writes as a text is cut, short forms written out: no text holds « tel »
// once « téléphone » stands for it.
func (lex *lexicon) written(s string) []string {
	words := apart(s)
	raws := make([]raw, len(words))
	for i, w := range words {
		if !strings.ContainsAny(w, "*|{}_#^") {
			raws[i].word = foldWord(w)
		}
	}
	var out []string
	for i := 0; i < len(words); {
		if full, n := lex.spell(raws[i:]); n > 0 {
			out = append(out, full...)
			i += n
			continue
		}
		out = append(out, words[i])
		i++
	}
	return out
}

// define notes a class by its name, so that any other may hold it.
func (lex *lexicon) define(r *strictyaml.Reader, item *yaml.Node) {
	f := r.Fields(item, "classe", "mots", "entier")
	name := f.MustText("classe")
	if name == "" {
		return
	}
	if _, twice := lex.classes[name]; twice {
		r.At(f.Got["classe"], "la classe « "+name+" » est déjà dite", "Ajoutez ses mots à la première.")
		return
	}
	sym := lex.symbolOf("{" + name + "}")
	lex.classes[name], lex.whole[sym] = sym, r.YesNo(f.Got["entier"], false)
}

// class reads the words of a class.
func (lex *lexicon) class(r *strictyaml.Reader, item *yaml.Node) {
	f := r.Fields(item, "classe", "mots", "entier")
	class := lex.classes[f.MustText("classe")]
	if class == symNone || lex.defined[class] {
		return
	}
	lex.defined[class] = true
	for _, n := range r.List(f.Must("mots")) {
		s := r.Text(n)
		if !lex.member(r, n, class, s) {
			return
		}
		if spoken := withoutNe(s); spoken != s {
			lex.member(r, n, class, spoken)
		}
	}
}

// member reads one word or phrase of a class, and reports whether it may be one.
func (lex *lexicon) member(r *strictyaml.Reader, n *yaml.Node, class symbol, s string) bool {
	var syms []symbol
	for _, w := range lex.written(s) {
		p, skip, problem := lex.parsePart(w)
		if problem == "" && (p.hi > 0 || p.la || p.to || w == "…" || w == "..") {
			problem = "une classe ne tient que des mots"
		}
		if problem != "" {
			r.At(n, problem, "Les classes sont des mots et des groupes de mots ; le reste va dans « donne ».")
			return false
		}
		if !skip {
			syms = append(syms, p.sym)
		}
	}
	around := smallOf(lex.written(s))
	switch {
	case len(syms) == 0:
		r.At(n, "« "+s+" » ne dit rien", "Les articles ne comptent pas.")
	case len(syms) == 1 && around == small{}:
		lex.above[syms[0]] = append(lex.above[syms[0]], class)
		lex.members[class] += max(lex.members[syms[0]], 1)
	default:
		lex.phrases[syms[0]] = append(lex.phrases[syms[0]], phrase{syms[1:], around, class})
		lex.members[class]++
	}
	return true
}

// symbolOf numbers a symbol by the way it is written.
func (lex *lexicon) symbolOf(name string) symbol {
	if s, ok := lex.names[name]; ok {
		return s
	}
	s := symbol(len(lex.above))
	lex.names[name] = s
	lex.above = append(lex.above, nil)
	lex.members = append(lex.members, 0)
	lex.phrases = append(lex.phrases, nil)
	lex.plain = append(lex.plain, strings.HasPrefix(name, "|"))
	lex.whole = append(lex.whole, false)
	return s
}

// word returns the symbol of one word as terms write it: maire, frapp*, {enfant}. It is symNone for
// an article.
func (lex *lexicon) word(w string) (sym symbol, problem string) {
	if name, ok := strings.CutPrefix(w, "{"); ok {
		name, closed := strings.CutSuffix(name, "}")
		class, ok := lex.classes[name]
		if !ok || !closed {
			return symNone, "classe inconnue « " + name + " »" + strictyaml.Suggest(name, slices.Sorted(maps.Keys(lex.classes)))
		}
		return class, ""
	}
	if w == boundary {
		return symBoundary, ""
	}
	stem, star := strings.CutSuffix(w, "*")
	f := foldWord(stem)
	if star {
		f = foldLetters(stem) // what begins so may be no plural
	}
	if f == "" || !star && articles[f] {
		return symNone, ""
	}
	if full, ok := elided[f]; ok && !star {
		f = full
	}
	if full, n := lex.spell([]raw{{word: f}}); n == 1 && len(full) == 1 && !star {
		f = full[0] // one of « fais|faire »
	}
	if star {
		sym = lex.symbolOf(f + "*")
		if lex.members[sym] == 0 {
			lex.members[sym] = 4
			lex.prefix[f] = append(lex.prefix[f], sym)
			lex.learnFamily(f)
			if alone := foldWord(stem); alone != f {
				lex.exact[alone] = append(lex.exact[alone], sym) // « soumis* » holds « soumis », which folds to « soumi »
			}
			lex.longest = max(lex.longest, len(f))
		}
		return sym, ""
	}
	sym = lex.symbolOf(f)
	if lex.members[sym] == 0 {
		lex.members[sym] = 1
		lex.exact[f] = append(lex.exact[f], sym)
		lex.learn(f)
	}
	return sym, ""
}

// anyOf returns the symbol of alternatives.
func (lex *lexicon) anyOf(name string, syms []symbol) symbol {
	sym := lex.symbolOf("|" + name)
	if lex.members[sym] > 0 {
		return sym
	}
	for _, s := range syms {
		lex.above[s] = append(lex.above[s], sym)
		lex.members[sym] += max(lex.members[s], 1)
	}
	return sym
}

// add reads one entry: donne (what is given) and mots (how it is said).
func (lex *lexicon) add(r *strictyaml.Reader, item *yaml.Node, b *rules.Base) {
	f := r.Fields(item, "donne", "mots", "si_on_lui_parle", "l_emporte", "toujours", "faible", "ailleurs", "sauf")
	e := &entry{
		gives:     f.MustText("donne"),
		told:      r.YesNo(f.Got["si_on_lui_parle"], false),
		prevails:  r.YesNo(f.Got["l_emporte"], false),
		elsewhere: r.Text(f.Got["ailleurs"]),
		weak:      r.YesNo(f.Got["faible"], false),
		strong:    r.YesNo(f.Got["toujours"], false),
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
			return "modalité inconnue « " + value + " »", "On attend peut, peut_pas, doit, doit_pas, refuse, interdit, interdit_pas ou aucune."
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
	case key != "notion" && key != "explication" && key != "hors_champ" && key != "danger" && key != "ordre" && key != "politesse" && key != "silence":
		return "« " + key + " » n'est ni un fait, ni notion, explication, hors_champ, danger, ordre, politesse ou silence", "Écrivez fait=valeur."
	}
	return "", ""
}

// close works out what a text is looked up by: the classes above each symbol, and for each symbol
// the terms that need it most.
func (lex *lexicon) close() {
	direct := lex.above
	lex.above = make([][]symbol, len(direct))
	for s := range direct {
		up := slices.Clone(direct[s])
		for i := 0; i < len(up); i++ {
			for _, higher := range direct[up[i]] {
				if !slices.Contains(up, higher) {
					up = append(up, higher)
				}
			}
		}
		slices.Sort(up)
		lex.above[s] = slices.Compact(up)
	}
	lex.byNeed = make([][]int32, len(direct))
	for i := range lex.terms {
		t := &lex.terms[i]
		rarest := t.needs[0]
		for _, s := range t.needs[1:] {
			if lex.members[s] < lex.members[rarest] {
				rarest = s
			}
		}
		lex.byNeed[rarest] = append(lex.byNeed[rarest], int32(i))
	}
}
