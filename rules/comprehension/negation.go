package comprehension

import "strings"

// negations deny what follows, or what they stand beside.
var negations = words("pas sans aucun aucune ni jamais nul nulle zéro")

// negatable entries say nothing when they are denied: « pas de danger », « l'enfant n'est pas en
// danger ». The fact stays unknown; only a term that holds its own negation says « non ».
func negatable(e *entry) bool {
	return e.danger || e.value == "oui" || e.gives == "tenu_au_secret=texte" || e.gives == "mandat=judiciaire" || e.key == "profession"
}

// negated reports whether a negation stands just before a term, or within its gaps. In « ne pas
// signaler un enfant en danger », what is denied is to tell, not the danger.
func (r *reading) negated(m match) bool {
	for i := m.from - 1; i >= 0 && i >= m.from-2 && r.tokens[i].word != boundary; i-- {
		if r.denies(i) || r.nothing(i, m.from) {
			return i == 0 || r.bears(i-1, r.lex.warn) < 0 // « si je ne préviens pas la préfète du fusil » denies no gun
		}
		if r.infinitive(i) {
			break
		}
	}
	n := 0
	for i := m.from; i < m.to; i++ {
		if r.denies(i) && !r.within[i] && !r.infinitive(min(i+1, len(r.tokens)-1)) {
			n++ // « ne respire plus », a phrase of a class, denies nothing but itself
		}
	}
	return n > m.denies
}

// nothing reports whether « rien de » or « rien sur » stands right before what begins at from.
func (r *reading) nothing(i, from int) bool {
	return r.tokens[i].word == "rien" && (i+1 == from && r.tokens[from].of || i+2 == from && r.tokens[i+1].word == "sur")
}

// denies reports whether a word denies: « pas », « aucun », and « plus » after « ne ».
func (r *reading) denies(i int) bool {
	if r.tokens[i].word != noMore {
		return negations[r.tokens[i].word]
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if r.tokens[j].word == "ne" {
			return true
		}
	}
	return false
}

var noMore = foldWord("plus")

// infinitive reports whether a word is a verb as « ne pas » denies it.
func (r *reading) infinitive(i int) bool {
	word := r.tokens[i].word
	return word != "danger" && (strings.HasSuffix(word, "er") || strings.HasSuffix(word, "ir") || strings.HasSuffix(word, "dre") || strings.HasSuffix(word, "ire"))
}
