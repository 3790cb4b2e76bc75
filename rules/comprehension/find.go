package comprehension

import (
	"cmp"
	"math/bits"
	"slices"
)

// reading is a text being read: its tokens, and the symbols that each may stand for.
type reading struct {
	lex      *lexicon
	tokens   []token
	tags     []tag   // of single words, in the order of the tokens
	first    []int32 // where the tags of each token begin; one more at the end
	sieves   []sieve // for each token, of the symbols that it bears and of the phrases that begin there
	groups   []group // phrases found, in the order of the tokens
	heads    []int32 // for each token, the first phrase that begins there, or -1
	within   []bool  // words inside a phrase, that deny nothing but in it: « ne respire plus »
	hidden   []bool  // words inside a phrase taken whole: only as words do they count there, not as members of a class
	said     []uint64
	places   []place  // where each symbol begins, by symbol; those not said hold what another text left
	terms    []match  // room for the terms found
	features []uint32 // room for what is seen of the whole text
	found    []match  // the terms found, once they are

	mandator match // who mandated: « mandaté par le juge »; no entry if nobody is told

	thread  string // to whom one spoke before, where the text goes on with it
	reports bool   // one asks to report what happened, and does not say to whom
	lastAsk int    // the last question mark, or -1
	unsure  bool   // a word is a slip of two others
	guessed bool   // what one would do is none that is known: to speak is only supposed
	weakAct bool   // what one would do was only guessed: a réquisition is named, no more
}

// tag is a symbol that one word bears.
type tag struct {
	sym  symbol
	word bool // the word itself, its family or alternatives to it, not a class
}

// group is a class said in several words, from tokens[from] on.
type group struct {
	sym      symbol
	from, to int
}

// read tags the tokens of a text. What it needs room for is used again by the next reading, once it is
// released.
func (lex *lexicon) read(tokens []token) *reading {
	r, ok := lex.pool.Get().(*reading)
	if !ok {
		r = &reading{places: make([]place, len(lex.tags)), said: make([]uint64, len(lex.tags)/64+1)}
	}
	n := len(tokens)
	*r = reading{
		lex: lex, tokens: tokens, places: r.places, said: r.said, tags: r.tags[:0], groups: r.groups[:0], terms: r.terms[:0], features: r.features[:0],
		first: room(r.first, n+1), heads: room(r.heads, n), sieves: room(r.sieves, n+1), within: room(r.within, n), hidden: room(r.hidden, n),
	}
	clear(r.said)
	r.lastAsk = -1
	for i := range tokens {
		if tokens[i].asks {
			r.lastAsk = i
		}
		r.first[i] = int32(len(r.tags))
		if known := r.tagWord(tokens[i].word); !known && !tokens[i].name { // « sureiller » may bear « sur* »: still a slip
			mended, sure := lex.mend(tokens[i].word, int(r.first[i]) < len(r.tags))
			r.unsure = r.unsure || !sure
			if mended != "" {
				tokens[i].word = mended
				r.tags = r.tags[:r.first[i]] // « montrice » is no « montr* »
				r.tagWord(mended)
			}
		}
	}
	r.first[len(tokens)] = int32(len(r.tags))
	for i := range tokens {
		for _, t := range r.tagsOf(i) {
			r.sieves[i].add(t.sym)
		}
	}
	r.group()
	r.adjectives()
	r.grownUps()
	for i := range tokens {
		if r.heads[i] < 0 && !r.within[i] && r.young(i) {
			r.heads[i] = int32(len(r.groups))
			r.take(group{lex.child, i, i + 2})
		}
	}
	for i := range tokens {
		for _, t := range r.tagsOf(i) {
			if t.word || !r.hidden[i] {
				r.say(t.sym, i)
			}
		}
	}
	for _, g := range r.groups {
		r.say(g.sym, g.from)
	}
	return r
}

// room gives n zeros, in the room of s if it has enough.
func room[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, 2*n)
	}
	s = s[:n]
	clear(s)
	return s
}

// release gives back what another reading may use, without the text. No term is sought in r after it, nor
// anything found.
func (r *reading) release() {
	r.tokens = nil
	r.lex.pool.Put(r)
}

