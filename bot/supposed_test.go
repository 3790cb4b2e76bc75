package bot

import (
	"testing"

	"motus/rules"
	"motus/rules/comprehension"
)

// TestSupposed: what was not read is never approved, in front of a duty or a faculty; to say « non » of it stays.
func TestSupposed(t *testing.T) {
	b, err := rules.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		facts      string
		modality   comprehension.Modality
		read, want YesNo
	}{
		{"peril=oui,destinataire=secours", comprehension.May, Yes, ""},
		{"peril=oui,destinataire=secours", comprehension.Must, Yes, ""},
		{"peril=oui,destinataire=secours", comprehension.Refuse, No, No},
		{"destinataire=maire", comprehension.May, YesOnConditions, ""},
		{"destinataire=tiers", comprehension.May, No, No},
	} {
		q := comprehension.ReadFacts(facts(t, b, c.facts))
		q.Modality = c.modality
		if got := Compose(b, q, today, today).Answer; got != c.read {
			t.Errorf("%s, lu : %q, attendu %q", c.facts, got, c.read)
		}
		q.Supposed = true
		if got := Compose(b, q, today, today).Answer; got != c.want {
			t.Errorf("%s, supposé : %q, attendu %q", c.facts, got, c.want)
		}
	}
}

// TestLie: no « oui » approves a lie; one may keep silent, and must not lie.
func TestLie(t *testing.T) {
	b, err := rules.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		facts    string
		modality comprehension.Modality
		want     YesNo
	}{
		{"destinataire=police", comprehension.Refuse, No},
		{"destinataire=tiers", comprehension.Refuse, No},
		{"destinataire=maire", comprehension.May, ""},
		{"destinataire=president_cd,mineur_en_danger=oui", comprehension.May, ""},
		{"destinataire=president_cd,mineur_en_danger=oui", comprehension.Refuse, No},
	} {
		q := comprehension.ReadFacts(facts(t, b, c.facts))
		q.Modality, q.Lie = c.modality, true
		if got := Compose(b, q, today, today).Answer; got != c.want {
			t.Errorf("%s : %q, attendu %q", c.facts, got, c.want)
		}
	}
}

// TestAskedOnce: a fact that the text left in doubt, and that a danger put in doubt too, is asked once.
func TestAskedOnce(t *testing.T) {
	b := base(t)
	q := comprehension.ReadFacts(facts(t, b, "destinataire=famille_tiers,suicide=oui"))
	q.Kind, q.Asked, q.Danger = comprehension.Vague, "peril", true
	if r := Compose(b, q, today, today); r.Ask == "" || r.NextAsk != "" || len(r.Branches) == 0 {
		t.Errorf("demande %q, puis %q, %d suites", r.Ask, r.NextAsk, len(r.Branches))
	}
}
