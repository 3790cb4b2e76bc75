package rules

import "testing"

var sinkDecision Decision

// BenchmarkDecide decides each kind of situation: outright, under conditions, a clarification, a
// danger put in doubt, and dangers said of which one does not know whom to tell.
func BenchmarkDecide(b *testing.B) {
	base := base(b)
	for _, c := range []struct{ name, facts string }{
		{"franc", "destinataire=police"},
		{"conditions", "destinataire=maire"},
		{"clarification", "destinataire=juge"},
		{"danger", "destinataire=procureur,maltraitance=oui"},
		{"rien", ""},
		{"danger_sans_destinataire", "maltraitance=oui"},
		{"dangers_sans_destinataire", "maltraitance=oui,mineur_en_danger=oui,violences_couple=oui,mandat=judiciaire"},
	} {
		f, err := base.ParseFacts(c.facts)
		if err != nil {
			b.Fatal(err)
		}
		on := Date{2026, 11, 23}
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sinkDecision = base.Decide(f, on)
			}
		})
	}
}

// BenchmarkLoad reads the whole base, as a program does once at its start.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(Files()); err != nil {
			b.Fatal(err)
		}
	}
}