// say notes that a symbol begins at tokens[i].
func (r *reading) say(s symbol, i int) {
	at := uint16(i)
	if p := &r.places[s]; r.has(s) {
		p.first, p.last = min(p.first, at), max(p.last, at)
	} else {
		*p = place{at, at}
	}
	r.said[s/64] |= 1 << (s % 64)
}

// place is the first and the last token where a symbol begins. It holds for those said only.
type place struct{ first, last uint16 }

// starts gives the places where a sequence may begin: tokens[from:to].
func (r *reading) starts(s *sequence) (from, to int) {
	sym := s.parts[0].sym
	if !r.has(sym) {
		return 0, 0
	}
	p := r.places[sym]
	return int(p.first), int(p.last) + 1
}

func (r *reading) has(s symbol) bool { return r.said[s/64]&(1<<(s%64)) != 0 }

func (r *reading) tagsOf(i int) []tag { return r.tags[r.first[i]:r.first[i+1]] }

// tagWord adds the symbols of a word, and reports whether it is one of the lexicon.
func (r *reading) tagWord(word string) (known bool) {
	tags, known := r.lex.words[word]
	if known {
		r.tags = append(r.tags, tags...)
	} else {
		r.tags = r.lex.tag(r.tags, word)
	}
	return known
}

// tag appends the symbols of a word: itself, the families it belongs to, the classes above them.
func (lex *lexicon) tag(tags []tag, word string) []tag {
	for _, s := range lex.exact[word] {
		tags = append(tags, lex.tags[s]...)
	}
	for n := 2; n <= len(word) && n <= lex.longest; n++ {
		for _, s := range lex.prefix[word[:n]] {
			tags = append(tags, lex.tags[s]...)
		}
	}
	if _, ok := number(word); ok {
		tags = append(tags, tag{symNumber, true})
	}
	return tags
}

// group finds the classes said in several words. A longer phrase hides the shorter ones within it:
// « assistante sociale scolaire » is no « assistante sociale ». It hides the classes of its words only
// if it is taken whole, as « mort de rire » is: one still warns in « prévenir les secours », whatever
// class holds that phrase.
func (r *reading) group() {
	for i := range r.tokens {
		r.heads[i] = -1
	}
	for i := 0; i < len(r.tokens); i++ {
		next, begin := &r.sieves[i+1], len(r.groups)
		longest, whole := -1, false
		for _, t := range r.tagsOf(i) {
			for k := range r.lex.phrases[t.sym] {
				p := &r.lex.phrases[t.sym][k]
				if len(p.rest) < longest || len(p.rest) > 0 && !next.may(p.next) || !r.follows(p, i) {
					continue
				}
				if len(p.rest) > longest {
					longest, whole, r.groups = len(p.rest), false, r.groups[:begin]
				}
				to := i + 1 + longest
				for _, t := range r.lex.tags[p.class] {
					r.take(group{t.sym, i, to})
				}
				whole = whole || r.lex.whole[p.class]
			}
		}
		if longest < 0 {
			continue
		}
		r.heads[i] = int32(begin)
		to := i + 1 + longest
		for k := i; k < to; k++ {
			r.within[k], r.hidden[k] = longest > 0, whole // « n'a jamais » denies, though « à jamais » is said of the last words
		}
		i = to - 1
	}
}

// take adds a phrase found.
func (r *reading) take(g group) {
	r.groups = append(r.groups, g)
	r.sieves[g.from].add(g.sym)
}

// follows reports whether the rest of a phrase stands after tokens[from].
func (r *reading) follows(p *phrase, from int) bool {
	i := from + 1
	for _, s := range p.rest {
		if i >= len(r.tokens) || !r.wordBears(i, s) {
			return false
		}
		i++
	}
	return p.small == (small{}) || p.small.around(r, from, i)
}

func (r *reading) wordBears(i int, s symbol) bool {
	if !r.sieves[i].may(s) {
		return false
	}
	for _, t := range r.tagsOf(i) {
		if t.sym == s {
			return true
		}
	}
	return false
}

