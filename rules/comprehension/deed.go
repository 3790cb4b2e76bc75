package comprehension

import (
	"slices"
	"strings"
)

// The deed a question asks of. Where no word of it is known, to speak is only supposed, and that must not
// approve it in front of a duty: « il a avalé des cachets. Je rentre ? » is no « je le signale ? ».

// does reports whether to speak, to hand over, to help or to go stands there. What someone told the asker is
// none, nor what they hold: « il me dit », « elle dit que ».
func (r *reading) does(from, to int) bool {
	for i := max(from, 1); i < to; i++ {
		before, next := r.tokens[i-1].word, &r.tokens[min(i+1, len(r.tokens)-1)]
		switch {
		case possessives[before] && before != "leur":
			continue // « mon rapport », but « je leur donne »
		case r.tokens[i].of && !clitics[r.tokens[i].word] && !r.infinitive(i) && !strings.HasSuffix(r.tokens[i].word, "re"):
			continue // « hors du rapport », but « besoin de transmettre », « le droit de lui dire »
		case !r.infinitive(i) && !r.weDo(i) && (before == "me" || before == "nou" || next.word == "que" || next.word == "qu"):
			continue // « il m'a appelé », « elle dit que ça va »
		case goes[r.tokens[i].word] && !next.det && r.infinitive(i+1):
			continue // « je vais dormir »
		case gets[r.tokens[i].word], r.infinitive(i) && r.bears(i, r.lex.ask) >= 0:
			return true // « puis-je demander conseil »
		case r.bears(i, r.lex.tell) >= 0 || r.bears(i, r.lex.warn) >= 0 || r.bears(i, r.lex.act) >= 0:
			return true
		}
	}
	return false
}

// weDo reports whether « je », « on » or « nous » is the subject of the verb at i.
func (r *reading) weDo(i int) bool {
	k := i - 1
	for k > 0 && clitics[r.tokens[k].word] && r.tokens[k].word != "nou" {
		k--
	}
	return ours[r.tokens[max(k, 0)].word]
}

// weAct reports whether the asker does something that is known there: « j'en parle à ma collègue, on suit la même famille ? ».
func (r *reading) weAct(from, to int) bool {
	for i := max(from, 1); i < to; i++ {
		if r.weDo(i) && r.does(i, i+1) {
			return true
		}
	}
	return false
}

// weKeep reports whether the asker is the subject of a silence: « je me tais », with no question mark.
func (r *reading) weKeep(m *match) bool {
	return ours[r.tokens[m.from].word] || r.weDo(m.from)
}

var (
	goes = words("vais va allons aller vas allez")
	gets = words("voir avoir obtenir recevoir connaître savoir")
)

// doneOrWanted reports whether a deed that is known was told before, or something is wanted of the asker: « il
// veut mes notes », but not « il veut rentrer ».
func (r *reading) doneOrWanted(to int) bool {
	for i := 1; i < to; i++ {
		if end := r.bears(i, r.lex.ask); end > 0 && end < to && !r.infinitive(end) {
			return true
		}
	}
	return r.does(1, to)
}

// ofAnother reports whether a sentence that says little more than a modality is of someone else: « il avait le
// droit ? ».
func (r *reading) ofAnother(s sentence) bool {
	said := r.tokens[s.from:s.to]
	return !slices.ContainsFunc(said, func(t token) bool { return ours[t.word] }) && slices.ContainsFunc(said, func(t token) bool { return thirdPerson[t.word] })
}

// unread reports whether a word of may or must asks of an infinitive that is not known, « puis-je finir ma
// tournée ? », or of what someone else did that is not: « elle a le droit ? ».
func (r *reading) unread(modal *match, s sentence) bool {
	if r.bare(modal, s) {
		return r.ofAnother(s) && !r.doneOrWanted(s.to)
	}
	for i := modal.to; i < s.to && r.tokens[i].word != boundary; i++ {
		if t := &r.tokens[i]; r.infinitive(i) && (t.la || !t.det) {
			return !r.does(s.from, s.to)
		}
	}
	return false
}
