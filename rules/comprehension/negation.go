package comprehension

import "strings"

// negations deny what follows, or what they stand beside.
var negations = words("pas sans aucun aucune ni jamais nul nulle zéro")

// negatable entries say nothing when they are denied: « pas de danger », « l'enfant n'est pas en
// danger ». The fact stays unknown; only a term that holds its own negation says « non ».
func negatable(e *entry) bool {
	return e.danger || e.value == "oui" || e.gives == "tenu_au_secret=texte" || e.ofAsker()
}

// ofAsker reports whether an entry tells what the asker is: « je suis éducateur », « mandaté par le juge ».
func (e *entry) ofAsker() bool { return askers[e.key] && e.gives != "mandat=aucun" }

var askers = map[string]bool{"profession": true, "mission": true, "fonction": true, "employeur": true, "locuteur": true,
	"intervenant": true, "mandat": true, "mesure": true}

// refuted reports whether the text denies what a term gives.
func (r *reading) refuted(m match) bool {
	switch m.entry.gives {
	case "consentement=non":
		return r.unrefused(m)
	case "capable_de_se_proteger=non":
		return r.deniedRight(m.from) // « ni handicapée ni malade »
	}
	return negatable(m.entry) && r.negated(m)
}

// deniedRight reports whether a negation stands right before what begins at from, or a word before.
func (r *reading) deniedRight(from int) bool {
	for i := from - 1; i > 0 && i >= from-2 && r.tokens[i].word != boundary && r.tokens[i].word != but; i-- {
		if r.denies(i) && !r.within[i] {
			return true
		}
		if r.infinitive(i) {
			return false
		}
	}
	return false
}

// negated reports whether a negation stands just before a term, or within its gaps. In « ne pas
// signaler un enfant en danger », what is denied is to tell, not the danger.
func (r *reading) negated(m match) bool {
	if r.deniedFirst(m) || r.nothingSays(m.from) {
		return true
	}
	far := m.from - 2
	for i := m.from - 1; i >= 0 && i >= far && r.tokens[i].word != boundary && r.tokens[m.from].word != boundary && r.tokens[i].word != but; i-- {
		if reflexive[r.tokens[i].word] {
			far-- // « pas l'intention de se suicider »
		}
		if r.denies(i) || r.nothing(i, m.from) {
			return i == 0 || r.bears(i-1, r.lex.warn) < 0 && !(r.weDo(i-1) && r.bears(i-1, r.lex.tell) >= 0) // « si je ne préviens pas la préfète du fusil » denies no gun
		}
		if r.infinitive(i) || m.entry.ofAsker() && firstPerson[r.tokens[i].word] {
			break // « je ne peux pas je suis éducatrice »
		}
	}
	n := 0
	if r.deniedAfter(m) {
		n++
	}
	says := m.entry.ofAsker() && r.tokens[m.from].word != boundary // « suis pas médecin », « travaille plus à l'ASE »
	for i := m.from; i < m.to; i++ {
		if r.tokens[i].word == but {
			n = 0 // « je ne suis pas médecin mais éducateur »
		}
		if !r.denies(i) || r.within[i] && !says || m.entry.ofAsker() && !says {
			continue
		}
		if next := min(i+1, len(r.tokens)-1); only[r.tokens[next].word] || r.infinitive(next) && !(i > 0 && causes[r.tokens[i-1].word]) {
			continue // « pas seulement éducateur »
		}
		n++ // « ne respire plus », a phrase of a class, denies nothing but itself
	}
	return n > m.denies
}

// nothing reports whether « rien de » or « rien sur » stands right before what begins at from.
func (r *reading) nothing(i, from int) bool {
	return r.tokens[i].word == "rien" && (i+1 == from && r.tokens[from].of || i+2 == from && r.tokens[i+1].word == "sur")
}

// deniedFirst reports whether a clause denies from its first word: « jamais elle n'a parlé de se
// tuer », « personne ne la maltraite ». In « aucun voisin ne sait qu'elle est battue », she is.
func (r *reading) deniedFirst(m match) bool {
	ne := false
	for i := m.from - 1; i > 0 && i >= m.from-6 && r.tokens[i].word != boundary; i-- {
		switch word := r.tokens[i].word; {
		case word == "ne":
			ne = true
		case word == "que" || word == "qu" || word == "qui":
			return false
		case ne && (word == never || word == "personne" && !r.tokens[i].det && !possessives[r.tokens[i-1].word]):
			return true
		}
	}
	return false
}

var reflexive = words("se s me m")

var only = words("seulement uniquement juste simplement que qu")

// causes are verbs that an infinitive goes with: in « il ne se fait pas frapper », the blows are denied.
var causes = words("fait font faisait faisaient laisse laissait")

// deniedAfter reports whether a term ends on a verb that is denied: « son mari ne la frappe pas ».
func (r *reading) deniedAfter(m match) bool {
	if m.to >= len(r.tokens) {
		return false
	}
	none := r.tokens[m.to].word == "personne" && !r.tokens[m.to].det // « il ne veut tuer personne »
	none = none || r.toNobody(m.to)
	if !none && (!after[r.tokens[m.to].word] || r.infinitive(m.to-1)) {
		return false
	}
	for i := m.to - 1; i > 0 && i >= m.to-4 && r.tokens[i].word != boundary; i-- {
		if r.tokens[i].word == "ne" {
			return !r.within[i] // « ne respire plus » is a phrase
		}
	}
	return false
}

// unrefused reports whether a refusal is denied by its own verb: « elle ne s'oppose pas », « elle n'a jamais
// refusé ». In « elle ne signe pas et refuse », she refuses.
func (r *reading) unrefused(m match) bool {
	n := 0
	if r.deniedAfter(m) {
		n++
	}
	for _, i := range [...]int{m.to - 2, m.from - 1} {
		if i > 0 && refuses(r.tokens[i+1].word) && r.denies(i) && !r.within[i] {
			n++
		}
	}
	return n > m.denies
}

// refuses reports whether a word is a verb of refusal.
func refuses(word string) bool {
	return strings.HasPrefix(word, "refus") || strings.HasPrefix(word, "oppos") || strings.HasPrefix(word, "interdi")
}

// toNobody reports whether what begins at i is done to no one: « pour personne », « avec aucun résident ».
func (r *reading) toNobody(i int) bool {
	if i+1 >= len(r.tokens) || !towards[r.tokens[i].word] {
		return false
	}
	w := r.tokens[i+1].word
	return w == "personne" && !r.tokens[i+1].det || w == "aucun" || w == "aucune" || w == "quiconque"
}

var towards = words("pour avec envers contre chez")

var after = words("pas jamais plus aucunement")

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
	if next := min(i+1, len(r.tokens)-1); r.tokens[i].word == "rien" && r.tokens[next].of && (!r.tokens[next].det || r.tokens[next].one) && !possessives[r.tokens[next].word] {
		return true // « il n'a rien d'un mari violent »
	}
	nobody := r.tokens[i].word == "personne" && !r.tokens[i].det && !r.tokens[i].of // « il ne menace personne »
	if r.tokens[i].word != noMore && !nobody {
		return negations[r.tokens[i].word]
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if r.tokens[j].word == "ne" {
			return true
		}
	}
	return false
}

var noMore, never = foldWord("plus"), foldWord("jamais")

// infinitive reports whether a word is a verb as « ne pas » denies it.
func (r *reading) infinitive(i int) bool {
	word := r.tokens[i].word
	return word != "danger" && (strings.HasSuffix(word, "er") || strings.HasSuffix(word, "ir") || strings.HasSuffix(word, "dre") || strings.HasSuffix(word, "ire"))
}
