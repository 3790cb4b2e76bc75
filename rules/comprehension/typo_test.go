package comprehension

import "testing"

// TestTypos: one slip in a long word reads as the word; words that are no slip, and names, do not.
func TestTypos(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, to string }{
		{"Puis-je prévenir le procureru ?", "procureur"},
		{"Puis-je prévenir le procurreur ?", "procureur"},
		{"Puis-je prévenir le procueur ?", "procureur"},
		{"La gendarmrie me demande une adresse", "police"},
		{"Je suis allé au concert avec le préfer", ""},
		{"Puis-je en parler à M. Procureu ?", ""},
	} {
		q := r.Read(c.text, Question{})
		if got := b.Get(q.New, "destinataire"); got != c.to {
			t.Errorf("%s : destinataire %q, attendu %q", c.text, got, c.to)
		}
	}
}

func TestSlip(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"maire", "maire", true}, {"maire", "mairie", true}, {"mairie", "maire", true}, {"maire", "miare", true},
		{"maire", "marie", true}, {"maire", "mire", true}, {"maire", "moire", true}, {"maire", "moiree", false}, {"maire", "amire", true}, {"maire", "mr", false},
	} {
		if got := slip(c.a, c.b); got != c.want {
			t.Errorf("slip(%s, %s) = %t", c.a, c.b, got)
		}
	}
}
