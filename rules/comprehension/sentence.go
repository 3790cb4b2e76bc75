package comprehension

import (
	"slices"
	"strings"
)

// How a question turns the verdict. It is asked in one sentence, most often the last one that ends
// in a question mark.

// sentence is a stretch of tokens between hard boundaries.
type sentence struct {
	from, to int
	asks     bool
}

// asks reads how the text turns the verdict, and notes the words that say so. It gives the place of
// the word of may or must that asks, or -1.
func (rd *Reader) asks(q *Question, r *reading, found []match) (at int) {
	var said []match
	for _, m := range found {
		if (m.entry.key == "modalite" || m.entry.key == "silence" || m.entry.key == "opinion") && !outdone(m, found) && !r.perfect(m) {
			said = append(said, m)
		}
	}
	q.Modality, said = r.asking(said)
	q.Supposed = r.guessed
	at = -1
	for _, m := range said {
		q.span(r.tokens, m)
		if m.entry.key == "modalite" {
			at = max(at, m.from)
		}
	}
	return at
}

// perfect reports whether a silence is but a negation in the past, « n'a pas », or of a duty, « je
// n'ai pas à répondre ».
func (r *reading) perfect(m match) bool {
	if m.entry.key != "silence" {
		return false
	}
	if m.to == m.from+2 && r.tokens[m.from].word == "ne" && r.tokens[m.from+1].to {
		return true
	}
	for i := m.from + 1; i < m.to; i++ {
		if r.tokens[i].to && negations[r.tokens[i-1].word] && r.tokens[m.from].word == "ai" {
			return true
		}
	}
	return false
}

// outdone reports whether a longer term of the same kind holds m: « pas obligé » holds « obligé ».
func outdone(m match, found []match) bool {
	return slices.ContainsFunc(found, func(o match) bool {
		return o.entry.key == m.entry.key && o.from <= m.from && m.to <= o.to && o.to-o.from > m.to-m.from
	})
}

// asking finds the sentence that asks, and the modality that it asks. used are the terms it was read from.
func (r *reading) asking(said []match) (m Modality, used []match) {
	all := r.sentences()
	for _, wantMark := range []bool{true, false} {
		for i := len(all) - 1; i >= 0; i-- {
			if s := all[i]; s.asks == wantMark {
				if m, used := r.askedIn(s, said, wantMark || i == len(all)-1); m != Open || len(used) > 0 {
					return m, used
				}
			}
		}
	}
	return Open, nil
}

// sentences cuts the text, and notes which sentences ask.
func (r *reading) sentences() []sentence {
	var out []sentence
	from := 0
	for i := 1; i < len(r.tokens); i++ {
		if t := &r.tokens[i]; t.word == boundary && t.hard {
			out = append(out, sentence{from, i, t.asks || r.hasQue(from, i) || from+2 < i && turned[r.tokens[from+1].word] && pronouns[r.tokens[from+2].word]})
			from = i
		}
	}
	return out
}

// hasQue reports whether « est-ce que » stands there.
func (r *reading) hasQue(from, to int) bool {
	for i := from; i+2 < to; i++ {
		if r.tokens[i].word == "est" && (r.tokens[i+1].word == "que" || r.tokens[i+1].word == "qu") && r.tokens[i+1].det && !r.tokens[i+1].la {
			return true
		}
	}
	return false
}

