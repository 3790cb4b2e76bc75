package comprehension

import (
	"slices"
	"strings"
)

// How a question turns the verdict. It is asked in one sentence, most often the last one that ends
// in a question mark; what it weighs may be silence (« puis-je me taire ? »), or what someone said
// or did before (« ma cheffe dit que je dois y aller. Elle a tort ? »).

// opinion is what someone holds, or does: may, must, must not, about speaking or staying silent.
type opinion struct {
	modal  Modality
	silent bool
	order  bool // someone else holds it: with no word of may or must, they say what must be done
}

// modality is what asking « is it so? » of an opinion asks of speaking.
func (o opinion) modality() Modality {
	m := o.modal
	if m == Open {
		m = May
		if o.order {
			m = Must
		}
	}
	if !o.silent {
		return m
	}
	switch m {
	case May:
		return Refuse
	case Must:
		return Forbidden
	case Forbidden:
		return Must
	}
	return m
}

// not is what asking « is it not so? » asks: not to be obliged is to be free to stay silent.
func (m Modality) not() Modality {
	switch m {
	case May:
		return Forbidden
	case Forbidden:
		return May
	case Must:
		return Refuse
	case Refuse:
		return Must
	}
	return m
}

// holder is who holds an opinion.
type holder uint8

const (
	nobody holder = iota // a deed, or what is asked
	asker
	other
)

// sentence is a stretch of tokens between hard boundaries.
type sentence struct {
	from, to int
	asks     bool
}

// asks reads how the text turns the verdict, and notes the words that say so.
func (rd *Reader) asks(q *Question, r *reading, found []match) {
	var said []match
	for _, m := range found {
		if (m.entry.key == "modalite" || m.entry.key == "silence" || m.entry.key == "opinion") && !outdone(m, found) && !r.perfect(m) {
			said = append(said, m)
		}
	}
	q.Modality, said = r.asking(said)
	for _, m := range said {
		q.span(r.tokens, m)
	}
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
	if s.asks && r.open(s) {
		return Open, said[:0]
	}
	if v := judged(s, said); v != nil && (s.asks || r.lastAsk < 0 && propose && v.to >= s.to-2) {
		m, used := r.judgement(s, *v, said)
		if v.entry.value == "tort" {
			m = m.not()
		}
		return m, append(used, *v)
	}
	modal := r.modal(s, said)
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
		}
		return o.modality(), used
	case propose:
		at := r.proposes(s)
		if at < 0 {
			if m := r.silence(r.lastOf(s), nil, said); m != nil && s.asks && at != choice {
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
		}
		return o.modality(), used
	}
	return Open, nil
}

// lastOf gives the last clause of a sentence.
func (r *reading) lastOf(s sentence) sentence {
	for i := s.to - 1; i > s.from; i-- {
		if r.tokens[i].word == boundary {
			s.from = i
			break
		}
	}
	return s
}

// judged returns the last « a raison », « a tort » of a sentence.
func judged(s sentence, said []match) *match {
	for i := len(said) - 1; i >= 0; i-- {
		if m := &said[i]; m.entry.key == "opinion" && s.from <= m.from && m.from < s.to {
			return m
		}
	}
	return nil
}

// modal returns the word of may or must that asks in a stretch: the one turned as a question is
// (« puis-je »), or the one that goes furthest, the last of them.
func (r *reading) modal(s sentence, said []match) *match {
	var best *match
	score := -1
	for i := range said {
		m := &said[i]
		if m.entry.key != "modalite" || m.entry.asked == Open || m.from < s.from || m.from >= s.to {
			continue
		}
		n := int(rank[m.entry.asked])
		if r.inverted(m) {
			n += 10
		}
		if n >= score {
			best, score = m, n
		}
	}
	return best
}

var rank = [...]int{Open: 0, May: 1, Must: 2, Forbidden: 3, Refuse: 4}

// inverted reports whether a term holds a verb before its pronoun: « puis-je », « faut-il ».
func (r *reading) inverted(m *match) bool {
	for i := m.from; i <= m.to && i < len(r.tokens); i++ {
		if i > 0 && pronouns[r.tokens[i].word] && turned[r.tokens[i-1].word] {
			return true
		}
	}
	return false
}

var (
	pronouns = words("je on il elle nous vous t ils elles")
	turned   = words("puis peut peux pouvons pouvez dois doit devons devez faut ai a suis est sommes avons peuvent doivent pourrais pourrait devrais devrait t serait serais")
)

