package comprehension

import (
	"strings"

	"motus/rules"
)

// remember sets the facts of the thread. A follow-up changes what it names and keeps the rest; a
// fiche asked for in passing, or small talk, changes nothing; any other text starts anew.
func (rd *Reader) remember(q *Question, before Question, follows bool) {
	if !follows && q.Kind != Notion && q.Kind != OutOfScope {
		q.Facts = q.New
		return
	}
	q.Danger = q.Danger || before.Danger
	if q.Modality == Open {
		q.Modality = before.Modality
	}
	if q.Kind == Decision || q.Kind == Unsure {
		q.Facts = rd.over(q.New, rd.grown(q.New, before.Facts))
	} else {
		q.Facts = before.Facts
	}
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
	young := r.has(r.lex.minor)
	for i := range r.tokens {
		young = young || r.young(i)
	}
	if young {
		q.New = rd.base.Forget(q.New, "disparition_majeur")
		return
	}
	q.New = rd.base.Forget(q.New, "disparition_mineur")
}

// followsUp reports whether a text goes on with the thread: it begins as an afterthought does (« et
// au procureur ? »), or names no one new. « Un enfant est battu », later, is another story.
func (rd *Reader) followsUp(r *reading, q *Question) bool {
	if len(r.tokens) > 2 && anew[r.tokens[1].word] && matters[r.tokens[2].word] {
		return false
	}
	if len(r.tokens) > 1 {
		switch r.tokens[1].word {
		case "et", "meme", "mai", "sinon", "non", "oui", "ah", "alor", "ok", "maintenant", "donc", "si", "en":
			return true
		}
	}
	if !rd.decisive(q.New, q.Modality) {
		return true
	}
	for i, t := range r.tokens {
		if t.one && (r.bears(i, r.lex.child) >= 0 || r.bears(i, r.lex.person) >= 0) {
			return false
		}
	}
	return true
}

// How a text says that it opens another matter: « autre question : ».
var (
	anew    = words("autre nouveau nouvelle différent différente")
	matters = words("question situation cas sujet affaire histoire demande problème chose")
)

// With adds facts given outright, as --facts and a team's profile give them. They are surer than
// any reading: what the text seems to say otherwise, or against them, is dropped, and another
// recipient is told to be a question apart. Facts that say enough make a decision even of a text
// that said nothing.
func (rd *Reader) With(q Question, given rules.FactSet) Question {
	if given.IsEmpty() {
		return q
	}
	read := rd.base.Get(q.New, "destinataire")
	q.Facts = rd.over(given, q.Facts)
	if to := rd.base.Get(given, "destinataire"); to != "" && read != "" && !akin(to, read) {
		q.Also = append([]string{read}, q.Also...)
	}
	if rd.decisive(given, q.Modality) && q.Kind != Decision {
		q.Kind, q.Card, q.Near, q.Theme = Decision, nil, nil, ""
	}
	return q
}

// akin reports whether two recipients share their first word, as juge and juge_mandant do: one says
// the other more closely.
func akin(a, b string) bool {
	first, _, _ := strings.Cut(a, "_")
	other, _, _ := strings.Cut(b, "_")
	return first == other
}

// over adds to facts those of others that say nothing else and do not contradict them.
func (rd *Reader) over(facts, others rules.FactSet) rules.FactSet {
	for _, kv := range rd.base.Known(others) {
		if rd.base.Get(facts, rules.Key(kv.Key)) != "" {
			continue
		}
		v, err := rd.base.Value(kv.Key, kv.Value)
		if err != nil {
			continue
		}
		if more := facts.With(v); !rd.base.Contradicts(more) {
			facts = more
		}
	}
	return facts
}