// bears says where the word or phrase that begins at tokens[i] and bears a symbol ends, or -1.
func (r *reading) bears(i int, s symbol) int {
	if !r.sieves[i].may(s) {
		return -1
	}
	if h := r.heads[i]; h >= 0 {
		for k := int(h); k < len(r.groups) && r.groups[k].from == i; k++ {
			if r.groups[k].sym == s {
				return r.groups[k].to
			}
		}
	}
	for _, t := range r.tagsOf(i) {
		if t.sym == s && (t.word || !r.hidden[i]) {
			if s == r.lex.document && r.writes(i) {
				return -1
			}
			return i + 1
		}
	}
	return -1
}

// writes reports whether what may be a document is a verb there: « elle nous a écrit », « le père écrit », « je note ».
func (r *reading) writes(i int) bool {
	t := &r.tokens[i]
	switch {
	case i == 0 || t.det || t.of || possessives[r.tokens[i-1].word]:
		return false
	case t.word == "note":
		return pronouns[r.tokens[i-1].word]
	case t.word != "ecrit":
		return false
	}
	before := r.tokens[i-1].word
	return t.to || pronouns[before] || clitics[before] || auxiliaries[before] || before == "qui" || before == "me" || i > 1 && r.tokens[i-1].det
}

// match is a term found in tokens[from:to].
type match struct {
	from, to int
	weight   int
	solid    bool
	denies   int
	entry    *entry
	term     int32
}

// find returns every term of the lexicon in the text, in the order of the text.
func (r *reading) find() []match {
	out := r.terms
	for w, word := range r.said {
		for ; word != 0; word &= word - 1 {
			s := symbol(w*64 + bits.TrailingZeros64(word))
			for _, t := range r.lex.byNeed[s] {
				if r.has(t.and[0]) && r.has(t.and[1]) {
					out = r.try(t.term, out)
				}
			}
		}
	}
	slices.SortFunc(out, func(a, b match) int {
		return cmp.Or(a.from-b.from, a.to-b.to, int(a.term-b.term))
	})
	r.terms = out
	return out
}

// tried is a term to try where its rarest need is said. and are the needs that are rarest after it, or the same
// if there is no other: most terms go no further.
type tried struct {
	term int32
	and  [2]symbol
}

// try adds the places where a term stands, of which the three rarest needs are said.
func (r *reading) try(k int32, out []match) []match {
	t := &r.lex.terms[k]
	for _, s := range t.needs[min(3, len(t.needs)):] {
		if !r.has(s) {
			return out
		}
	}
	for k := range t.but {
		if r.stands(&t.but[k]) {
			return out
		}
	}
	for k := 1; k < len(t.seqs); k++ {
		if !r.stands(&t.seqs[k]) {
			return out
		}
	}
	rest := 0 // what the other sequences ask for makes the term surer too
	for k := range t.seqs[1:] {
		rest += len(t.seqs[k+1].parts)
	}
	seq := &t.seqs[0]
	for i, to := r.starts(seq); i < to; i++ {
		if end, words, ok := seq.at(r, i); ok && !r.barred(t.entry.but, i, end) {
			out = append(out, match{i, end, words + rest, seq.solid, t.denies, t.entry, k})
		}
	}
	return out
}

// stands reports whether a sequence is anywhere in the text.
func (r *reading) stands(s *sequence) bool {
	for i, to := r.starts(s); i < to; i++ {
		if _, _, ok := s.at(r, i); ok {
			return true
		}
	}
	return false
}

// barred reports whether one of these sequences stands in a sentence that tokens[from:to] is in:
// what is told of last year bars nothing of what is told of now, in another sentence.
func (r *reading) barred(but []sequence, from, to int) bool {
	if len(but) == 0 {
		return false
	}
	hard := func(i int) bool { return r.tokens[i].word == boundary && r.tokens[i].hard }
	for from > 0 && !hard(from) {
		from--
	}
	for to < len(r.tokens) && !hard(to-1) {
		to++
	}
	for k := range but {
		first, end := r.starts(&but[k])
		for i := max(first, from); i < min(end, to); i++ {
			if _, _, ok := but[k].at(r, i); ok {
				return true
			}
		}
	}
	return false
}
