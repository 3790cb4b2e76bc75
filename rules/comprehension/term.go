package comprehension

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules/internal/strictyaml"
)

// term is one way to say something: sequences of words and classes, all of which must be found in
// the text, and others that must not.
type term struct {
	seqs   []sequence // the first one gives the span
	but    []sequence // none of these may be found
	needs  []symbol   // without which the term cannot be found
	denies int        // negations that the first sequence holds itself: « rien d'imminent »
	entry  *entry
}

// sequence is words in a row, with gaps.
type sequence struct {
	parts []part
	solid bool // no gap
}

// part is one word of a sequence, or a gap.
type part struct {
	sym    symbol // any word or phrase that bears it
	lo, hi int    // or a number between these, in digits or in words: « #0-14 »
	gap    int    // or up to so many words
	la     bool   // « la », « le », « les » or « l' » must stand before it: « la_frappe »
	to     bool   // « à », « au » or « aux » must stand before it: « à_{procureur} »
	bare   bool   // it opens a clause with no article before it: « ^ médecin »
	small  small  // the small words that a term of one word keeps: « au trou »
}

// small is what a term of one word asks for around it: articles, « à » and « de » are no words of
// their own, but « au trou » is not « trou », nor « tient à » « tient ».
type small struct{ before, after smallWord }

type smallWord uint8

const (
	noSmall smallWord = iota
	article           // « le », « la », « les », « l' »
	some              // « un », « une »
	this              // « ce », « cette »
	to                // « à », « au », « aux »
	of                // « de », « du », « des »
)

var smallWords = map[string]smallWord{"le": article, "la": article, "l": article, "un": some, "une": some,
	"ce": this, "cet": this, "cette": this, "a": to, "au": to, "aux": to, "de": of, "du": of, "des": of, "d": of}

// smallOf tells which small words stand around the only word of a term; nothing for a longer one.
func smallOf(words []string) (s small) {
	at := -1
	for i, w := range words {
		if articles[foldLetters(w)] {
			continue
		}
		if at >= 0 {
			return small{}
		}
		at = i
	}
	for i, w := range words {
		switch k := smallWords[foldLetters(w)]; {
		case i < at:
			s.before = max(s.before, k) // « à la » asks for « à »
		case i > at:
			s.after = max(s.after, k)
		}
	}
	return s
}

// stands reports whether a token has that small word before it.
func (w smallWord) stands(t *token) bool {
	switch w {
	case article:
		return t.la
	case some:
		return t.one
	case this:
		return t.det && !t.la && !t.one
	case to:
		return t.to
	case of:
		return t.of
	}
	return true
}

// around reports whether the small words stand around tokens[from:end].
func (s small) around(r *reading, from, end int) bool {
	return s.before.stands(&r.tokens[from]) && (s.after == noSmall || end < len(r.tokens) && s.after.stands(&r.tokens[end]))
}

// How many words a gap may hold: « … » goes over commas, « .. » does not.
const (
	longGap  = 9
	shortGap = 3
)

// parseTerm reads a term as the lexicon writes it. problem is what is wrong with it, in French.
func (lex *lexicon) parseTerm(s string) (t term, problem string) {
	for n, piece := range strings.Split(s, "&") {
		piece, not := strings.CutPrefix(strings.TrimSpace(piece), "!")
		seq, denies, problem := lex.parseSequence(piece)
		if problem != "" {
			return t, problem
		}
		if not && n > 0 {
			t.but = append(t.but, seq)
			continue
		}
		t.seqs = append(t.seqs, seq)
		if n == 0 {
			t.denies = denies
		}
		for _, p := range seq.parts {
			if p.gap == 0 && p.sym != symBoundary {
				t.needs = append(t.needs, p.sym)
			}
		}
	}
	if len(t.needs) == 0 {
		return t, "ce terme ne demande aucun mot"
	}
	return t, ""
}

