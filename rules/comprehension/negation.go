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
		if r.denies(i) {
			return i == 0 || r.bears(i-1, r.lex.warn) < 0 // « si je ne préviens pas la préfète du fusil » denies no gun
		}
		if r.infinitive(i) {
			break
		}
	}
	if r.nothingSays(m.from) {
		return true
	}
	n := 0
	for i := m.from; i < m.to; i++ {
		if r.denies(i) && !r.within[i] && !r.infinitive(min(i+1, len(r.tokens)-1)) {
			n++ // « ne respire plus », a phrase of a class, denies nothing but itself
		}
	}
	return n > m.denies
}

// nothingSays reports whether nothing is said to tell what follows: « rien n'indique qu'il recommence »,
// « rien ne laisse penser que ».
func (r *reading) nothingSays(from int) bool {
	const near, apart = 5, 6
	for i := from - 1; i > 0 && i >= from-near && r.tokens[i].word != boundary; i-- {
		if r.tokens[i].word != "que" && r.tokens[i].word != "qu" {
			continue
		}
		for k := i - 1; k >= 0 && k >= i-apart && r.tokens[k].word != boundary; k-- {
			if r.tokens[k].word == "rien" && k+1 < i && r.tokens[k+1].word == "ne" {
				return true
			}
		}
	}
	return false
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
