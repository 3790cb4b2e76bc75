package comprehension

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

// mayHold reports whether some word may bear a symbol.
func (r *reading) mayHold(s symbol) bool {
	all := uint64(0)
	for _, b := range r.bits {
		all |= b
	}
	return all&s.bit() != 0
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
