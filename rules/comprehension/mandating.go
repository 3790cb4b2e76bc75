package comprehension

import (
	"slices"
	"strings"

	"motus/rules"
)

// mandating makes the judge who mandated one that a question may be about.
func mandating(b *rules.Base) (*entry, error) {
	v, err := b.Value("destinataire", "juge_mandant")
	if err != nil {
		return nil, err
	}
	return &entry{gives: "destinataire=juge_mandant", facts: []rules.Value{v}, key: "destinataire", value: "juge_mandant"}, nil
}

// mandator gives the one who mandated, if a pronoun asks in their name and nothing surer says who asks.
func (rd *Reader) mandator(r *reading, rivals []match) []match {
	m := r.mandator
	if m.entry == nil || len(rivals) > 0 && !rivals[0].entry.weak || !r.pronounAsks(m) {
		return rivals
	}
	if m.entry.value != "procureur" {
		m.entry = rd.mandating
	}
	return append([]match{m}, rivals...)
}

// pronounAsks reports whether « il » or « elle » asks, and can only stand for the one who mandated, as no
// one else was named before: « désignée par le juge. Il m'appelle ».
func (r *reading) pronounAsks(mandator match) bool {
	for i := 1; i+1 < len(r.tokens); i++ {
		t := &r.tokens[i]
		switch {
		case mandator.from <= i && i < mandator.to, i == mandator.to && t.of: // « le juge des enfants »
		case heOrShe[t.word]:
			if before := r.tokens[i-1].word; i >= mandator.to && (before == boundary || before == "et" || before == "mais") && r.verbAfter(i+1, 4, r.lex.ask) {
				return true
			}
		case households[t.word]:
		case r.bears(i, r.lex.child) >= 0, r.bears(i, r.lex.person) >= 0, slices.ContainsFunc(r.found, func(o match) bool {
			return o.from == i && o.entry.key == "destinataire" && !o.entry.weak && (o.to <= mandator.from || o.from >= mandator.to) && !r.covered(o, r.found)
		}):
			return false
		}
	}
	return false
}

var households = words("famille situation couple")

// ofThemselves reports whether those who only tell something tell that one may speak to them: « le JAF dit que je
// peux lui parler ». No one else was named before, nor comes between.
func (r *reading) ofThemselves(m match) bool {
	named := func(from, to int) bool {
		return slices.ContainsFunc(r.found, func(o match) bool {
			return o.entry.key == "destinataire" && !o.entry.weak && from <= o.from && o.to <= to && o.entry.gives != m.entry.gives && !r.amongThem(o)
		})
	}
	for i := m.to; i+1 < len(r.tokens) && !r.tokens[i].hard; i++ {
		if w := r.tokens[i].word; (w == "lui" || w == "leur") && (r.bears(i+1, r.lex.tell) >= 0 || r.bears(min(i+2, len(r.tokens)-1), r.lex.tell) >= 0) {
			return !named(0, m.from) && !named(m.to, i)
		}
	}
	return false
}

// convokes reports whether they are the one who convokes: « le Défenseur des droits me convoque ».
func (r *reading) convokes(m match) bool {
	for k := m.to; k < len(r.tokens) && k < m.to+4 && r.tokens[k].word != boundary; k++ {
		if strings.HasPrefix(r.tokens[k].word, "convoqu") {
			return true
		}
	}
	return false
}
