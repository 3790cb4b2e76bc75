package comprehension

import "testing"

// TestAdjectives: « petit » and « jeune » before a thing, a place or a grown-up name no child; alone, or before
// a verb or a name, they do.
func TestAdjectives(t *testing.T) {
	r, b := byWords(t)
	const beaten = " une femme est battue par son mari. Je préviens le procureur ?"
	for _, text := range []string{
		"Petite question :" + beaten, "Petit rappel svp :" + beaten, "Petit point juridique," + beaten, "Petit souci :" + beaten,
		"Petit mot :" + beaten, "Petite précision utile :" + beaten, "J'ai une petite demande :" + beaten, "Petite mise en situation :" + beaten,
		"Au petit déjeuner, on m'a dit :" + beaten, "Dans cette petite ville," + beaten, "Petit à petit, je comprends :" + beaten,
		"Petit topo :" + beaten, "Un petit service de campagne :" + beaten, "Pour un petit salaire," + beaten,
		"Le petit copain de Madame la frappe, je préviens le procureur ?",
		"Mon petit monsieur de 50 ans se fait frapper par sa femme. Je préviens le procureur ?",
		"Une jeune femme battue refuse de porter plainte. Je préviens le procureur ?",
		"Une jeune maman de 22 ans est frappée par son compagnon. Je préviens le procureur ?",
		"Ma petite dame est frappée par son mari. Je préviens le procureur ?",
		"Un jeune couple : il la frappe. Je préviens le procureur ?",
	} {
		q := r.Read(text, Question{})
		if q.Child || b.Get(q.Facts, "mineur_en_danger") != "" || b.Get(q.Facts, "maltraitance") != "" || b.Get(q.Facts, "violences_couple") != "oui" {
			t.Errorf("« %s » : lu %v", text, b.Known(q.Facts))
		}
	}
	for _, text := range []string{
		"La petite est battue, je préviens le procureur ?", "Un petit frappé par son père, je préviens le procureur ?",
		"Le petit de 4 ans est frappé par son père, je préviens le procureur ?", "La petite Léa est battue, je préviens le procureur ?",
		"Sa petite sœur est frappée par leur père, je préviens le procureur ?", "La petite fille est frappée par son beau-père, je préviens le procureur ?",
		"La petite demande à rester, son père la frappe, je préviens le procureur ?", "La petite fête ses six ans, son père la frappe, je préviens le procureur ?",
		"La petite mise dehors par sa mère est frappée, je préviens le procureur ?", "Une petite autiste est frappée par son père, je préviens le procureur ?",
		"Un jeune est frappé par son père, je préviens le procureur ?", "Une jeune mère de 16 ans est frappée par son père. Je préviens le procureur ?",
		"Petit battu par son père, je préviens le procureur ?", "Mon petit dernier suivi est frappé par son père, je préviens le procureur ?",
	} {
		q := r.Read(text, Question{})
		if b.Get(q.Facts, "maltraitance") != "oui" || b.Get(q.Facts, "age_victime") == "majeur" {
			t.Errorf("« %s » : lu %v", text, b.Known(q.Facts))
		}
	}
}

// TestNews: news of a grown-up are no news of a child.
func TestNews(t *testing.T) {
	r, b := byWords(t)
	for text, want := range map[string]string{
		"Je peux donner des nouvelles d'elle à sa sœur, madame a 40 ans ?":         "",
		"La sœur de la dame voudrait savoir comment elle va, je réponds ?":         "",
		"Le fils du résident demande de ses nouvelles, je réponds ?":               "",
		"Le père demande des nouvelles de son fils, je réponds ?":                  "nouvelles_de_l_enfant",
		"Le papa demande comment elle va, je réponds ?":                            "nouvelles_de_l_enfant",
		"Madame demande des nouvelles de son petit placé, je lui en donne ?":       "nouvelles_de_l_enfant",
		"Les parents demandent des nouvelles de leur fille de 8 ans, je réponds ?": "nouvelles_de_l_enfant",
	} {
		if got := b.Get(r.Read(text, Question{}).Facts, "contenu"); got != want {
			t.Errorf("« %s » : contenu=%q, attendu %q", text, got, want)
		}
	}
}

// TestGrownUps: a son or a daughter of age is no child; a child is one whose age comes after that of a parent.
func TestGrownUps(t *testing.T) {
	r, b := byWords(t)
	for text, minor := range map[string]bool{
		"Sa fille de 45 ans est battue par son mari. Je saisis le procureur ?":                        false,
		"Son fils, 30 ans, est frappé par sa femme. Je saisis le procureur ?":                         false,
		"Son petit frère de 40 ans est frappé par sa femme. Je saisis le procureur ?":                 false,
		"Un jeune de 19 ans est frappé par son père. Je saisis le procureur ?":                        false,
		"Une dame de 90 ans n'est pas lucide, sa fille de 60 ans la frappe. Je saisis le procureur ?": false,
		"Une dame de 77 ans me dit que son fils de 50 ans la frappe. Je saisis le procureur ?":        false,
		"Sa fille de 12 ans est battue par son père. Je saisis le procureur ?":                        true,
		"Un enfant de 20 mois est frappé par son père. Je saisis le procureur ?":                      true,
		"Sa petite sœur de 8 ans est frappée par son père. Je saisis le procureur ?":                  true,
		"Sa fille est frappée, elle a 15 ans. Je saisis le procureur ?":                               true,
	} {
		q := r.Read(text, Question{})
		if got := b.Get(q.Facts, "mineur_en_danger") == "oui"; got != minor || q.Child != minor {
			t.Errorf("« %s » : lu %v", text, b.Known(q.Facts))
		}
	}
}
