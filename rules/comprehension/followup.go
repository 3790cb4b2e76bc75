package comprehension

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules"
	"motus/rules/internal/strictyaml"
)

// turn is how a text says that it stands to what came before it in the thread.
type turn uint8

const (
	another  turn = 1 << iota // it opens another matter: « autre question »
	precise                   // it adds to what was said, or corrects it: « précision : »
	denies                    // it takes a danger back: « fausse alerte »
	back                      // who had disappeared is back: « elle est rentrée »
	inverse                   // the contrary of what was said: « non, l'inverse »
	changed                   // who agreed does no more, or the other way round: « elle change d'avis »
	agreed                    // who refused agrees now: « il a changé d'avis, il accepte »
	ignorant                  // one cannot answer what was asked: « aucune idée »
)

var turns = map[string]turn{
	"autre": another, "precise": precise, "dement": denies, "retrouve": back,
	"inverse": inverse, "ravise": changed, "accepte": agreed, "ignore": ignorant,
}

// turn gathers what a text says of how it stands to the thread.
func (r *reading) turn(all []match) (t turn) {
	for _, m := range all {
		if m.entry.key == "suite" {
			t |= turns[m.entry.value]
		}
	}
	return t
}

// forgetting is what no longer holds once a fact is said, or changes: a réquisition shown by the police
// is nothing to a mother; an agreement ends a refusal.
type forgetting struct {
	key   rules.Key
	value string   // or "" where the fact was another before
	but   []string // values to which what is told still goes
	drops []rules.KeyValue
	when  []oneOf      // what must hold besides
	gives *rules.Value // what takes the place of what is dropped, or nil
}

// oneOf is a fact with the values of which one must have been said.
type oneOf struct {
	key    rules.Key
	values []string
}

// forget reads {oublie: [opposition], quand: consentement=oui}, {oublie: [titre_executoire], quand:
// destinataire, sauf: [huissier]}, or one that says more: si, what must hold besides, and pose, what
// takes the place of what is dropped.
func (lex *lexicon) forget(r *strictyaml.Reader, item *yaml.Node, b *rules.Base) {
	f := r.Fields(item, "oublie", "quand", "sauf", "si", "pose")
	read := func(n *yaml.Node, text string) rules.KeyValue {
		key, value, isFact := strings.Cut(text, "=")
		if b.Fact(rules.Key(key)) == nil {
			r.At(n, "fait inconnu « "+key+" »", "Les faits sont dans droit/faits.yaml.")
		} else if _, err := b.Value(key, value); isFact && err != nil {
			r.At(n, err.Error(), "")
		}
		return rules.KeyValue{Key: key, Value: value}
	}
	when := read(f.Must("quand"), f.MustText("quand"))
	g := forgetting{key: rules.Key(when.Key), value: when.Value}
	for _, n := range r.List(f.Must("oublie")) {
		g.drops = append(g.drops, read(n, r.Text(n)))
	}
	if n := f.Got["sauf"]; n != nil {
		for _, v := range r.Words(n) {
			read(n, when.Key+"="+v)
			g.but = append(g.but, v)
		}
	}
	if n := f.Got["si"]; n != nil {
		for _, c := range r.List(n) {
			key, values, _ := strings.Cut(r.Text(c), "=")
			o := oneOf{rules.Key(key), strings.Split(values, "|")}
			for _, v := range o.values {
				read(c, key+"="+v)
			}
			g.when = append(g.when, o)
		}
	}
	if n := f.Got["pose"]; n != nil {
		key, value, _ := strings.Cut(r.Text(n), "=")
		v, err := b.Value(key, value)
		if err != nil {
			r.At(n, err.Error(), "")
		}
		g.gives = &v
	}
	lex.forgets = append(lex.forgets, g)
}

// still gives what of the facts of a thread still holds once a text says others.
func (rd *Reader) still(said, before rules.FactSet) rules.FactSet {
	was := before
	for i := range rd.lex.forgets {
		g := &rd.lex.forgets[i]
		v, old := rd.base.Get(said, g.key), rd.base.Get(was, g.key)
		if g.value != "" && v != g.value || v == "" || g.value == "" && (old == "" || old == v || slices.Contains(g.but, v)) {
			continue
		}
		if !slices.ContainsFunc(g.when, func(o oneOf) bool {
			got := rd.base.Get(said, o.key)
			if got == "" {
				got = rd.base.Get(before, o.key)
			}
			return !slices.Contains(o.values, got)
		}) {
			before = g.drop(rd.base, before)
		}
	}
	return before
}

// drop takes out what no longer holds.
func (g *forgetting) drop(b *rules.Base, before rules.FactSet) rules.FactSet {
	for _, kv := range g.drops {
		got := b.Get(before, rules.Key(kv.Key))
		if got == "" || kv.Value != "" && kv.Value != got {
			continue
		}
		before = b.Forget(before, rules.Key(kv.Key))
		if g.gives != nil {
			before = before.With(*g.gives)
		}
	}
	return before
}