// silence returns a term that tells of staying silent in a sentence: beside the word of may or must,
// or first in the sentence. It is not one beyond an « ou » that offers it as the other choice, nor
// one that someone else asks for, nor one denied: « ne pas me taire ».
func (r *reading) silence(s sentence, modal *match, said []match) *match {
	for i := range said {
		m := &said[i]
		if m.entry.key != "silence" || m.from < s.from || m.from >= s.to || r.kept(m.from) {
			continue
		}
		if modal != nil && (modal.to <= m.from && r.parted(modal.to, m.from) || m.to <= modal.from && m.from > s.from+2 && r.clauseEnds(m.to, modal.from) && (!r.ends(modal.to) || r.parted(s.from, m.from))) {
			continue
		}
		return m
	}
	return nil
}

// ends reports whether nothing follows in the sentence: « …, c'est risqué ? ».
func (r *reading) ends(i int) bool {
	return i >= len(r.tokens) || r.tokens[i-1].word == boundary || r.tokens[i].word == boundary
}

// bare reports whether a sentence says little more than a modality: « Je peux ? », « Peut-on
// continuer ainsi ? ».
func (r *reading) bare(modal *match, s sentence) bool {
	return s.to-s.from-1-(modal.to-modal.from) <= 2 && (r.ends(modal.to) || r.ends(modal.to+2) && r.tokens[modal.to].word == "continuer")
}

// silenceBefore returns what the sentence before tells of the asker's own silence.
func (r *reading) silenceBefore(s sentence, said []match) *match {
	all := r.sentences()
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].from < s.from {
			m := r.silence(all[i], nil, said)
			if m == nil || r.parted(max(all[i].from, m.from-4), m.from) {
				return nil
			}
			return m
		}
	}
	return nil
}

// kept reports whether « ne pas » or « sans » stands before: « ne pas me taire » is to speak.
func (r *reading) kept(from int) bool {
	for k := from - 1; k >= from-2 && k > 0; k-- {
		if r.tokens[k].word == "pas" && r.tokens[k-1].word == "ne" {
			return true
		}
	}
	return from > 0 && r.tokens[from-1].word == without
}

// parted reports whether what follows is another choice, or someone else's wish.
func (r *reading) parted(from, to int) bool {
	for i := from; i < to; i++ {
		if otherwise[r.tokens[i].word] || r.bears(i, r.lex.ask) >= 0 {
			return true
		}
	}
	return false
}

var otherwise = words("ou même alors car puisque malgré sachant quoique bien vu pourtant")

func (r *reading) clauseEnds(from, to int) bool {
	for i := from; i < to; i++ {
		if r.tokens[i].word == boundary {
			return true
		}
	}
	return false
}

// judgement reads what is said to be right or wrong: in the sentence itself (« ai-je tort de
// refuser ? »), or before it, from the one who is judged.
func (r *reading) judgement(s sentence, v match, said []match) (Modality, []match) {
	if m, used, ok := r.held(s, said, func(i int) bool { return i < v.from || i >= v.to }, nobody); ok {
		return m, used
	}
	for i := s.from; i+1 < s.to; i++ {
		if r.tokens[i].word == "si" && firstPerson[r.tokens[i+1].word] {
			return May, nil // « si je lui en parle, est-ce que je sors des clous ? »
		}
	}
	who := r.judgedOne(s, v)
	holders := r.holders(s.from)
	all := r.sentences()
	for _, by := range [][]holder{nobody: {other, asker, nobody}, asker: {asker, other, nobody}, other: {other, asker, nobody}}[who] {
		for i := len(all) - 1; i >= 0; i-- {
			if all[i].from >= s.from {
				continue
			}
			m, used, ok := r.held(all[i], said, func(k int) bool { return holders[k] == by }, by)
			if !ok {
				continue
			}
			if who != nobody && by != who && (by != nobody || r.contrary(holders, who)) {
				m = m.not() // the other one holds the contrary
			}
			return m, used
		}
	}
	for i := 0; i < s.from; i++ {
		if holders[i] == other && (r.denies(i) || r.tokens[i].word == "rien") {
			return Refuse, nil // « elle soutient qu'on n'écrit jamais au procureur »
		}
	}
	return May, nil // a deed: something was told
}

// contrary reports whether someone is told to hold the contrary: « on peut le dire, elle croit le
// contraire ».
func (r *reading) contrary(holders []holder, who holder) bool {
	for i, h := range holders {
		if w := r.tokens[i].word; h == who && (w == "contraire" || w == "inverse") {
			return true
		}
	}
	return false
}

