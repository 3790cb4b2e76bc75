package comprehension

import "testing"

// TestVictims: whom a verb of harm bears on is the victim, a child if told so, and never who would be told of it.
func TestVictims(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, want string }{
		{"Il a caressé sa filleule, je dois le dire ?", "maltraitance=oui -destinataire"},
		{"Elle tabasse son cousin, je peux en parler ?", "maltraitance=oui -destinataire"},
		{"Il a agressé sexuellement une camarade de 14 ans", "maltraitance=oui age_victime=moins_de_15 destinataire=president_cd"},
		{"Un animateur couche avec une copine de 16 ans, je signale ?", "maltraitance=oui age_victime=de_15_a_17 destinataire=president_cd"},
		{"Il traîne en slip devant les filles de sa compagne, je signale ?", "-destinataire=famille_tiers"},
		{"Il a battu son cousin aux échecs, je le dis à sa mère ?", "-maltraitance destinataire=titulaire_autorite_parentale"},
		{"Le décès du chien a touché sa nièce, je le dis à l'école ?", "-maltraitance destinataire=enseignant"},
		// What is feared for a child.
		{"L'oncle couche nu contre son neveu de 8 ans", "mineur_en_danger=oui destinataire=president_cd"},
		{"Le beau-père prend encore son bain avec sa belle-fille de 12 ans, je fais quoi ?", "mineur_en_danger=oui destinataire=president_cd"},
		{"Ses parents comptent la fiancer cet été au village", "mineur_en_danger=oui destinataire=president_cd"},
		{"La tante veut faire exciser la cadette", "mineur_en_danger=oui destinataire=president_cd"},
		{"Une lycéenne redoute d'être mariée pendant les vacances, je préviens ?", "mineur_en_danger=oui destinataire=president_cd"},
		{"Madame va se marier au pays cet été, je le dis à la CAF ?", "-maltraitance -mineur_en_danger destinataire=caf"},
		// A grown-up who cannot protect himself is no child, whoever is asked.
		{"Un majeur sous tutelle se fait racketter par sa sœur, je peux saisir le procureur ?", "maltraitance=oui age_victime=majeur capable_de_se_proteger=non destinataire=procureur"},
		{"Son neveu encaisse la pension de cette dame sous curatelle : je saisis le procureur ?", "maltraitance=oui capable_de_se_proteger=non destinataire=procureur"},
		{"Je fais une IP à la CRIP pour un monsieur de 90 ans battu par sa fille ?", "maltraitance=oui age_victime=majeur destinataire=president_cd -mineur_en_danger"},
		{"Une résidente de l'EHPAD a des bleus, je préviens la CRIP ?", "maltraitance=oui destinataire=president_cd -mineur_en_danger"},
	} {
		expect(t, b, c.text, r.Read(c.text, Question{}), c.want)
	}
}

// TestPassed: silence about an ill-treated child is asked of whoever protects one, not of who was named before it.
func TestPassed(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, want string }{
		{"Le syndic m'a appelée pour les charges, et le petit a des traces de coups, je peux me taire ?", "destinataire=president_cd maltraitance=oui"},
		{"Sa banque a rappelé pour le découvert. En partant, la gamine de 5 ans m'a montré ses bleus. Je garde ça pour moi ?", "destinataire=president_cd maltraitance=oui"},
		{"Leur employeur m'a téléphoné pour le planning. Le petit mange dans la gamelle du chat. Puis-je fermer les yeux ?", "destinataire=president_cd maltraitance=oui -acte"},
		{"Le syndic veut savoir pourquoi le petit a des bleus, je peux me taire ?", "destinataire=tiers maltraitance=oui"},
		{"Le petit a des bleus, le syndic me demande ce que je sais, je peux me taire ?", "destinataire=tiers maltraitance=oui"},
		{"Le journaliste appelle. Le petit est battu. Je peux refuser de répondre ?", "destinataire=presse maltraitance=oui"},
	} {
		expect(t, b, c.text, r.Read(c.text, Question{}), c.want)
	}
}
