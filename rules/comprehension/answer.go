package comprehension

import (
	"cmp"

	"go.yaml.in/yaml/v3"

	"motus/rules"
	"motus/rules/internal/strictyaml"
)

// yesNo is what « oui » and « non » answer to the question that a fact asks, where its values are
// not oui and non themselves: « un juge vous a-t-il confié cette mesure ? ».
type yesNo struct{ yes, no rules.Value }

// answers reads what a yes or a no means for a fact: {reponse: mandat, oui: judiciaire, non: aucun}.
func (lex *lexicon) answers(r *strictyaml.Reader, item *yaml.Node, b *rules.Base) {
	f := r.Fields(item, "reponse", "oui", "non")
	key := f.MustText("reponse")
	yes, err := b.Value(key, f.MustText("oui"))
	no, err2 := b.Value(key, f.MustText("non"))
	if err := cmp.Or(err, err2); err != nil {
		r.At(item, err.Error(), "")
		return
	}
	lex.yesNo[rules.Key(key)] = yesNo{yes, no}
}

// Short answers: « oui », « non, pas encore ».
var (
	yesWords = words("oui ouais si exact exactement affirmatif yes voilà carrément évidemment")
	noWords  = words("non nan pas aucun aucune jamais négatif nope personne")
)

// maxAnswer is how many words a text may hold to be read as the answer to what was asked.
const maxAnswer = 6

// answer reads a short text as the answer to what the thread was asked last: « oui », « c'est le
// juge », after « un juge vous a-t-il confié cette mesure ? ».
func (rd *Reader) answer(q *Question, r *reading, before Question, spare *match) {
	asked := before.Asked
	if asked == "" {
		d := rd.base.Decide(before.Facts, rd.base.VerifiedTo)
		if asked = d.Ask; asked == "" {
			return
		}
	}
	n := 0
	for _, t := range r.tokens {
		if t.word != boundary {
			n++
		}
	}
	if n == 0 || n > maxAnswer || rd.base.Get(q.New, asked) != "" {
		return
	}
	if asked == "destinataire" && spare != nil {
		q.take(rd.base, spare.entry.facts, r, *spare)
		return
	}
	yes, no := rd.yesNoOf(asked)
	switch first := r.tokens[1].word; {
	case yesWords[first] && yes != nil:
		q.take(rd.base, []rules.Value{*yes}, r, match{from: 1, to: 2, entry: &entry{gives: string(asked) + " (répondu)"}})
	case noWords[first] && no != nil:
		q.take(rd.base, []rules.Value{*no}, r, match{from: 1, to: 2, entry: &entry{gives: string(asked) + " (répondu)"}})
	}
}

// yesNoOf returns the values that a yes and a no stand for, nil if the fact asks something else.
func (rd *Reader) yesNoOf(key rules.Key) (yes, no *rules.Value) {
	if a, ok := rd.lex.yesNo[key]; ok {
		return &a.yes, &a.no
	}
	y, err := rd.base.Value(string(key), "oui")
	if err != nil {
		return nil, nil
	}
	n, err := rd.base.Value(string(key), "non")
	if err != nil {
		return nil, nil
	}
	return &y, &n
}

// take adds facts read at a place of the text, unless they cannot go with the rest.
func (q *Question) take(b *rules.Base, facts []rules.Value, r *reading, m match) {
	more := q.New
	for _, v := range facts {
		more = more.With(v)
	}
	if !b.Contradicts(more) || b.Contradicts(q.New) {
		q.New = more
		q.span(r.tokens, m)
	}
}
