package bot

import (
	"encoding/json"
	"strings"
	"testing"

	"motus/rules"
	"motus/rules/comprehension"
)

// conflicts finds, for each reason why facts cannot go together, a set of three facts at most that
// it forbids: every exclusion and every deduction is broken once.
func conflicts(b *rules.Base) map[string]rules.FactSet {
	var values []rules.Value
	for _, f := range b.Facts() {
		for _, v := range f.Values {
			value, err := b.Value(string(f.Key), v.ID)
			if err != nil {
				panic(err)
			}
			values = append(values, value)
		}
	}
	out := map[string]rules.FactSet{}
	var add func(f rules.FactSet, from, left int)
	add = func(f rules.FactSet, from, left int) {
		for i := from; i < len(values); i++ {
			g := f.With(values[i])
			if f.Has(values[i]) || len(b.Known(g)) == len(b.Known(f)) {
				continue
			}
			if b.Contradicts(g) {
				if d := b.Decide(g, today); out[d.Conflict].IsEmpty() {
					out[d.Conflict] = g
				}
				continue
			}
			if left > 1 {
				add(g, i+1, left-1)
			}
		}
	}
	add(rules.FactSet{}, 0, 2)
	three := []string{"maltraitance=oui,age_victime=moins_de_15", "acte=temoigner,innocent_detenu=oui", "destinataire=titulaire_autorite_parentale,age_personne=majeur", "destinataire=juge,ce_juge_mandate=oui"}
	for _, s := range three {
		f, err := b.ParseFacts(s)
		if err != nil {
			panic(err)
		}
		add(f, 0, 1)
	}
	return out
}

// TestConflicts: contradictory facts never silence a danger, and the question that they call for is
// whole: a theme, the facts at stake, an answer to a yes/no question.
func TestConflicts(t *testing.T) {
	b := base(t)
	all := conflicts(b)
	if len(all) < 35 {
		t.Errorf("%d contradictions seulement", len(all))
	}
	for why, f := range all {
		for m := comprehension.Open; m <= comprehension.Forbidden; m++ {
			for _, more := range []string{"", "peril=oui", "suicide=oui", "peril=non"} {
				g := f
				if key, value, ok := strings.Cut(more, "="); ok && b.Get(f, rules.Key(key)) == "" {
					g = g.With(must(t, b, key, value))
				}
				checkConflict(t, b, why, g, m)
			}
		}
	}
}

func checkConflict(t *testing.T, b *rules.Base, why string, f rules.FactSet, m comprehension.Modality) {
	t.Helper()
	r := Compose(b, comprehension.Question{Kind: comprehension.Decision, Facts: f, New: f, Modality: m}, today, today)
	a := r.JSON(json.RawMessage("1"), today)
	text := plain(r.Text())
	name := why + " " + list(b.Known(f)) + " " + modalities[m]
	if a.Theme == nil {
		t.Errorf("%s : sans thème", name)
	}
	if (m == comprehension.Open) != (a.Reply == nil) {
		t.Errorf("%s : réponse %v", name, a.Reply)
	}
	if b.Get(f, "peril") == "oui" {
		if r.Kind != KindDecision || r.Decision.Verdict != rules.Required || !strings.Contains(text, "Le reste ne va pas ensemble") {
			t.Errorf("%s : le péril ne l'emporte pas :\n%s", name, text)
		}
		return
	}
	if r.Kind != KindClarification || len(a.Missing) < 2 {
		t.Errorf("%s : %s, manquants %v", name, r.Kind, a.Missing)
	}
	for _, br := range a.Branches {
		if br.Fact != a.Missing[0] {
			t.Errorf("%s : des branches sur %s, une question sur %s", name, br.Fact, a.Missing[0])
		}
	}
	if len(a.Branches) == 0 {
		t.Errorf("%s : sans branche", name)
	}
	if !strings.Contains(text, "porter secours") {
		t.Errorf("%s tait le secours", name)
	}
	if b.Get(f, "suicide") == "oui" && !r.Urgent() {
		t.Errorf("%s : un danger dit, et l'alerte ne vient pas d'abord :\n%s", name, text)
	}
}

func list(facts []rules.KeyValue) string {
	var s []string
	for _, kv := range facts {
		s = append(s, kv.String())
	}
	return strings.Join(s, ",")
}
