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
	next  symbol   // the word after the first, if there is one: most phrases go no further
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
	above   [][]symbol // the classes that hold a symbol
	members []int      // how many words a symbol may stand for
	plain   []bool     // alternatives written in a term, not a class
	whole   []bool     // a class whose phrases are taken whole: their words mean nothing else there

	terms  []term
	tags   [][]tag          // for each symbol, itself and the classes above it
	words  map[string][]tag // for each word that the lexicon holds, all it bears
	byNeed [][]tried        // for each symbol, the terms whose rarest need it is

	supposed []supposition
	yesNo    map[rules.Key]yesNo
	worded   []wordedAnswer
	forgets  []forgetting

	situations []situation
	hashes     []uint32 // of the name of each class, 0 for other symbols

	// Classes that the reader itself knows by name.
	tell, warn, act, ask, request, inform, according, mandated, with, child, person, job, topic, agreement, document, holds, holdBack, among, enough, past, ended, again, minor, report, now, little, qualified, deed, opening, aroundOpening, greeting, greeted symbol

	pool sync.Pool // of *reading

	tokenizer
	typos
	classes map[string]symbol
	defined map[symbol]bool
	said    map[string]saying // each phrase claimed, to find one claimed twice
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
			case "situation":
				lex.situation(f.r, item, b)
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

// kindOf says what an item of the lexicon is: classe, ecrit, a_defaut, reponse, oublie, situation, or else terms.
func kindOf(item *yaml.Node) string {
	if item.Kind == yaml.MappingNode {
		for i := 0; i < len(item.Content); i += 2 {
			if k := item.Content[i].Value; k == "classe" || k == "ecrit" || k == "a_defaut" || k == "reponse" || k == "oublie" || k == "situation" {
				return k
			}
		}
	}
	return ""
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
		p := phrase{rest: syms[1:], small: around, class: class}
		if len(p.rest) > 0 {
			p.next = p.rest[0]
		}
		lex.phrases[syms[0]] = append(lex.phrases[syms[0]], p)
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

// close works out what a text is looked up by: the classes above each symbol, and for each symbol
// the terms that need it most.
func (lex *lexicon) close() {
	lex.tags = make([][]tag, len(lex.above))
	for s, direct := range lex.above {
		up := slices.Clone(direct)
		for i := 0; i < len(up); i++ {
			for _, higher := range lex.above[up[i]] {
				if !slices.Contains(up, higher) {
					up = append(up, higher)
				}
			}
		}
		slices.Sort(up)
		lex.tags[s] = append(lex.tags[s], tag{symbol(s), true})
		for _, higher := range slices.Compact(up) {
			lex.tags[s] = append(lex.tags[s], tag{higher, lex.plain[higher] && slices.Contains(direct, higher)})
		}
	}
	lex.words = map[string][]tag{boundary: {{symBoundary, true}}}
	for _, w := range slices.Sorted(maps.Keys(lex.exact)) {
		lex.words[w] = slices.Clip(lex.tag(nil, w))
	}
	lex.hashes = make([]uint32, len(lex.tags))
	for _, name := range slices.Sorted(maps.Keys(lex.classes)) {
		lex.hashes[lex.classes[name]] = hash(name)
	}
	lex.byNeed = make([][]tried, len(lex.tags))
	for i := range lex.terms {
		t := &lex.terms[i]
		slices.SortStableFunc(t.needs, func(a, b symbol) int { return int(lex.members[a]) - int(lex.members[b]) })
		need := func(k int) symbol { return t.needs[min(k, len(t.needs)-1)] }
		lex.byNeed[need(0)] = append(lex.byNeed[need(0)], tried{int32(i), [...]symbol{need(1), need(2)}})
	}
}