// askedIn reads one sentence. propose allows « je lui dis ? », with no word of may or must, to ask.
func (r *reading) askedIn(s sentence, said []match, propose bool) (Modality, []match) {
	r.guessed = false
	if (s.asks || propose && r.lastAsk < 0) && r.open(s) {
		return Open, said[:0]
	}
	if v := judged(s, said); v != nil && v.entry.value == toAgree {
		if m, used, ok := r.held(s, said, func(i int) bool { return i < v.from }, nobody); ok && m != May {
			return m, append(used, *v) // « je n'ai pas à le dire, on est d'accord ? »
		}
	} else if v != nil && !r.passedBy(s, v, said) && (s.asks || r.lastAsk < 0 && propose && v.to >= s.to-2) {
		m, used := r.judgement(s, *v, said)
		if v.entry.value == "tort" {
			m = m.not()
		}
		return m, append(used, *v)
	}
	modal := r.modal(r.asksLast(s, said), said)
	if modal != nil && propose && r.onlyTold(modal, s) {
		modal = nil
	}
	switch {
	case modal != nil:
		o := opinion{modal: modal.entry.asked}
		used := []match{*modal}
		q := r.silence(s, modal, said)
		if q == nil && r.bare(modal, s) {
			q = r.silenceBefore(s, said)
		}
		if q != nil {
			o.silent, used = true, append(used, *q)
		} else if ban := r.ban(modal, s, said); ban != nil {
			return Forbidden, append(used, *ban)
		}
		r.guessed = q == nil && r.unread(modal, s)
		return o.modality(), used
	case propose:
		at := r.proposes(s)
		if at < 0 {
			if m := r.silence(r.lastOf(s), nil, said); m != nil && at != choice && (s.asks || r.lastAsk < 0 && r.weKeep(m)) {
				return Refuse, []match{*m} // « mon métier, c'est bien de me taire ? »
			}
			break
		}
		for at > s.from && r.tokens[at].word != boundary {
			at--
		}
		o := opinion{}
		var used []match
		if q := r.silence(sentence{at, s.to, s.asks}, nil, said); q != nil {
			o.silent, used = true, append(used, *q)
		} else {
			r.guessed = !r.does(at, s.to) && !r.weAct(s.from, at)
		}
		return o.modality(), used
	}
	return Open, nil
}

// lastOf gives the last clause of a sentence, with the tag or the « sans » that ends it: « autant
// rester au lit, non ? ».
func (r *reading) lastOf(s sentence) sentence {
	for i := s.to - 1; i > s.from; i-- {
		if r.tokens[i].word == boundary && !tags[r.tokens[i+1].word] && r.tokens[i+1].word != without {
			s.from = i
			break
		}
	}
	return s
}

var tags = words("non nan hein ok accord si oui")

// ends reports whether nothing follows in the sentence: « …, c'est risqué ? ».
func (r *reading) ends(i int) bool {
	return i >= len(r.tokens) || r.tokens[i-1].word == boundary || r.tokens[i].word == boundary
}

// bare reports whether a sentence says little more than a modality: « Je peux ? », « Peut-on
// continuer ainsi ? ».
func (r *reading) bare(modal *match, s sentence) bool {
	if modal.to+2 <= s.to && r.tokens[modal.to].word == "ou" && r.ends(modal.to+2) { // « ça craint ou pas ? »
		return modal.to-s.from <= 5
	}
	return s.to-s.from-1-(modal.to-modal.from) <= 2 && (r.ends(modal.to) || r.ends(modal.to+2) && r.tokens[modal.to].word == "continuer")
}

// sentenceEnds reports whether a sentence ends between two places.
func (r *reading) sentenceEnds(from, to int) bool {
	return slices.ContainsFunc(r.tokens[min(from, to):to], func(t token) bool { return t.word == boundary && t.hard })
}

func (r *reading) clauseEnds(from, to int) bool {
	for i := from; i < to; i++ {
		if r.tokens[i].word == boundary {
			return true
		}
	}
	return false
}

// open reports whether a sentence asks who, what or how, not whether.
func (r *reading) open(s sentence) bool {
	clause := s.from
	for i := s.from + 1; i < s.to; i++ {
		t := &r.tokens[i]
		if t.word == boundary {
			clause = i
			continue
		}
		if clause > s.from && relative[t.word] {
			continue // « au médecin, qui ne les connaît pas »
		}
		switch {
		case t.word == "quoi" && !t.of, t.word == "comment" && i-clause < 6 && !r.turnedIn(clause, i), t.word == "pourquoi" && i-clause < 3, t.word == "combien" && i-clause < 3:
			if r.lastClause(i, s.to) {
				return true
			}
		case i == clause+1 || i == clause+2 && links[r.tokens[i-1].word]:
			if asksWhat[t.word] && (r.lastClause(i, s.to) || r.offers(i, s.to)) && !(t.word == "que" && i+1 < s.to && r.tokens[i+1].word == "si") {
				return true
			}
		}
	}
	return false
}

// offers reports whether a question only goes on with those it may be of: « qui dois-je prévenir, le maire ou le
// procureur ? ».
func (r *reading) offers(i, to int) bool {
	end := i
	for end < to && r.tokens[end].word != boundary {
		end++
	}
	return r.turnedIn(i, end) && !slices.ContainsFunc(r.tokens[end:to], func(t token) bool { return ours[t.word] || pronouns[t.word] })
}

