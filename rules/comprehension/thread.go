package comprehension

import (
	"slices"
	"strings"

	"motus/rules"
)

// remember sets the facts of the thread. A follow-up changes what it names and keeps the rest; a
// fiche asked for in passing, or small talk, changes nothing; any other text starts anew.
func (rd *Reader) remember(q *Question, before Question, follows bool, t turn, r *reading) {
	if !follows && q.Kind != Notion && q.Kind != OutOfScope {
		q.Facts = q.New
		return
	}
	q.Child = q.Child || before.Child
	found := t&back != 0 && rd.found(before.Facts) != before.Facts
	q.Danger = q.Danger || before.Danger && t&denies == 0 && !found
	if q.Modality == Open {
		q.Modality, q.Supposed = before.Modality, before.Supposed
	}
	if q.Kind != Decision && q.Kind != Unsure {
		q.Facts = before.Facts
		if q.Kind != Vague {
			q.Asked = before.Asked // « merci » answers nothing
		}
		return
	}
	old := before.Facts
	if t&denies != 0 {
		q.New = rd.withoutRepeats(q.New, old, r)
		old = rd.calmed(old)
		if rd.base.Get(q.New, "peril") == "" {
			rd.put(q, "peril", "non")
		}
	}
	if found {
		old = rd.found(old)
	}
	q.Facts = rd.over(q.New, rd.grown(q.New, rd.still(q.New, old)))
}

// found drops a disappearance from what was said before, and the peril that it was.
func (rd *Reader) found(before rules.FactSet) rules.FactSet {
	for _, key := range []rules.Key{"disparition_mineur", "disparition_majeur"} {
		if rd.base.Get(before, key) != "" {
			before = rd.base.Forget(rd.base.Forget(before, key), "peril")
		}
	}
	return before
}

// onlyMinors are the dangers that only a minor runs.
var onlyMinors = []rules.Key{"mineur_en_danger", "mineur_compromis", "disparition_mineur"}

// grown drops the dangers of a minor from what was said before, when the one spoken of is told to be
// of age: « et si elle est majeure ? ».
func (rd *Reader) grown(said, before rules.FactSet) rules.FactSet {
	if rd.base.Get(said, "age_personne") != "majeur" && rd.base.Get(said, "age_victime") != "majeur" {
		return before
	}
	for _, key := range onlyMinors {
		before = rd.base.Forget(before, key)
	}
	return before
}

// missing keeps one of two disappearances read from the same words: that of a minor if one is in the text.
func (rd *Reader) missing(q *Question, r *reading) {
	if rd.base.Get(q.New, "disparition_mineur") != "oui" || rd.base.Get(q.New, "disparition_majeur") != "oui" {
		return
	}
	if r.has(r.lex.minor) || r.anyYoung() {
		q.New = rd.base.Forget(q.New, "disparition_majeur")
		return
	}
	q.New = rd.base.Forget(q.New, "disparition_mineur")
}

// followsUp reports whether a text goes on with the thread: it begins as an afterthought does (« et
// au procureur ? »), or names no one new. « Un enfant est battu », later, is another story.
func (rd *Reader) followsUp(r *reading, q *Question, t turn) bool {
	if t&another != 0 || r.anothersCase(rd.base.Get(q.New, "destinataire")) {
		return false
	}
	if t != 0 || len(r.tokens) > 1 && r.goesOn() {
		return true
	}
	if !rd.decisive(q.New, q.Modality) {
		return !r.asksOfSomeone() // what it asks is not known, but the facts of another story answer it no better
	}
	for i, t := range r.tokens {
		if t.one && (r.bears(i, r.lex.child) >= 0 || r.bears(i, r.lex.person) >= 0) {
			return false
		}
	}
	return !r.whole()
}

// anothersCase reports whether a text turns to someone else's case, of which somebody asks: « et pour un autre monsieur, la
// police m'appelle ». To ask whether the same goes for another goes on: « et pour un autre enfant, je dois aussi ? ».
func (r *reading) anothersCase(to string) bool {
	if to == "" || guards[to] && !slices.ContainsFunc(r.found, func(m match) bool { return m.entry.key == "destinataire" && r.asks(m) }) {
		return false
	}
	for i := 1; i+2 < len(r.tokens); i++ {
		t := &r.tokens[i]
		if same[t.word] {
			return false
		}
		if t.word == "autre" && t.one && cases[r.tokens[i-1].word] && (r.bears(i+1, r.lex.person) >= 0 || r.bears(i+1, r.lex.child) >= 0 || households[r.tokens[i+1].word]) {
			return !slices.ContainsFunc(r.tokens[i:], func(t token) bool { return same[t.word] })
		}
	}
	return false
}

var (
	cases = words("pour concernant dans sur chez")
	same  = words("aussi pareil idem également même")
)

// goesOn reports whether a text begins as what goes on does: « et », « ah », or « il » and « sa » that
// stand for someone spoken of before.
func (r *reading) goesOn() bool {
	next := r.tokens[min(2, len(r.tokens)-1)].word
	switch w := r.tokens[1].word; w {
	case "et", "meme", "mai", "sinon", "non", "oui", "ah", "alor", "ok", "maintenant", "donc", "plutot":
		return true
	case "si":
		return len(r.tokens) <= maxGoingOn || !r.introduces()
	case "en":
		return inFact[next]
	case "il", "elle":
		return !impersonal[next]
	default:
		return personal[w]
	}
}

const maxGoingOn = 14