// urgent are the dangers that « fausse alerte » takes back first.
var urgent = []rules.Key{"peril", "suicide", "disparition_mineur", "disparition_majeur", "crime_evitable", "danger_immediat", "action_immediate"}

// calmed takes dangers back: the urgent ones, or all of them where none is. They are said not to be.
func (rd *Reader) calmed(before rules.FactSet) rules.FactSet {
	after := before
	no := func(key string) {
		if v, err := rd.base.Value(key, "non"); err == nil && rd.base.Get(before, rules.Key(key)) == "oui" {
			after = after.With(v)
		}
	}
	for _, key := range urgent {
		no(string(key))
	}
	if after != before {
		return after
	}
	for fact := range rd.base.Each(before) {
		if fact.Kind == rules.Danger {
			no(string(fact.Key))
		}
	}
	return after
}

// withoutRepeats takes out of what a text says the dangers that it names only to take them back:
// « fausse alerte, c'était un couteau à beurre ». Beyond a « mais », they are told.
func (rd *Reader) withoutRepeats(said, before rules.FactSet, r *reading) rules.FactSet {
	if slices.ContainsFunc(r.tokens, func(t token) bool { return yet[t.word] }) {
		return said
	}
	for fact, value := range rd.base.Each(said) {
		if value == "oui" && fact.Kind == rules.Danger && rd.base.Get(before, fact.Key) == "oui" {
			said = rd.base.Forget(said, fact.Key)
		}
	}
	return said
}

var yet = words("mais toujours encore cependant pourtant sauf")

// turned adds to what a text says what its turn does to what was said before it.
func (rd *Reader) turned(q *Question, t turn, before Question) {
	if t&agreed != 0 {
		q.New = rd.base.Forget(rd.base.Forget(q.New, "opposition"), "consentement")
		rd.put(q, "consentement", "oui")
		t &^= changed
	}
	if t&changed != 0 {
		if rd.base.Get(q.New, "consentement") == "" && rd.base.Get(q.New, "opposition") == "" {
			refused := rd.base.Get(before.Facts, "consentement") == "non" || rd.base.Get(before.Facts, "opposition") == "oui"
			rd.put(q, "consentement", map[bool]string{true: "oui", false: "non"}[refused])
		}
		if rd.base.Get(q.New, "consentement") == "non" && rd.base.Get(q.New, "opposition") == "" {
			rd.put(q, "opposition", "oui")
		}
	}
	if t&inverse == 0 {
		return
	}
	var last []rules.KeyValue
	for _, kv := range rd.base.Known(before.New) {
		if kv.Value == "oui" || kv.Value == "non" {
			last = append(last, kv)
		}
	}
	if len(last) == 1 && rd.base.Get(q.New, rules.Key(last[0].Key)) == "" {
		rd.put(q, last[0].Key, map[string]string{"oui": "non", "non": "oui"}[last[0].Value])
	}
}

// put adds a fact that goes with the rest.
func (rd *Reader) put(q *Question, key, value string) {
	v, err := rd.base.Value(key, value)
	if err != nil {
		return
	}
	if more := q.New.With(v); !rd.base.Contradicts(more) {
		q.New = more
	}
}

// turnsTo gives the one that an afterthought turns to: « et le voisin, qui l'aide ? », « pas le maire,
// le procureur », « c'est son tuteur ».
func (r *reading) turnsTo() *match {
	var rest, head, that *match
	denied := false
	for i := range r.found {
		m := &r.found[i]
		if !r.plainly(m) || r.agent(*m) {
			continue
		}
		at := m.from - 1
		if at > 0 && possessives[r.tokens[at].word] {
			at--
		}
		switch {
		case r.tokens[at].word == "pas":
			denied = true
		case that == nil && (r.itWas(at, m.to) || r.iMeant(at)):
			that = m
		case head == nil && r.stops(m.to) && (r.afterOpeners(at) || len(r.tokens) <= 6 && r.lastAsk >= 0 && at == 0):
			head = m
		case rest == nil:
			rest = m
		}
	}
	switch {
	case that != nil:
		return that
	case head != nil:
		return head
	case denied:
		return rest
	}
	return nil
}

// itWas reports whether « c'est » or « c'était » stands at tokens[at] before someone named up to tokens[to], with no more said
// of them than that one meant them: « c'est son tuteur », « c'est au médecin que je pensais ».
func (r *reading) itWas(at, to int) bool {
	if at < 1 || !copulas[r.tokens[at].word] || !itIs[r.tokens[at-1].word] {
		return false
	}
	if to+1 >= len(r.tokens) || !subordinate[r.tokens[to].word] && r.tokens[to].word != "qui" {
		return true
	}
	return r.tokens[to].word == "que" && r.tokens[to+1].word == "je" && to+2 < len(r.tokens) && meant[r.tokens[to+2].word]
}

