package comprehension

import (
	"strings"

	"motus/rules"
)

// With adds facts given outright, as --facts and a team's profile give them. They are surer than
// any reading: what the text seems to say otherwise, or against them, is dropped, and another
// recipient is told to be a question apart. Facts that say enough make a decision even of a text
// that said nothing.
func (r *Reader) With(q Question, given rules.FactSet) Question {
	if given.IsEmpty() {
		return q
	}
	read := r.base.Get(q.New, "destinataire")
	q.Facts = r.over(given, q.Facts)
	if to := r.base.Get(given, "destinataire"); to != "" && read != "" && !akin(to, read) {
		q.Also = append([]string{read}, q.Also...)
	}
	if r.decisive(given, q.Modality) && q.Kind != Decision {
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
func (r *Reader) over(facts, others rules.FactSet) rules.FactSet {
	for _, kv := range r.base.Known(others) {
		if r.base.Get(facts, rules.Key(kv.Key)) != "" {
			continue
		}
		v, err := r.base.Value(kv.Key, kv.Value)
		if err != nil {
			continue
		}
		if more := facts.With(v); !r.base.Contradicts(more) {
			facts = more
		}
	}
	return facts
}
