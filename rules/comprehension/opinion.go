package comprehension

import (
	"slices"
	"strings"
)

// What a question weighs: may or must, and whether it is to speak; what may be silence (« puis-je me
// taire ? »), or what someone said or did before (« ma cheffe dit que je dois y aller. Elle a tort ? »).

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

// opinions are the ways to judge what was said or done: it is right or wrong; one would follow an order,
// or not; a lesser deed would do; one asks to agree.
var opinions = []string{"raison", "tort", toObey, toDisobey, sufficing, toAgree}

const (
	toObey    = "obeir"
	toDisobey = "desobeir"
	sufficing = "assez"
	toAgree   = "accord"
)

// holder is who holds an opinion.
type holder uint8

const (
	nobody holder = iota // a deed, or what is asked
	asker
	other
)

// judged returns the last « a raison », « a tort » of a sentence; of two in one place, the one that says
// more than right or wrong.
func judged(s sentence, said []match) *match {
	var last *match
	for i := range said {
		m := &said[i]
		if m.entry.key != "opinion" || m.from < s.from || m.from >= s.to {
			continue
		}
		if last == nil || m.from > last.from || m.from == last.from && m.entry.value != "raison" {
			last = m
		}
	}
	return last
}

// passedBy reports whether what judges is but told, and something else is asked in a later clause: « je
// l'écoute, dois-je prévenir la CRIP ? », « il ment, puis-je le dire au juge ? ».
func (r *reading) passedBy(s sentence, v *match, said []match) bool {
	modal := r.modal(r.asksLast(s, said), said)
	if modal == nil || modal.from < v.to-1 || !r.clauseEnds(v.to-1, modal.from) {
		return false
	}
	return v.entry.value == toObey || v.entry.value == toDisobey || r.asksOwn(modal) && !r.parted(v.to, modal.from)
}

// asksOwn reports whether a word of may or must asks of a deed of the asker's that follows it: « puis-je le dire ».
func (r *reading) asksOwn(modal *match) bool {
	return !r.ends(modal.to) && (r.inverted(modal) || r.ofOurs(modal))
}

// ofOurs reports whether a word of may or must has the asker for its subject: « je peux », « est-ce qu'on doit ».
func (r *reading) ofOurs(modal *match) bool {
	return slices.ContainsFunc(r.tokens[modal.from:modal.to], func(t token) bool { return ours[t.word] })
}

var ours = words("je on nous")

// asksLast narrows a sentence to its last clause where the asker asks in that one: « le condamné viendra, je
// peux me taire ? » does not ask whether one is condemned.
func (r *reading) asksLast(s sentence, said []match) sentence {
	last := r.lastOf(s)
	first := last.from + 1
	for first < last.to && links[r.tokens[first].word] {
		first++
	}
	for i := range said {
		if m := &said[i]; m.entry.key == "modalite" && m.entry.asked != Open && m.from == first && r.ofOurs(m) {
			return last
		}
	}
	return s
}

// onlyTold reports whether a word of may or must is but told, and the last clause asks what one would do: « le juge a
// interdit l'adresse, je la donne ? » does not ask whether it is forbidden.
func (r *reading) onlyTold(modal *match, s sentence) bool {
	last := r.lastOf(s)
	if modal.from >= last.from || modal.entry.asked == May || r.inverted(modal) || pronouns[r.tokens[modal.to].word] || r.hasQue(s.from, modal.to) {
		return false
	}
	for i := max(modal.from-2, 1); i < modal.to; i++ {
		if r.tokens[i].word == "est" && r.tokens[i+1].word == "ce" {
			return false // « est-ce une faute, je lui ai parlé ? »
		}
	}
	at := r.proposes(last)
	return at > last.from && at <= last.from+2 && ours[r.tokens[at].word] && r.does(at, last.to)
}

// obeyed reads « dois-je lui obéir ? »: to do what was ordered is to speak, or to stay silent. What
// the order is stands before, of the one who gives it first. Open if nothing tells.
func (r *reading) obeyed(s sentence, v match, said []match) (Modality, []match) {
	order, used, ok := r.order(s, v, said)
	if !ok {
		switch {
		case v.entry.value == toDisobey:
			order = Forbidden // one passes over a refusal, most often
		case r.has(r.lex.ask):
			order = Must // with no word of silence, what is wanted is to speak
		default:
			return Open, nil
		}
	}
	o := opinion{silent: order == Forbidden || order == Refuse}
	if v.entry.value == toDisobey {
		o.silent = !o.silent
	}
	var rest []match
	for _, m := range said {
		if m.from >= v.to || m.to <= v.from {
			rest = append(rest, m)
		}
	}
	modal := r.modal(sentence{max(s.from, v.from-6), s.to, s.asks}, rest)
	if modal != nil && modal.entry.asked == Must {
		o.modal = Must
	}
	m := o.modality()
	if modal != nil && modal.entry.asked == Forbidden && modal.to <= v.from && !r.clauseEnds(modal.to, v.from) {
		m = m.not() // « est-ce une faute de désobéir ? »
	}
	for _, w := range rest {
		if w.entry.value == "tort" && w.from >= s.from && w.from < v.from {
			m = m.not() // « ai-je tort de lui obéir ? »
		}
	}
	return m, used
}

