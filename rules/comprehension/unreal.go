package comprehension

import "strings"

// Dangers that are words: what happens now and then, what is said in jest, what one only supposes.

// unreal reports whether a danger is no present one: it happens now and then, or it is a joke.
func (r *reading) unreal(m match) bool { return r.nowAndThen(m) || r.jested(m) }

// nowAndThen reports whether an illness is told to come back: « il fait des crises d'épilepsie », « des malaises ». A fit is
// « une crise », and several may come one upon the other: « il fait des crises, là, à la suite ».
func (r *reading) nowAndThen(m match) bool {
	for i := m.from + 1; i < m.to; i++ {
		if t := &r.tokens[i]; t.of && t.det && !t.la && fits[t.word] && does[r.tokens[i-1].word] {
			return !r.goingOn(m)
		}
	}
	return false
}

var (
	fits = words("crise malaise absence convulsion")
	does = words("fait font faisait faisaient faire fasse")
)

// goingOn reports whether the sentence tells that it lasts, or that it is now.
func (r *reading) goingOn(m match) bool {
	for i := m.to; i < len(r.tokens) && !r.tokens[i].hard; i++ {
		if lastsNow[r.tokens[i].word] || r.bears(i, r.lex.now) >= 0 {
			return true
		}
	}
	for i := m.from; i > 0 && !r.tokens[i].hard; i-- {
		if r.bears(i, r.lex.now) >= 0 || r.tokens[i].word == "la" {
			return true
		}
	}
	return false
}

var lastsNow = words("là suite affilée depuis arrêt répétition minutes enchaîne arrête bleu bleue respire conscience réveille")

// jested reports whether the same sentence goes on to take a danger for a joke: « le bus a pris feu, blague à part ».
func (r *reading) jested(m match) bool {
	for i := m.to; i+1 < len(r.tokens) && !r.tokens[i].hard; i++ {
		switch w := r.tokens[i].word; {
		case w == "blague" || w == "plaisanterie":
			for k := i + 1; k < min(i+3, len(r.tokens)); k++ {
				if r.tokens[k].word == "part" {
					return true
				}
			}
		case jokes[w] && r.tokens[i-1].word == "je" && !negations[r.tokens[i+1].word]:
			return true
		}
	}
	return false
}

var jokes = words("plaisante rigole blague déconne exagère")

// yearsBack reports whether a word of danger is told of years ago, in the same clause: « une overdose il y a six ans »,
// « un AVC l'an dernier ».
func (r *reading) yearsBack(m match) bool {
	for i := m.to; i < m.to+4 && i+1 < len(r.tokens) && r.tokens[i].word != boundary; i++ {
		next := r.tokens[i+1].word
		if r.yearsAgo(i) && aYear[r.tokens[i+2].word] || aYear[r.tokens[i].word] && last[next] || r.tokens[i].word == "en" && strings.HasPrefix(next, "19") || longAgo[r.tokens[i].word] {
			return true
		}
	}
	return false
}

var (
	aYear   = words("an ans année années")
	last    = words("dernier dernière passé passée")
	longAgo = words("autrefois jadis enfance jeunesse")
)

// withoutHypotheses drops what one only supposes before telling what is: « si un jour quelqu'un était en danger je
// préviendrais les secours, mais là la CAF me demande… ».
func (r *reading) withoutHypotheses(drop []bool) (dropped bool) {
	for i := 1; i+1 < len(r.tokens); i++ {
		if r.tokens[i].word != "si" || r.tokens[i-1].word != boundary {
			continue
		}
		if end := r.hypothesis(i); end > 0 {
			for ; i < end; i++ {
				drop[i] = true
			}
			dropped = true
		}
	}
	return dropped
}

// hypothesis gives where what « si » at tokens[i] supposes ends, or 0: of someone or some day that is none in particular,
// with what one would do then, and something told or asked after.
func (r *reading) hypothesis(i int) int {
	someday, would := false, false
	for k := i + 1; k < len(r.tokens)-1; k++ {
		t := &r.tokens[k]
		switch {
		case t.hard && (t.asks || !would || !r.speaksIn(k+1)), t.word == but && !(someday && would && r.speaksIn(k)):
			return 0
		case t.hard, t.word == but:
			if !someday {
				return 0
			}
			return k
		case k < i+6 && (t.one || unsureDay[t.word]):
			someday = true
		case firstPerson[t.word] || t.word == "on" || t.word == "nou":
			for k++; clitics[r.tokens[k].word]; k++ {
			}
			w := r.tokens[k].word
			would = would || strings.HasSuffix(w, "rai") || strings.HasSuffix(w, "rait") || strings.HasSuffix(w, "rion")
		}
	}
	return 0
}

var but = foldWord("mais")

var unsureDay = words("jamais hasard quelqu quelqu'un personne")
