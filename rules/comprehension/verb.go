package comprehension

import "strings"

// Participles and infinitives sound the same, and are typed one for the other: « il a frapper », « je
// dois signalé », « vous pouvez parlez ». The word before tells which is meant.

// conjugate writes them as they are meant.
func (t *tokenizer) conjugate(tokens []token) {
	for i := 1; i < len(tokens); i++ {
		w := tokens[i].word
		if len(w) < 4 || len(w) > maxTypo {
			continue
		}
		switch stem := w[:len(w)-1]; {
		case strings.HasSuffix(w, "er") && tokens[i-1].word == "vou" && i+1 < len(tokens) && tokens[i+1].word == "pas":
			tokens[i].word = stem + "z" // « vous, vous parler pas »
		case len(w) > 4 && w != "conseiller" && strings.HasSuffix(w, "er") && (participle(tokens, i) || suffered(tokens, i)) && t.verb(w): // not « elle est tiers »
			tokens[i].word = stem
		case w[len(w)-1] == 'e' && (tokens[i].acute || !t.known(w)) && mustBeInfinitive(tokens, i):
			if w = strings.TrimRight(w, "e") + "er"; t.verb(w) && (t.known(w) || !tokens[i].of && !tokens[i].to) { // « d'à côté »
				tokens[i].word = w
			}
		case strings.HasSuffix(w, "ez") && mustBeInfinitive(tokens, i):
			if w = stem + "r"; t.verb(w) {
				tokens[i].word = w
			}
		}
	}
}

// verb reports whether a word is an infinitive that a text or the lexicon may hold: « danger » is none.
func (t *tokenizer) verb(w string) bool {
	stem := w[:len(w)-2]
	return (isFrench(w) || t.known(w)) && (isFrench(stem+"ent") || strings.HasSuffix(stem, "g") && isFrench(stem+"eant"))
}

// participle reports whether an auxiliary stands right before tokens[i]: « ai », « ont », « s'est », or
// « il a » when no accent makes it an « à ».
func participle(tokens []token, i int) bool {
	t := &tokens[i]
	if t.of || t.one || t.to && !t.has {
		return false
	}
	k := i - 1
	has := t.has
	for k > 0 && besides[tokens[k].word] && !has {
		has = tokens[k].has
		if tokens[k].to && !has {
			return false
		}
		k--
	}
	w := tokens[k].word
	switch {
	case has:
		return subjects[w] || k == i-1 && k > 0 && (tokens[k].det || possessives[tokens[k-1].word]) && i+1 < len(tokens) && (tokens[i+1].la || tokens[i+1].one || possessives[tokens[i+1].word])
	case haves[w]:
		return true
	case w == "est" || w == "sont" || w == "etait":
		return k > 0 && subjects[tokens[k-1].word]
	}
	return false
}

// suffered reports whether what tokens[i] tells is done by someone, to the one named before: « une gamine
// abuser par son oncle ».
func suffered(tokens []token, i int) bool {
	if t := &tokens[i]; t.of || t.to || t.det || i+1 >= len(tokens) || tokens[i+1].word != "par" {
		return false
	}
	w := tokens[i-1].word
	return !withVerb[w] && !pronouns[w] && !clitics[w] && !besides[w] && w != boundary && !strings.HasSuffix(w, "re") && !strings.HasSuffix(w, "er")
}

// mustBeInfinitive reports whether a verb that an infinitive goes with stands before tokens[i]: « dois », « peut-on ».
func mustBeInfinitive(tokens []token, i int) bool {
	t := &tokens[i]
	if t.one || t.det && !t.la {
		return false
	}
	if t.of || t.to && !t.has {
		return true // « envie d'avisé »
	}
	k := i - 1
	for n := 0; n < 4 && k > 0 && !withVerb[tokens[k].word] && (clitics[tokens[k].word] || besides[tokens[k].word] || pronouns[tokens[k].word]); n++ {
		if tokens[k].of || tokens[k].to {
			return tokens[k].of || !tokens[k].has // « menace de me planté »
		}
		k--
	}
	return withVerb[tokens[k].word]
}

var (
	subjects = words("il elle on qui me te se s m t lui leur nous vous ils elles ca y en ne rien")
	haves    = words("ai as ont avons avez avait avaient avais aura aurait aurais suis sommes etais")
	besides  = words("pas plus jamais deja bien tout rien encore aussi trop directement vraiment toujours souvent juste seulement simplement")
	withVerb = words("peux peut puis pouvons pouvez peuvent dois doit devons devez doivent faut vais va veux veut voulons veulent pourrais pourrait devrais devrait faudrait pouvoir devoir pour sans faire fait laisser laisse ose oser préfère aimerais aimerait voudrais voudrait compte failli pu dû voulu osé")
)
