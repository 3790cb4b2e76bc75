package comprehension

import (
	"testing"

	"motus/rules"
)

// TestUnheard: the whole of a text makes nobody a curator, a bailiff or a missing person of whom no word speaks, and whoever
// asks to report what was done defends nobody in court.
func TestUnheard(t *testing.T) {
	r, b := reader(t)
	for _, c := range []struct{ text, key, not string }{
		{"Dois-je signaler un viol qui date de 2009 ?", "acte", "produire_en_defense"},
		{"Un oncle avoue des caresses sur sa nièce, dois-je signaler ?", "destinataire", "famille_tiers"},
		{"Un monsieur de 79 ans refuse les repas, dois-je signaler ?", "disparition_majeur", "oui"},
		{"Un monsieur de 79 ans refuse les repas, dois-je signaler ?", "crime_evitable", "oui"},
		{"Une dame de 91 ans refuse l'infirmière, dois-je signaler ?", "disparition_majeur", "oui"},
	} {
		if q := r.Read(c.text, Question{}); b.Get(q.Facts, rules.Key(c.key)) == c.not {
			t.Errorf("« %s » : %s=%s inventé (lu %v)", c.text, c.key, c.not, b.Known(q.Facts))
		}
	}
}