// bar reads what sets an entry aside: sauf: ["{passe}", formation].
func (lex *lexicon) bar(r *strictyaml.Reader, n *yaml.Node, e *entry) {
	if n == nil {
		return
	}
	for _, n := range r.List(n) {
		seq, _, problem := lex.parseSequence(r.Text(n))
		if problem != "" {
			r.At(n, problem, "« sauf » liste ce qui écarte l'entrée, comme après « & ! ».")
			continue
		}
		e.but = append(e.but, seq)
	}
}

func (lex *lexicon) parseSequence(s string) (seq sequence, denies int, problem string) {
	seq.solid = true
	ne := false
	for _, w := range lex.written(s) {
		switch w {
		case "…":
			seq.parts, seq.solid = append(seq.parts, part{gap: longGap}), false
			continue
		case "..":
			seq.parts, seq.solid = append(seq.parts, part{gap: shortGap}), false
			continue
		case boundary:
			seq.parts = append(seq.parts, part{sym: symBoundary})
			continue
		}
		p, skip, problem := lex.parsePart(w)
		if problem != "" {
			return seq, 0, problem
		}
		if skip {
			continue
		}
		p.bare = len(seq.parts) == 1 && seq.parts[0].sym == symBoundary
		seq.parts = append(seq.parts, p)
		switch f := foldWord(w); {
		case f == "ne" || f == "n":
			ne = true
		case negations[f] || f == "rien" || ne && f == "personne" || f == noMore && (ne || !strings.Contains(s, "plus en plus")):
			denies++
		case slices.ContainsFunc(strings.Split(w, "|"), func(o string) bool { return negations[foldWord(o)] || foldWord(o) == noMore }):
			denies++ // « vie … plus|pas de sens » holds its own negation
		}
	}
	if len(seq.parts) == 1 {
		seq.parts[0].small = smallOf(lex.written(s))
	}
	if len(seq.parts) == 0 || seq.parts[0].gap > 0 || seq.parts[len(seq.parts)-1].gap > 0 {
		return seq, 0, "terme vide, ou qui commence ou finit par « … »"
	}
	return seq, denies, ""
}

// parsePart reads a word, a class, alternatives, or a range of numbers. skip is set for articles,
// which stand in no text.
func (lex *lexicon) parsePart(w string) (p part, skip bool, problem string) {
	if rest, ok := strings.CutPrefix(w, "la_"); ok {
		p.la, w = true, rest
	}
	if rest, ok := strings.CutPrefix(w, "à_"); ok {
		p.to, w = true, rest
	}
	if strings.HasPrefix(w, "#") {
		if n, err := fmt.Sscanf(w, "#%d-%d", &p.lo, &p.hi); n != 2 || err != nil || p.hi < p.lo {
			return p, false, "« " + w + " » n'est pas un intervalle : #0-14"
		}
		p.sym = symNumber
		return p, false, ""
	}
	if strings.HasPrefix(w, "|") || strings.HasSuffix(w, "|") {
		return p, false, "« " + w + " » : une alternative est vide ; « l'|d' » s'écrit « le|de »"
	}
	if strings.Contains(w, "|#") {
		return p, false, "« " + w + " » : un nombre se dit seul, hors des alternatives"
	}
	options := strings.Split(w, "|")
	var syms []symbol
	for _, o := range options {
		sym, problem := lex.word(o)
		if problem != "" {
			return p, false, problem
		}
		if sym != 0 {
			syms = append(syms, sym)
		}
	}
	switch len(syms) {
	case 0:
		return p, true, ""
	case 1:
		p.sym = syms[0]
	default:
		p.sym = lex.anyOf(w, syms)
	}
	return p, false, ""
}

// number reads a whole number, in digits or in words up to eighteen.
func number(word string) (int, bool) {
	if word == "" {
		return 0, false
	}
	if c := word[0]; '0' <= c && c <= '9' {
		n, err := strconv.Atoi(word)
		return n, err == nil
	}
	n, ok := numbers[word]
	return n, ok
}

