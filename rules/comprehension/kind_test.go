package comprehension

import "testing"

// TestOurs: what belongs elsewhere does not silence a question asked beside it, in another sentence.
func TestOurs(t *testing.T) {
	r, _ := reader(t)
	for text, want := range map[string]Kind{
		"Une lycéenne de 16 ans va être mariée de force cet été, son passeport est déjà prêt. Je préviens la CRIP ?": Decision,
		"Le mari la frappe et lui a pris sa carte grise et ses clés. Puis-je en parler à la police ?":                Decision,
		"Mon usagère est au code de la route, son moniteur me demande si elle est suivie. Je réponds ?":              Decision,
		"J'ai perdu mon passeport, je fais quoi ?":                                                                   OutOfScope,
		"Rédige-moi un courrier au procureur":                                                                        OutOfScope,
	} {
		if q := r.Read(text, Question{}); q.Kind != want {
			t.Errorf("« %s » : %d, voulu %d", text, q.Kind, want)
		}
	}
}

// TestExplains: what asks of the law itself gets a fiche, whatever it names; what asks of someone gets
// a verdict; and a thread takes a fiche asked for in passing.
func TestExplains(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ before, text, card string }{
		{"", "que dit la loi sur la radicalisation ?", "radicalisation"},
		{"", "c'est quoi un péril grave et imminent ?", "peril_secours"},
		{"", "qui traite les informations préoccupantes ?", "information_preoccupante"},
		{"", "c'est quoi le droit de communication des impôts ?", "administrations"},
		{"", "qui peut saisir le juge des tutelles ?", "protection_majeur"},
		{"", "un jeune se radicalise, que dit la loi si je préviens le préfet ?", ""},
		{"", "mon voisin est en train de se pendre, c'est quoi la règle ?", ""},
		{"", "les impôts me demandent son adresse, c'est quoi la règle ?", ""},
		{"", "quelle info je peux donner au maire ?", ""},
		{"", "dans quels cas je peux prévenir le maire ?", ""},
		{"", "dans quels cas informe-t-on le maire ?", "maire_information"},
		{"peut-on informer le maire ?", "c'est quoi le secret professionnel ?", "secret_notion"},
		{"peut-on informer le maire ?", "et le procureur ?", ""},
	} {
		var before Question
		if c.before != "" {
			before = r.Read(c.before, before)
		}
		q := r.Read(c.text, before)
		card := ""
		if q.Kind == Notion {
			card = q.Card.ID
		}
		if card != c.card {
			t.Errorf("« %s » : fiche %q, voulue %q", c.text, card, c.card)
		}
		if c.before != "" && card != "" && q.Facts != before.Facts {
			t.Errorf("« %s » change le fil : %v", c.text, b.Known(q.Facts))
		}
	}
}
