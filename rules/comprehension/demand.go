package comprehension

// How someone demands, beside the plain « le bailleur me demande ».

// asksPastAside reports whether the subject that ends at i asks past what is told aside: « un commissaire de
// justice, titre exécutoire en main, nous demande ».
func (r *reading) asksPastAside(i int) bool {
	if i >= len(r.tokens) || !r.tokens[i].comma {
		return false
	}
	for k := i + 1; k < len(r.tokens)-1 && k < i+9; k++ {
		if r.tokens[k].word == boundary {
			return r.tokens[k].comma && r.verbAfter(k+1, 3, r.lex.ask)
		}
	}
	return false
}

// requestOf reports whether a request stands among the three words before, and no document after it: « un
// courrier du bailleur », not « par courrier des pièces de la famille ».
func (r *reading) requestOf(i int) bool {
	for k := i - 1; k > 0 && k >= i-3 && r.tokens[k].word != boundary; k-- {
		if r.bears(k, r.lex.request) >= 0 {
			return true
		}
		if r.bears(k, r.lex.document) >= 0 {
			return false
		}
	}
	return false
}

// quoted reports whether the subject that ends at i says what they want in words of their own: « l'avocate passe
// avec un sourire : « vous me photocopiez ça ? » ».
func (r *reading) quoted(i int) bool {
	for k := i; k+1 < len(r.tokens) && k < i+9 && (!r.tokens[k].hard || r.tokens[k].colon); k++ {
		if r.tokens[k].colon {
			for k++; k < len(r.tokens)-1 && r.tokens[k].word == boundary; k++ {
			}
			return r.tokens[k].word == "vou" || r.tokens[k].word == "tu"
		}
	}
	return false
}

// asksToo reports whether the subject that ends at i asks in a second verb: « le Défenseur des droits enquête sur
// un refus et nous demande des pièces ».
func (r *reading) asksToo(i int) bool {
	for k := i; k+2 < len(r.tokens) && k < i+12 && r.tokens[k].word != boundary; k++ {
		if r.tokens[k].word != "et" {
			continue
		}
		if end := r.bears(k+1, r.lex.ask); clitics[r.tokens[k+1].word] && r.verbAfter(k+1, 3, r.lex.ask) || end >= 0 && r.asksToKnow(end) {
			return true
		}
	}
	return false
}

// brings reports whether the subject that ends at i hands the asker a demand: « un brigadier me tend une
// réquisition », « le notaire nous adresse un courrier ».
func (r *reading) brings(i int) bool {
	for k := i; k+2 < len(r.tokens) && k < i+3 && r.tokens[k].word != boundary; k++ {
		if w := r.tokens[k].word; (w == "me" || w == "nou") && r.bears(k+2, r.lex.request) >= 0 {
			return true
		}
	}
	return false
}
