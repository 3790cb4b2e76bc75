package comprehension

import "slices"

// « Petit » and « jeune » are children, or adjectives of whoever or whatever comes next.

// adjectives takes a child out of « petit » and « jeune » where they only qualify what stands right after:
// in « une petite question », « son petit copain », « une jeune femme », no child is named. They still are
// the words they are: « petite fille » stays what the lexicon says of it.
func (r *reading) adjectives() {
	if !r.mayHold(r.lex.little) {
		return
	}
	for i := 1; i+1 < len(r.tokens); i++ {
		if r.wordBears(i, r.lex.little) && (r.qualifies(i) || r.againAfter(i) || r.againAfter(i-1)) {
			r.hidden[i] = true
		}
	}
}

// grownUps takes a child out of whoever is told to be of age: « sa fille de 45 ans », « son petit frère, 40 ans ».
func (r *reading) grownUps() {
	for i := range r.groups {
		if g := &r.groups[i]; r.lex.ofChild(g.sym) && r.grownUp(g.to) {
			g.sym = symNone
			r.ageWords(g.from, g.to)
		}
	}
	for i := 1; i+2 < len(r.tokens); i++ {
		if r.wordBears(i, r.lex.child) && r.grownUp(i+1) {
			r.ageWords(i, i+1)
		}
	}
}

// ageWords takes a child out of the words between two places.
func (r *reading) ageWords(from, to int) {
	for k := r.first[from]; k < r.first[to]; k++ {
		if t := &r.tags[k]; r.lex.ofChild(t.sym) {
			t.sym = symNone
		}
	}
}

// ofChild reports whether a symbol is that of children, or an alternative to them: « {enfant}|{aieul} ».
func (lex *lexicon) ofChild(s symbol) bool {
	return s == lex.child || s == lex.minor || lex.plain[s] && slices.ContainsFunc(lex.tags[lex.child], func(t tag) bool { return t.sym == s })
}

// grownUp reports whether the age of someone of age begins at tokens[i], past a comma or not.
func (r *reading) grownUp(i int) bool {
	if i < len(r.tokens) && r.tokens[i].comma {
		i++
	}
	return r.age(i) >= 18
}

// mayHold reports whether some word may bear a symbol.
func (r *reading) mayHold(s symbol) bool {
	return slices.ContainsFunc(r.sieves, func(v sieve) bool { return v.may(s) })
}

// qualifies reports whether tokens[i] is an adjective of the next word: a thing, a place, a grown-up. What is
// a verb too is the thing in « une petite demande : », and the verb in « la petite demande à rester ».
func (r *reading) qualifies(i int) bool {
	next := &r.tokens[i+1]
	if next.det || next.of || next.to || next.word == boundary {
		return false
	}
	if r.bears(i+1, r.lex.qualified) >= 0 {
		return true
	}
	end := r.bears(i+1, r.lex.deed)
	return end >= 0 && !r.tokens[i].la && (end >= len(r.tokens) || r.tokens[end].word == boundary || r.tokens[end].of || aboutWhat[r.tokens[end].word])
}

// againAfter reports whether tokens[i] is said again with « à » between: « petit à petit ».
func (r *reading) againAfter(i int) bool {
	next := &r.tokens[i+1]
	return next.to && next.word == r.tokens[i].word
}

var aboutWhat = words("sur pour concernant svp rapide juridique")