// introduces reports whether someone comes in with « un » or « une ».
func (r *reading) introduces() bool {
	for i, t := range r.tokens {
		if t.one && (r.bears(i, r.lex.child) >= 0 || r.bears(i, r.lex.person) >= 0) {
			return true
		}
	}
	return false
}

// whole reports whether a text is a question of its own: « un journaliste » asks for something in it, or
// someone called by name is told of first, « Madame D., suivie au CCAS, ». « La mère me demande » goes on.
func (r *reading) whole() bool {
	const short = 9
	if len(r.tokens) < short || r.lastAsk < 0 {
		return false
	}
	stands := func(from, to int) bool { // for someone spoken of before
		return slices.ContainsFunc(r.tokens[from:to], func(t token) bool { return personal[t.word] || t.word == "il" || t.word == "elle" })
	}
	ofAnother := slices.ContainsFunc(r.tokens, func(t token) bool { return t.of && t.one }) // « l'adresse d'un débiteur »
	for i := range r.found {
		m := &r.found[i]
		if m.entry.key == "destinataire" && m.solid && !m.entry.weak && r.opens(*m) && r.asks(*m) && !stands(1, m.from) && (r.tokens[m.from].one || ofAnother && !stands(m.to, len(r.tokens))) {
			return true
		}
	}
	for i := 1; i+1 < len(r.tokens); i++ {
		if !titles[r.tokens[i].word] || stands(1, i) {
			continue
		}
		next := i + 1
		if r.tokens[next].name || len(r.tokens[next].word) == 1 && r.tokens[next].word != boundary {
			next++
		}
		if r.tokens[next].comma {
			return true // « Madame D., suivie au CCAS, »
		}
	}
	return false
}

// asksOfSomeone reports whether a text tells of someone who comes in with « un » or « une », at some
// length, and asks whether to speak.
func (r *reading) asksOfSomeone() bool {
	const short = 11
	if len(r.tokens) < short || r.lastAsk < 0 || r.tokens[1].word == "y" || !r.speaks(0, len(r.tokens)) {
		return false
	}
	for i, t := range r.tokens {
		if personal[t.word] || t.word == "il" || t.word == "elle" {
			return false
		}
		if t.one && (r.bears(i, r.lex.child) >= 0 || r.bears(i, r.lex.person) >= 0) {
			return true
		}
	}
	return false
}

var (
	inFact     = words("fait réalité plus effet revanche attendant vérité outre")
	impersonal = words("y faut s arrive")
	personal   = words("ils elles son sa ses leur leurs")
	titles     = words("madame monsieur mademoiselle mlle m")
)

// With adds facts given outright, as --facts and a team's profile give them. They are surer than
// any reading: what the text seems to say otherwise, or against them, is dropped, and another
// recipient is told to be a question apart. Facts that say enough make a decision even of a text
// that said nothing.
func (rd *Reader) With(q Question, given rules.FactSet) Question {
	if given.IsEmpty() {
		return q
	}
	if q.words != nil && rd.decisive(given, q.Modality) {
		q = *q.words // what is asked is told: nothing to guess from the whole
	}
	read := rd.base.Get(q.New, "destinataire")
	q.Facts = rd.over(given, q.Facts)
	if to := rd.base.Get(given, "destinataire"); to != "" && read != "" && !akin(to, read) && q.names("destinataire="+read) {
		q.Also = append([]string{read}, q.Also...)
		q.Theme = "" // it was that of the other
	}
	if rd.decisive(given, q.Modality) && q.Kind != Decision {
		q.Kind, q.Card, q.Near, q.Theme = Decision, nil, nil, ""
	}
	return q
}

// names reports whether words of the text gave a fact, which did not go without saying.
func (q *Question) names(fact string) bool {
	return slices.ContainsFunc(q.Spans, func(s Span) bool { return s.Gives == fact && s.Start < s.End })
}

// akin reports whether two recipients share their first word, as juge and juge_mandant do: one says
// the other more closely.
func akin(a, b string) bool {
	first, _, _ := strings.Cut(a, "_")
	other, _, _ := strings.Cut(b, "_")
	return first == other
}

// over adds to facts those of others that say nothing else and do not contradict them, or that say the
// same more closely.
func (rd *Reader) over(facts, others rules.FactSet) rules.FactSet {
	for _, kv := range rd.base.Known(others) {
		v, err := rd.base.Value(kv.Key, kv.Value)
		if err != nil {
			continue
		}
		more := facts.With(v)
		if rd.base.Get(facts, rules.Key(kv.Key)) != "" {
			more = rd.base.Refine(facts, v)
		}
		if !rd.base.Contradicts(more) {
			facts = more
		}
	}
	return facts
}

// alarms asks first whether someone is in peril, where a text that goes on only tells of a suicide or of a crime to come: « peut-on
// informer le maire ? », then « il veut se tuer ». To whom one would speak is kept for after.
func (rd *Reader) alarms(q *Question, r *reading, before Question, told *match) {
	if q.Kind != Decision || r.lastAsk >= 0 || told != nil && !told.entry.weak || rd.base.Get(q.Facts, peril) != "" {
		return
	}
	if !slices.ContainsFunc(deadly, func(k rules.Key) bool { return rd.base.Get(q.New, k) == "oui" && rd.base.Get(before.Facts, k) == "" }) {
		return
	}
	if d := rd.base.Decide(q.Facts, rd.base.VerifiedTo); d.Ask == "" && d.Verdict != rules.Required {
		q.Kind, q.Asked, q.Theme = Vague, peril, peril
	}
}

// deadly are the dangers that may be a peril at once.
var deadly = []rules.Key{"suicide", "crime_evitable"}
