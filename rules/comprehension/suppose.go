package comprehension

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules"
	"motus/rules/internal/strictyaml"
)

// supposition is what goes without saying: to report an ill-treated child, with no one named, is to
// tell the département. It gives facts only where the text said nothing of them.
type supposition struct {
	says  string
	gives []rules.Value
	when  [][]rules.Value // of each of these, one must have been said
	but   []rules.Key
}

// suppose reads a supposition: {a_defaut: destinataire=president_cd, si: [maltraitance=oui], sauf: [acte]}.
func (lex *lexicon) suppose(r *strictyaml.Reader, item *yaml.Node, b *rules.Base) {
	f := r.Fields(item, "a_defaut", "si", "sauf")
	s := supposition{says: f.MustText("a_defaut")}
	given, err := b.ParseFacts(s.says)
	if err != nil {
		r.At(f.Got["a_defaut"], err.Error(), "")
		return
	}
	for _, kv := range b.Known(given) {
		v, err := b.Value(kv.Key, kv.Value)
		if err != nil {
			r.At(f.Got["a_defaut"], err.Error(), "")
			return
		}
		s.gives = append(s.gives, v)
		s.but = append(s.but, rules.Key(kv.Key))
	}
	for _, n := range r.List(f.Must("si")) {
		key, values, _ := strings.Cut(r.Text(n), "=")
		var oneOf []rules.Value
		for value := range strings.SplitSeq(values, "|") {
			v, err := b.Value(key, value)
			if err != nil {
				r.At(n, err.Error(), "")
			}
			oneOf = append(oneOf, v)
		}
		s.when = append(s.when, oneOf)
	}
	if n := f.Got["sauf"]; n != nil {
		for _, k := range r.Words(n) {
			if b.Fact(rules.Key(k)) == nil {
				r.At(n, "fait inconnu « "+k+" »", "")
			}
			s.but = append(s.but, rules.Key(k))
		}
	}
	lex.supposed = append(lex.supposed, s)
}

// holds reports whether the supposition may be made of what the text says.
func (s *supposition) holds(b *rules.Base, f rules.FactSet) bool {
	for _, oneOf := range s.when {
		if !slices.ContainsFunc(oneOf, f.Has) {
			return false
		}
	}
	return !slices.ContainsFunc(s.but, func(k rules.Key) bool { return b.Get(f, k) != "" })
}

// spare takes someone only named as the one spoken to, where a text tells of speaking and names no
// one else: « l'interprète arrive à 14 h, je peux lui expliquer avant ? ».
func (rd *Reader) spare(q *Question, r *reading, m *match) {
	if m == nil || r.asksWhom() || rd.base.Get(q.New, "destinataire") != "" || !r.has(r.lex.tell) && !r.has(r.lex.warn) && !r.has(r.lex.ask) {
		return
	}
	q.take(rd.base, m.entry.facts, r, *m)
}

// supposes reports whether an afterthought supposes what someone does: « et si la famille est d'accord ? »,
// not « et si c'est l'infirmière ? ».
func (r *reading) supposes() bool {
	return len(r.tokens) > 3 && r.tokens[2].word == "si" && r.tokens[3].word != "c"
}

// ifWe reports whether it is asked of a deed of the asker's, supposed: « si je parle au bailleur », « c'est risqué de
// me taire ». In « si j'ai parlé sans le vouloir » it is done.
func (r *reading) ifWe() bool {
	for i := 1; i+2 < len(r.tokens); i++ {
		t := &r.tokens[i]
		if t.word == "si" && ours[r.tokens[i+1].word] && r.tokens[i+2].word != "ai" || t.of && t.word == "me" && r.infinitive(i+1) {
			return true
		}
	}
	return false
}

// addressed reports whether a deed is supposed and it is known to whom one would speak, or one is summoned.
func (rd *Reader) addressed(q *Question, r *reading) bool {
	return rd.base.Get(q.New, "destinataire") != "" && r.ifWe() || rd.base.Get(q.New, "acte") == "comparaitre"
}

