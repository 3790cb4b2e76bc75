package comprehension

import "testing"

// BenchmarkRead reads a question of ten words, and one of thirty, to its facts.
func BenchmarkRead(b *testing.B) {
	r, base := reader(b)
	for _, c := range []struct{ name, text string }{
		{"10_mots", "peut-on informer le maire d'une famille que nous suivons ?"},
		{"30_mots", "La gendarmerie m'appelle pour avoir l'adresse d'une dame que je suis depuis deux ans ; elle ne veut pas qu'on la retrouve, et rien n'est écrit : est-ce que je peux leur répondre ?"},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				q := r.Read(c.text, Question{})
				base.Decide(q.Facts, today)
			}
		})
	}
}