// iMeant reports whether the asker tells whom they meant, up to tokens[at]: « non, je parlais du médecin », « je voulais dire
// le médecin », « il s'agit du médecin ».
func (r *reading) iMeant(at int) bool {
	if at < 2 {
		return false
	}
	switch w := r.tokens[at].word; {
	case w == "dire" || w == "parler":
		return (r.tokens[at-1].word == "voulai" || r.tokens[at-1].word == "veux") && r.tokens[at-2].word == "je"
	case w == "agit" || w == "agissait":
		return r.tokens[at-1].word == "s"
	default:
		return meant[w] && r.tokens[at-1].word == "je" && (w != "parle" || noWords[r.tokens[1].word])
	}
}

var meant = words("parlais parle pensais songeais visais évoquais")

// onlyNames reports whether a text that asks nothing names someone one would not speak to: « le juge a
// ordonné l'anonymat », « les parents ont été prévenus ».
func (rd *Reader) onlyNames(q *Question, r *reading, told *match) bool {
	const short = 4
	if r.lastAsk >= 0 || len(r.tokens) <= short {
		return false
	}
	return rd.base.Get(q.New, "famille_informee") != "" ||
		told.weight < 10*(named+toward) && !r.has(r.lex.tell) && !r.has(r.lex.warn)
}

// speaksThere reads what one would do where one was summoned: to go is due, to speak there is not.
func (rd *Reader) speaksThere(q *Question, r *reading, before Question) {
	if rd.base.Get(before.Facts, "acte") != "comparaitre" || rd.base.Get(q.New, "acte") != "" || rd.base.Get(q.New, "destinataire") != "" || r.lastAsk < 0 {
		return
	}
	for i := range r.tokens {
		if r.bears(i, r.lex.tell) >= 0 {
			rd.put(q, "acte", "temoigner")
			return
		}
	}
}

// plainly reports whether a term names someone in so many words, and no longer one names someone else.
func (r *reading) plainly(m *match) bool {
	return m.entry.key == "destinataire" && !m.entry.weak && m.solid && !slices.ContainsFunc(r.found, func(o match) bool {
		return o.entry.key == "destinataire" && o.from <= m.from && m.to <= o.to && o.to-o.from > m.to-m.from
	})
}

// afterOpeners reports whether nothing but the words that open an afterthought stand up to tokens[at].
func (r *reading) afterOpeners(at int) bool {
	opened := false
	for ; at > 0; at-- {
		w := r.tokens[at].word
		switch {
		case w == boundary && r.tokens[at].hard:
			return opened
		case w == boundary && opened:
			return true
		case afterthought[w]:
			opened = true
		case !toWhom[w] && w != boundary:
			return false
		}
	}
	return opened
}

// stops reports whether what is said of someone named ends at tokens[i]: no verb follows.
func (r *reading) stops(i int) bool {
	return i >= len(r.tokens) || r.tokens[i].word == boundary || r.tokens[i].of || afterSomeone[r.tokens[i].word]
}

var (
	copulas      = words("est était sont c serait")
	itIs         = words("il elle ils elles ce c ci si mais non fait")
	afterthought = words("et plutôt ou sinon voire même puis mais")
	toWhom       = words("avec chez devant auprès vers ok alors donc non oui aussi directement carrément juste")
	afterSomeone = words("qui que lui elle alors aussi donc ou et pour avec eux seul seule ça on je")
)

// ofThose adds what a text tells of those spoken of before, with no name for them: « il a disparu » of
// a child, « elle est déficiente » of one who is beaten.
func (rd *Reader) ofThose(q *Question, tokens []token, before Question) {
	if before.Child && !q.Child {
		for fact, value := range rd.base.Each(rd.after(childWord, tokens)) {
			if value == "oui" && fact.Kind == rules.Danger && rd.base.Get(q.New, fact.Key) == "" {
				rd.put(q, string(fact.Key), value)
			}
		}
	}
	const able = "capable_de_se_proteger"
	if rd.base.Get(before.Facts, "maltraitance") == "oui" && rd.base.Get(q.New, able) == "" {
		if v := rd.base.Get(rd.after(abuseWord, tokens), able); v != "" {
			rd.put(q, able, v)
		}
	}
}

// after reads the facts of a text as if a word were said before it.
func (rd *Reader) after(word string, tokens []token) rules.FactSet {
	whole := make([]token, 0, len(tokens)+2)
	whole = append(whole, tokens[0], token{word: word}, tokens[0])
	return rd.said(append(whole, tokens[1:]...))
}

var childWord, abuseWord = foldWord("enfant"), foldWord("maltraitance")