// asksWhom reports whether the very question is to whom one would tell: « à qui puis-je en parler ? »,
// « j'appelle qui ? », « qui prévenir ? ».
func (r *reading) asksWhom() bool {
	verb := func(i int) bool {
		return i > 0 && i < len(r.tokens) && (r.bears(i, r.lex.tell) >= 0 || r.bears(i, r.lex.warn) >= 0)
	}
	for i := 1; i+1 < len(r.tokens); i++ {
		if r.tokens[i].word != "qui" {
			continue
		}
		ends, begins := r.tokens[i+1].word == boundary, r.tokens[i-1].word == boundary
		if r.tokens[i].to && begins || ends && verb(i-1) || begins && verb(i+1) {
			return true
		}
	}
	return false
}

// suppose adds to what a text says what goes without saying.
func (rd *Reader) suppose(q *Question, r *reading) {
	for i := range rd.lex.supposed {
		s := &rd.lex.supposed[i]
		if !s.holds(rd.base, q.New) || slices.Contains(s.but, "destinataire") && r.asksWhom() {
			continue
		}
		more := q.New
		for _, v := range s.gives {
			more = more.With(v)
		}
		if !rd.base.Contradicts(more) {
			q.New = more
			q.Spans = append(q.Spans, Span{0, 0, s.says + " (à défaut)"})
		}
	}
}

// protectors are those to whom a danger is told; with them, enough is done.
var protectors = map[string]bool{"president_cd": true, "procureur": true, "juge_mandant": true, "secours": true, "police": true, "autorite_medicale": true}

// enough forgets the one spoken to where a question is whether that is enough, and someone is in
// danger: « en parler à sa tante, ça suffit ? » asks whether one may say nothing to anybody else.
func (rd *Reader) enough(q *Question, r *reading) {
	to := rd.base.Get(q.New, "destinataire")
	if to == "" || protectors[to] || rd.base.Get(q.New, "maltraitance") != "oui" && rd.base.Get(q.New, "mineur_en_danger") != "oui" {
		return
	}
	for _, s := range r.sentences() {
		if !s.asks {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if r.bears(i, r.lex.enough) >= 0 {
				q.New, q.Modality = rd.base.Forget(q.New, "destinataire"), Refuse
				return
			}
		}
	}
}

// passed forgets whoever was only named, or asked for something else, before ill-treatment was told, where one asks to keep
// silent about that: « le bailleur m'a appelé pour les loyers, et la petite a des traces de ceinture, je peux me taire ? ».
func (rd *Reader) passed(q *Question, r *reading, to *match) bool {
	if to == nil || to.entry.prevails || protectors[to.entry.value] || rd.base.Get(q.New, "maltraitance") != "oui" && rd.base.Get(q.New, "mineur_en_danger") != "oui" {
		return false
	}
	silence := -1
	for _, m := range r.found {
		if m.entry.key == "silence" && !r.declines(m) {
			silence = max(silence, m.from)
		}
	}
	for _, m := range r.found {
		if m.entry.gives != "maltraitance=oui" && m.entry.gives != "mineur_en_danger=oui" || m.from < to.to || silence < m.to {
			continue
		}
		if !r.clauseEnds(to.to, m.from) && r.tokens[m.from-1].word != "et" || r.asksMe(m.to, silence) {
			continue
		}
		q.New = rd.base.Forget(rd.base.Forget(rd.base.Forget(q.New, "destinataire"), "acte"), "demande_ecrite")
		if r.has(r.lex.minor) && rd.base.Get(q.New, "age_victime") != "majeur" {
			rd.set(q, "mineur_en_danger", "oui", r, m.from, m.to)
		}
		return true
	}
	return false
}

// declines reports whether a silence is to refuse what was asked for.
func (r *reading) declines(m match) bool {
	return slices.ContainsFunc(r.tokens[m.from:m.to], func(t token) bool {
		return strings.HasPrefix(t.word, "refus") || strings.HasPrefix(t.word, "declin")
	})
}

// declined reports whether one would refuse what was asked for, after tokens[from].
func (r *reading) declined(found []match, from int) bool {
	return slices.ContainsFunc(found, func(m match) bool { return m.entry.key == "silence" && m.from >= from && r.declines(m) })
}

// asksMe reports whether someone asks the asker to tell: « il me demande », « elle veut savoir ».
func (r *reading) asksMe(from, to int) bool {
	for i := max(from, 1); i < to; i++ {
		end := r.bears(i, r.lex.ask)
		if before := r.tokens[i-1].word; end >= 0 && (before == "me" || before == "nou" || r.asksToKnow(end)) && !r.after(end, 4, r.lex.holdBack) {
			return true
		}
	}
	return false
}
