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

// TestSlipOfForms: a word one slip away from two forms of one word is that word; one that is as near two words
// stays unread.
func TestSlipOfForms(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, want string }{
		{"Le bailleur demannde si elle boit, je lui donne ?", "destinataire=tiers"},
		{"Le bailleur demaande son adresse, je lui donne ?", "destinataire=tiers contenu=adresse"},
		{"La voisine racconte que le père tape la petite, je fais quoi ?", "maltraitance=oui"},
		{"Elle raaconte que tonton vient dans son lit. Je suis à l'ASE", "maltraitance=oui mission=ase"},
		{"Je suis à l'ASE, un enfant est battu. Dois-je le siggnaler ?", "maltraitance=oui mission=ase"},
		{"La police apelle pour son adresse, je la donne ?", "destinataire=police"},
		{"Puis-je prévenirr le maire ?", "destinataire=maire"},
		{"J'accompaggne une dame, son employeur convooque l'équipe, je lui parle ?", "destinataire=tiers"},
		{"Le juge me connvoque comme témoin, je dois transsmettre mon rapport ?", "destinataire=juge"},
		{"Un enfant est fraappé par son père, je signnale au procureur ?", "destinataire=procureur maltraitance=oui"},
	} {
		q := r.Read(c.text, Question{})
		if q.Kind == Unsure {
			t.Errorf("%s : un mot est resté obscur", c.text)
		}
		expect(t, b, c.text, q, c.want)
	}
	for _, word := range []string{"sitation", "infrmer", "reveller"} {
		if _, sure := r.lex.mend(word, false); sure {
			t.Errorf("%s peut être deux mots", word)
		}
	}
}
