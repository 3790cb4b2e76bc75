package comprehension

import "testing"

// TestAble: age or handicap may keep someone from protecting themselves, not if they are said to be able, or
// without it. Where nothing is said, nothing is read.
func TestAble(t *testing.T) {
	r, b := byWords(t)
	for text, want := range map[string]string{
		"Une dame de 82 ans, toute sa tête, est frappée par son fils. Je saisis le procureur ?":               "oui",
		"Une dame de 82 ans très lucide et autonome est frappée par son fils. Je saisis le procureur ?":       "oui",
		"Un monsieur de 88 ans, indépendant, est frappé par sa fille. Je saisis le procureur ?":               "oui",
		"Une vieille dame en pleine possession de ses moyens est battue. Je préviens le procureur ?":          "oui",
		"Une grand-mère de 78 ans, vive d'esprit, est frappée par son petit-fils. Je préviens le procureur ?": "oui",
		"Une octogénaire qui se débrouille très bien est volée par sa nièce. Je préviens le procureur ?":      "oui",
		"Une femme de 45 ans ni handicapée ni malade est frappée par son frère. Je préviens le procureur ?":   "oui",
		"Elle n'est pas handicapée, sa sœur la frappe. Je préviens le procureur ?":                            "oui",
		"Elle n'est pas vulnérable, son frère la frappe. Je préviens le procureur ?":                          "oui",
		"Une femme sans aucun handicap est frappée par son frère. Je préviens le procureur ?":                 "",
		"Une retraitée de 66 ans est frappée par son fils. Je préviens le procureur ?":                        "",
		"Je travaille en EHPAD, une amie est battue par son mari. Je préviens le procureur ?":                 "",
		"Une femme de 45 ans est frappée par son frère. Je préviens le procureur ?":                           "",
		"Une dame de 84 ans est frappée par son fils. Je préviens le procureur ?":                             "non",
		"Une vieille dame est frappée par son fils. Je préviens le procureur ?":                               "non",
		"Une vieille dame qui n'a plus toute sa tête est frappée par son fils. Je préviens le procureur ?":    "non",
		"Une dame de 85 ans, peu lucide, est frappée par sa fille. Je préviens le procureur ?":                "non",
		"Une dame de 85 ans qui n'est plus autonome est frappée par sa fille. Je préviens le procureur ?":     "non",
		"Un monsieur qui n'est plus très autonome est battu par son fils. Je préviens le procureur ?":         "non",
		"Une femme handicapée est frappée par son frère. Je préviens le procureur ?":                          "non",
		"Une femme tétraplégique, très lucide, est frappée par son frère. Je préviens le procureur ?":         "non",
		"Personne ne protège cette dame handicapée, frappée par son frère. Je préviens le procureur ?":        "non",
		"Une résidente de l'EHPAD est frappée par une aide-soignante. Je préviens le procureur ?":             "non",
		"Le petit vieux dément est privé de repas par sa fille. Je préviens le procureur ?":                   "non",
		"Un vieux monsieur dément est privé de repas. Je préviens le procureur ?":                             "non",
	} {
		q := r.Read(text, Question{})
		if got := b.Get(q.Facts, "capable_de_se_proteger"); got != want || b.Get(q.Facts, "mineur_en_danger") == "oui" {
			t.Errorf("« %s » : %q, attendu %q (lu %v)", text, got, want, b.Known(q.Facts))
		}
	}
}

// TestNotByThem: a colleague named beside a woman beaten is not who beats her.
func TestNotByThem(t *testing.T) {
	r, b := byWords(t)
	for text, want := range map[string]string{
		"Ma collègue médecin peut signaler la femme battue. Et moi, assistante sociale ?": "",
		"Mon éducateur référent suit une femme battue, il peut prévenir le procureur ?":   "",
		"L'infirmière a reçu une dame frappée par son mari, je préviens le procureur ?":   "",
		"Ma collègue a frappé une résidente. Je préviens le procureur ?":                  "oui",
		"L'éducateur a giflé un jeune du foyer. Je préviens le procureur ?":               "oui",
		"Les coups viennent d'un éducateur, le petit a été frappé. Je préviens la CRIP ?": "oui",
		"Une aide-soignante frappe les femmes de l'étage. Je préviens le procureur ?":     "oui",
	} {
		if got := b.Get(r.Read(text, Question{}).Facts, "maltraitance"); got != want {
			t.Errorf("« %s » : maltraitance=%q, attendu %q", text, got, want)
		}
	}
}