var numbers = map[string]int{"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}

func init() {
	for n, w := range strings.Fields("zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dixsept dixhuit") {
		numbers[foldWord(w)] = n
	}
}

// joinNumbers writes the numbers said in several words as one: « vingt-trois ans » is no « trois ans ».
func joinNumbers(tokens []token) []token {
	out := tokens[:0]
	for i := 0; i < len(tokens); i++ {
		t := tokens[i]
		n, ok := numbers[t.word]
		if !ok {
			out = append(out, t)
			continue
		}
		whole := n
		for i+1 < len(tokens) {
			next, ok := numbers[tokens[i+1].word]
			sum := compound(whole, next)
			if !ok || sum == 0 {
				break
			}
			whole, t.end = sum, tokens[i+1].end
			i++
		}
		if i+2 < len(tokens) && whole >= 20 && tokens[i+1].word == "et" {
			switch and := &tokens[i+2]; {
			case and.one && (and.word == "an" || and.word == "ans"):
				whole++ // « vingt et un ans »
				and.one, and.det = false, false
				i++
			case whole == 60 && and.word == "onze":
				whole, t.end = 71, and.end
				i += 2
			}
		}
		if whole != n {
			t.word = strconv.Itoa(whole)
		}
		out = append(out, t)
	}
	return out
}

// compound gives the number that two say together, or 0: « vingt trois », « quatre vingt ».
func compound(a, b int) int {
	switch {
	case a == 4 && b == 20:
		return 80
	case a == 10 && b >= 7 && b <= 9, a >= 20 && a <= 50 && a%10 == 0 && b >= 1 && b <= 9, (a == 60 || a == 80) && b >= 1 && b <= 19:
		return a + b
	}
	return 0
}

// at says whether the sequence stands at tokens[i], where it ends, and how many words it takes,
// those of its gaps apart.
// A sequence that begins with an age is not that of a duration: « je n'y suis plus depuis 2 ans » tells of no
// child of two.
func (s *sequence) at(r *reading, i int) (end, words int, ok bool) {
	if first := &s.parts[0]; !r.sieves[i].may(first.sym) || first.hi > 0 && r.lasts(i) {
		return 0, 0, false
	}
	return r.match(s.parts, i)
}

// match matches parts from tokens[i] on, and gives the place just past them.
func (r *reading) match(parts []part, i int) (end, words int, ok bool) {
	for k := range parts {
		p := &parts[k]
		if p.gap > 0 {
			for skip := 0; skip <= p.gap && i+skip < len(r.tokens); skip++ {
				if end, n, ok := r.match(parts[k+1:], i+skip); ok {
					return end, words + n, true
				}
				t := &r.tokens[i+skip]
				if t.word == without { // « prévenir le procureur sans l'accord des parents » tells the parents nothing
					break
				}
				if t.word == boundary && (t.hard || p.gap == shortGap) {
					break
				}
			}
			return 0, 0, false
		}
		if i >= len(r.tokens) {
			return 0, 0, false
		}
		t := &r.tokens[i]
		if p.la && !t.la || p.to && !t.to || p.bare && t.det {
			return 0, 0, false
		}
		if p.hi > 0 {
			n, ok := number(t.word)
			if !ok || n < p.lo || n > p.hi {
				return 0, 0, false
			}
			i, words = i+1, words+1
			continue
		}
		end := r.bears(i, p.sym)
		if end < 0 || p.small != (small{}) && !p.small.around(r, i, end) || p.bare && r.demands(end) {
			return 0, 0, false
		}
		if p.sym != symBoundary {
			words += end - i
		}
		i = end
	}
	return i, words, true
}

// demands reports whether someone demands from tokens[i] on: « maire veut savoir », « médecin traitant
// appelle » are not « maire, je ».
func (r *reading) demands(i int) bool {
	for k := i; k < len(r.tokens) && k < i+3; k++ {
		t := &r.tokens[k]
		switch {
		case t.word == boundary || t.det || pronouns[t.word] || asksWhat[t.word]: // « CESF, la banque veut »
			return false
		case demanding[t.word] && !t.to && !t.of:
			return true
		}
	}
	return false
}

// demanding are verbs by which someone asks, in the third person: what stands before is who does.
var demanding = words("veut veulent voudrait demande demandent appelle appellent rappelle téléphone exige exigent réclame réclament insiste convoque questionne interroge souhaite aimerait cherche requiert sollicite supplie")
