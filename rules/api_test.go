package rules

import "testing"

// TestBaseKeepsItsLists: what a caller does to a list that it was given, the next one does not see.
func TestBaseKeepsItsLists(t *testing.T) {
	b := base(t)
	b.Facts()[0], b.Cards()[0], b.Provisions()[0] = nil, nil, nil
	b.Statements()[0], b.Cases()[0], b.Shortcuts()[0] = Statement{}, Case{}, ""
	if b.Facts()[0] == nil || b.Cards()[0] == nil || b.Provisions()[0] == nil ||
		b.Statements()[0].ID == "" || b.Cases()[0].ID == "" || b.Shortcuts()[0] == "" {
		t.Error("une liste rendue est celle de la base")
	}
}

// TestNoValue: a value that the base does not have says nothing, even where its error is not looked at.
func TestNoValue(t *testing.T) {
	b := base(t)
	for _, kv := range []KeyValue{{"nimporte", "quoi"}, {"destinataire", "quoi"}, {"statut", "ase"}, {"", ""}} {
		v, err := b.Value(kv.Key, kv.Value)
		if err == nil {
			t.Errorf("%s : aucune erreur", kv)
		}
		if f := (FactSet{}).With(v); !f.IsEmpty() || f.Has(v) {
			t.Errorf("%s : dit %v", kv, b.Known(f))
		}
		if v != (Value{}) {
			t.Errorf("%s : %v au lieu de la valeur nulle", kv, v)
		}
	}
	all, err := b.ParseFacts("tenu_au_secret=non,destinataire=maire")
	if err != nil {
		t.Fatal(err)
	}
	if all.With(Value{}) != all || b.Refine(all, Value{}) != all || all.Has(Value{}) {
		t.Error("la valeur nulle dit quelque chose")
	}
}