// judgedOne finds who would be right or wrong; nobody in « est-ce exact ? ».
func (r *reading) judgedOne(s sentence, v match) holder {
	third := v.entry.value == "tort"
	for i := s.from; i < s.to; i++ {
		switch {
		case i >= v.from-2 && i < v.to && firstPerson[r.tokens[i].word]:
			return asker
		case thirdPerson[r.tokens[i].word]:
			third = true
		}
	}
	if third {
		return other
	}
	return nobody
}

var (
	firstPerson = words("je moi me")
	thirdPerson = words("il elle ils elles lui eux on")
)

// held reads the opinion told in a sentence, by the tokens that of allows.
func (r *reading) held(s sentence, said []match, of func(int) bool, by holder) (Modality, []match, bool) {
	var modal, silence *match
	for i := range said {
		m := &said[i]
		if m.from < s.from || m.from >= s.to || !of(m.from) {
			continue
		}
		switch {
		case m.entry.key == "modalite" && m.entry.modality != Open && (modal == nil || rank[m.entry.modality] > rank[modal.entry.modality]):
			modal = m
		case m.entry.key == "silence" && silence == nil && !r.kept(m.from):
			silence = m
		}
	}
	o := opinion{order: by == other}
	var used []match
	if modal != nil {
		o.modal, used = modal.entry.modality, append(used, *modal)
	}
	if silence != nil && (modal == nil || silence.from >= modal.to || silence.to <= modal.from) {
		o.silent, used = true, append(used, *silence)
	}
	return o.modality(), used, len(used) > 0
}

// holders tells, for each token before end, whose opinion it is part of.
func (r *reading) holders(end int) []holder {
	out := make([]holder, len(r.tokens))
	who := nobody
	for i := 0; i < end; i++ {
		t := &r.tokens[i]
		switch {
		case t.word == boundary && t.hard:
			who = nobody
		case r.bears(i, r.lex.holds) >= 0:
			who = other
			if t.word == "me" || t.word == "mon" {
				who = asker // « il me semble », « à mon avis »
			}
			for k := i - 1; k >= 0 && k >= i-3 && r.tokens[k].word != boundary; k-- {
				if r.tokens[k].word == "je" {
					who = asker
				}
			}
		}
		out[i] = who
	}
	return out
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
		case t.word == "quoi" && !t.of, t.word == "comment" && i-clause < 6, t.word == "pourquoi" && i-clause < 3, t.word == "combien" && i-clause < 3:
			if r.lastClause(i, s.to) {
				return true
			}
		case i == clause+1 || i == clause+2 && links[r.tokens[i-1].word]:
			if asksWhat[t.word] && r.lastClause(i, s.to) && !(t.word == "que" && i+1 < s.to && r.tokens[i+1].word == "si") {
				return true
			}
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
	for i := s.to - 1; i > s.from; i-- {
		word := r.tokens[i].word
		if word == "ou" && s.asks && i+1 < s.to && r.tokens[i+1].word != "pas" && r.tokens[i+1].word != "non" && r.tokens[i+1].word != boundary && s.to-i < 12 {
			return choice // « je réponds ou je raccroche ? »
		}
		if word == "vou" && s.asks && i+2 < s.to && strings.HasSuffix(r.tokens[min(i+2, s.to-1)].word, "riez") {
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
		case v.word == boundary || v.to || stative[v.word] || pronouns[v.word] || strings.HasSuffix(v.word, "ai") && v.word != "fai" && v.word != "vai" || strings.HasSuffix(v.word, "ait") && v.word != "fait" && v.word != "tait":
			continue
		case word == "nou" && !strings.HasSuffix(v.word, "on"):
			continue
		case !s.asks && r.bears(k, r.lex.tell) < 0 && r.bears(k, r.lex.warn) < 0:
			continue
		}
		return i
	}
	first := s.from + 1
	for first < s.to && clitics[r.tokens[first].word] {
		first++
	}
	if s.asks && first < s.to && (r.infinitive(first) || strings.HasSuffix(r.tokens[first].word, "re")) && (r.bears(first, r.lex.tell) >= 0 || r.bears(first, r.lex.warn) >= 0) {
		return first
	}
	return -1
}

// choice is where a question offers two deeds: it is no yes/no question.
const choice = -2

var (
	subordinate = words("que qu si où dont qui quand parce lorsque puisque quoi comme puis")
	clitics     = words("ne me te se le la lui leur y en nous vous m t s n les")
	stative     = words("suis ai as a est sommes avons avions étais étions était avais avait serai sais sait savons connais connaît connaissons veux veut voulons voudrais pense pensons crois croit croyons comprends comprend vois voit travaille bosse accompagne interviens risque peux peut puis pouvons dois doit devons pas même aussi seul seule reçois reçoit sors trouve hésite doute pensais croyais voulais")
)