// order finds what someone wants done, from the words around v: nearest first, and that of someone
// else before what only stands there.
func (r *reading) order(s sentence, v match, said []match) (Modality, []match, bool) {
	holders := r.holders(s.to)
	clause := v.from // « puis-je passer outre ? » orders nothing
	for clause > s.from && r.tokens[clause].word != boundary {
		clause--
	}
	all := r.sentences()
	for _, by := range []holder{other, nobody} {
		for i := len(all) - 1; i >= 0; i-- {
			if all[i].from > s.from {
				continue
			}
			if m, used, ok := r.held(all[i], said, func(k int) bool { return (k < clause || k >= v.to) && holders[k] == by }, by); ok {
				return m, used, true
			}
		}
	}
	return Open, nil, false
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
		if last := &r.tokens[m.to-1]; last.word == boundary && !last.hard {
			continue // « Motus, puis-je le dire ? »
		}
		if modal != nil && m.to <= modal.from && r.clauseEnds(m.to, modal.from) && r.asksOwn(modal) && r.speaks(modal.to, s.to) {
			continue // « je ne parle pas du maire mais du préfet : puis-je lui donner l'adresse ? »
		}
		if modal != nil && (modal.to <= m.from && r.parted(modal.to, m.from) || m.to <= modal.from && m.from > s.from+2 && r.clauseEnds(m.to, modal.from) && (!r.ends(modal.to) || r.parted(r.opened(s.from, m.from), m.from))) {
			continue
		}
		return m
	}
	return nil
}

// silenceBefore returns what one of the two sentences before tells of the silence that is asked about: the
// asker's own, or of someone else what they want too: « ma cheffe veut la laisser sans réponse. Elle a
// le droit ? ».
func (r *reading) silenceBefore(s sentence, said []match) *match {
	third := slices.ContainsFunc(r.tokens[s.from:s.to], func(t token) bool { return thirdPerson[t.word] && t.word != "on" })
	all := r.sentences()
	for i, n := len(all)-1, 0; i >= 0 && n < 2; i-- {
		if all[i].from < s.from {
			n++
			m := r.silence(all[i], nil, said)
			if m == nil {
				continue
			}
			if !third && r.parted(max(all[i].from, m.from-4), m.from) {
				return nil
			}
			return m
		}
	}
	return nil
}

// ban returns the words by which someone forbade, in the sentence before, what « elle a le droit ? » asks of: to
// forbid it is right if it is forbidden.
func (r *reading) ban(modal *match, s sentence, said []match) *match {
	if modal.entry.asked != May || !r.bare(modal, s) || !r.ofAnother(s) {
		return nil
	}
	holders := r.holders(s.from)
	for i := len(said) - 1; i >= 0; i-- {
		m := &said[i]
		if m.entry.key == "modalite" && m.entry.modality == Forbidden && m.from < s.from && slices.Contains(holders[m.from:m.to], other) {
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

// opened gives where what is told apart begins: « le juge m'interroge : me taire, c'est permis ? ».
func (r *reading) opened(from, to int) int {
	for i := to; i > from; i-- {
		if r.tokens[i].colon {
			return i
		}
	}
	return from
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

// judgement reads what is said to be right or wrong: in the sentence itself (« ai-je tort de
// refuser ? »), or before it, from the one who is judged.
func (r *reading) judgement(s sentence, v match, said []match) (Modality, []match) {
	switch v.entry.value {
	case toObey, toDisobey:
		return r.obeyed(s, v, said)
	case sufficing:
		return Refuse, nil
	}
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
		if who != asker && holders[i] == other && (r.denies(i) || r.tokens[i].word == "rien" || r.restricts(i)) {
			return Refuse, nil // « elle soutient qu'on n'écrit jamais au procureur »
		}
	}
	r.guessed = !r.doneOrWanted(s.to)
	return May, nil // a deed: something was told
}

// restricts reports whether « ne … que » stands there: « une réquisition ne vise que le papier ».
func (r *reading) restricts(i int) bool {
	return r.tokens[i].word == "ne" && slices.ContainsFunc(r.tokens[i+1:min(i+4, len(r.tokens))], func(t token) bool { return t.word == "que" || t.word == "qu" })
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
	for i := min(v.to, s.to) - 1; i > s.from; i-- {
		w := r.tokens[i].word
		if w == boundary && i < v.from {
			break // « je lui ai tout dit, a-t-il raison ? »
		}
		if firstPerson[w] && i >= v.from-3 {
			return asker
		}
		if thirdPerson[w] {
			return other
		}
	}
	if third || slices.ContainsFunc(r.tokens[s.from:s.to], func(t token) bool { return thirdPerson[t.word] }) {
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
	if modal != nil {
		r.guessed = !o.silent && r.unread(modal, s) // « elle dit que je dois finir la visite »
	}
	return o.modality(), used, len(used) > 0 || o.order && r.toldTo(s, of)
}

// toldTo reports whether someone is told to speak: « elle me dit de prévenir la CRIP ».
func (r *reading) toldTo(s sentence, of func(int) bool) bool {
	for i := s.from; i < s.to; i++ {
		if t := &r.tokens[i]; of(i) && t.of && r.infinitive(i) && (r.bears(i, r.lex.tell) >= 0 || r.bears(i, r.lex.warn) >= 0) {
			return true
		}
	}
	return false
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
			if t.word == "mon" || t.word == "me" && i+1 < end && strings.HasPrefix(r.tokens[i+1].word, "sembl") {
				who = asker // « il me semble », « à mon avis », but not « elle m'interdit »
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
