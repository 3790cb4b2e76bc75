package comprehension

import (
	"cmp"
	"slices"

	"go.yaml.in/yaml/v3"

	"motus/rules"
	"motus/rules/internal/strictyaml"
)

// yesNo is what « oui » and « non » answer to the question that a fact asks, where its values are
// not oui and non themselves: « un juge vous a-t-il confié cette mesure ? ».
type yesNo struct{ yes, no rules.Value }

// wordedAnswer is a value of a fact in the words of who is asked for it: « le département ».
type wordedAnswer struct {
	key   rules.Key
	value rules.Value
	words []string
}

// answers reads what a yes or a no means for a fact: {reponse: mandat, oui: judiciaire, non: aucun}; or
// what other words do: {reponse: mandat, vaut: administratif, mots: [département]}.
func (lex *lexicon) answers(r *strictyaml.Reader, item *yaml.Node, b *rules.Base) {
	f := r.Fields(item, "reponse", "oui", "non", "vaut", "mots")
	key := f.MustText("reponse")
	if f.Got["vaut"] != nil {
		v, err := b.Value(key, f.MustText("vaut"))
		if err != nil {
			r.At(item, err.Error(), "")
			return
		}
		for _, n := range r.List(f.Must("mots")) {
			words := slices.DeleteFunc(foldAll(r.Text(n)), func(w string) bool { return articles[w] })
			lex.worded = append(lex.worded, wordedAnswer{rules.Key(key), v, words})
		}
		return
	}
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

// answer reads a text as the answer to what the thread was asked last: « oui », « c'est le juge »,
// after « un juge vous a-t-il confié cette mesure ? ».
func (rd *Reader) answer(q *Question, r *reading, before Question, spare *match) {
	asked := before.asks(rd.base)
	if asked == "" || rd.base.Get(q.New, asked) != "" {
		return
	}
	n := 0
	for _, t := range r.tokens {
		if t.word != boundary {
			n++
		}
	}
	first := r.tokens[1].word
	apart := false // « oui, c'est le juge des enfants qui… », « pas du tout, c'est… »
	for i := 2; i < len(r.tokens) && i < 5; i++ {
		apart = apart || r.tokens[i].word == boundary
	}
	if n == 0 || n > maxAnswer && !(apart && (yesWords[first] || noWords[first])) {
		return
	}
	if asked == "destinataire" && spare != nil && n <= maxAnswer {
		q.take(rd.base, spare.entry.facts, r, *spare)
		return
	}
	if asked == "destinataire" && n <= maxAnswer {
		for i := range r.found {
			if m := &r.found[i]; r.plainly(m) {
				q.New = rd.base.Forget(q.New, "mission") // « à sa référente ASE » tells of no mission of the asker's
				q.take(rd.base, m.entry.facts, r, *m)
				return
			}
		}
	}
	by := &entry{gives: string(asked) + " (répondu)"}
	if n <= maxAnswer {
		for i := range rd.lex.worded {
			if w := &rd.lex.worded[i]; w.key == asked {
				if at := r.holdsWords(w.words); at > 0 {
					q.take(rd.base, []rules.Value{w.value}, r, match{from: at, to: at + len(w.words), entry: by})
					return
				}
			}
		}
	}
	yes, no := rd.yesNoOf(asked)
	last := r.tokens[len(r.tokens)-2].word
	switch {
	case yes != nil && (yesWords[first] || last == "oui" || r.beginsWith(surely)):
		q.take(rd.base, []rules.Value{*yes}, r, match{from: 1, to: 2, entry: by})
	case no != nil && (noWords[first] || last == "non") && r.tokens[2].word != "mai":
		q.take(rd.base, []rules.Value{*no}, r, match{from: 1, to: 2, entry: by})
	}
}

// surely are more ways to say yes, of two words.
var surely = [][2]string{{"tout", "fait"}, {"bien", "sur"}, {"en", "effet"}, {"c", "ca"}}

// beginsWith reports whether a text begins with one of these pairs of words.
func (r *reading) beginsWith(pairs [][2]string) bool {
	return len(r.tokens) > 3 && slices.Contains(pairs, [2]string{r.tokens[1].word, r.tokens[2].word})
}

// holdsWords gives where these words stand one after the other, or 0.
func (r *reading) holdsWords(words []string) int {
	for i := 1; i+len(words) <= len(r.tokens); i++ {
		same := true
		for k, w := range words {
			same = same && r.tokens[i+k].word == w
		}
		if same && !r.deniedBefore(i) {
			return i
		}
	}
	return 0
}

// deniedBefore reports whether what begins at i is denied in its clause: « pas le juge », « c'est pas lui qui
// nous a mandatés ».
func (r *reading) deniedBefore(i int) bool {
	const near = 4
	for k := i - 1; k > 0 && k >= i-near && r.tokens[k].word != boundary && r.tokens[k].word != but; k-- {
		if r.denies(k) {
			return true
		}
	}
	return false
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
