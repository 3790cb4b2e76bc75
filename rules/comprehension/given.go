package comprehension

import "motus/rules"

// With adds facts given outright, as --facts and a team's profile give them. They are surer than
// any reading: what the text seems to say otherwise, or against them, is dropped. Facts that say
// enough make a decision even of a text that said nothing.
func (r *Reader) With(q Question, given rules.FactSet) Question {
	if given.IsEmpty() {
		return q
	}
	read := q.Facts
	q.Facts = given
	for _, kv := range r.base.Known(read) {
		if r.base.Get(given, rules.Key(kv.Key)) != "" {
			continue
		}
		v, err := r.base.Value(kv.Key, kv.Value)
		if err != nil {
			continue
		}
		if more := q.Facts.With(v); !r.base.Contradicts(more) {
			q.Facts = more
		}
	}
	if r.decisive(given) && q.Kind != Decision {
		q.Kind, q.Card, q.Near, q.Theme = Decision, nil, nil, ""
	}
	return q
}