// turnedIn reports whether a verb stands before its pronoun there: « puis-je dire comment elle va ? » asks whether.
func (r *reading) turnedIn(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if pronouns[r.tokens[i].word] && turned[r.tokens[i-1].word] {
			return true
		}
	}
	return false
}

// asksOpen reports whether the last sentence that asks does not ask whether.
func (r *reading) asksOpen() bool {
	all := r.sentences()
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].asks {
			return r.open(all[i])
		}
	}
	return false
}

// lastClause reports whether no later clause but a tag follows.
func (r *reading) lastClause(i, to int) bool {
	for ; i < to; i++ {
		if r.tokens[i].word == boundary && to-i > 3 {
			return false
		}
	}
	return true
}

var (
	asksWhat = words("qui que quoi quel quelle quels quelles lequel laquelle quand combien pourquoi où qu")
	relative = words("qui que où qu")
	links    = words("et mais alors donc par avec pour jusqu")
)

// proposes finds what one would do: « je lui dis ? », « on envoie ? », « répondre ? ». It gives the
// place of the one who would, -1 if none is told, or choice.
func (r *reading) proposes(s sentence) int {
	asks := s.asks || r.lastAsk < 0 // many type no question mark
	for i := s.to - 1; i > s.from; i-- {
		word := r.tokens[i].word
		if word == "ou" && asks && i+1 < s.to && r.tokens[i+1].word != "pas" && r.tokens[i+1].word != "non" && r.tokens[i+1].word != boundary && s.to-i < 12 {
			return choice // « je réponds ou je raccroche ? »
		}
		if word == "vou" && asks && i+2 < s.to && strings.HasSuffix(r.tokens[min(i+2, s.to-1)].word, "riez") {
			return i // « vous lui diriez ? »
		}
		if word != "je" && word != "on" && word != "nou" {
			continue
		}
		if subordinate[r.tokens[i-1].word] && !(r.tokens[i-1].word == "que" && i >= 2 && r.tokens[i-2].word == "est") {
			continue
		}
		k := i + 1
		for k < s.to && clitics[r.tokens[k].word] {
			k++
		}
		if k >= s.to {
			continue
		}
		v := &r.tokens[k]
		switch {
		case v.word == boundary || v.to || stative[v.word] || pronouns[v.word] || strings.HasSuffix(v.word, "ai") && !strings.HasSuffix(v.word, "fai") && v.word != "vai" || strings.HasSuffix(v.word, "ait") && v.word != "fait" && v.word != "tait":
			continue
		case word == "nou" && !strings.HasSuffix(v.word, "on"):
			continue
		case !s.asks && (!r.does(k, k+1) || goes[v.word]):
			continue
		}
		return i
	}
	if asks && s.to-s.from <= 7 && r.theyWould(s) {
		return s.from + 1
	}
	first := s.from + 1
	for first < s.to && clitics[r.tokens[first].word] {
		first++
	}
	if asks && first < s.to && (r.infinitive(first) || strings.HasSuffix(r.tokens[first].word, "re")) && (r.bears(first, r.lex.tell) >= 0 || r.bears(first, r.lex.warn) >= 0) {
		return first
	}
	return -1
}

// theyWould reports whether a short question is of what someone at the service would do for someone: « l'accueil
// les lui sort ? », « il le lui imprime ? ».
func (r *reading) theyWould(s sentence) bool {
	for i := s.from + 2; i+1 < s.to && i < s.from+4; i++ {
		if w := r.tokens[i].word; (w == "lui" || w == "leur") && r.tokens[i+1].word != boundary && !pronouns[r.tokens[i+1].word] {
			return !asksWhat[r.tokens[s.from+1].word] && !clitics[r.tokens[s.from+1].word]
		}
	}
	return false
}

// choice is where a question offers two deeds: it is no yes/no question.
const choice = -2

var (
	subordinate = words("que qu si où dont qui quand parce lorsque puisque quoi comme puis")
	clitics     = words("ne me te se le la lui leur y en nous vous m t s n les")
	stative     = words("suis ai as a est sommes avons avions étais étions était avais avait serai sais sait savons connais connaît connaissons veux veut voulons voudrais pense pensons crois croit croyons comprends comprend vois voit travaille bosse accompagne interviens risque peux peut puis pouvons dois doit devons pas même aussi seul seule reçois reçoit sors trouve hésite doute pensais croyais voulais")
)
