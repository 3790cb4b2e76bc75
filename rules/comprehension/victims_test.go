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

// TestWhoseOwn: what one writes to be read, notes for oneself, one's own complaint, what is told in public.
func TestWhoseOwn(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, want string }{
		{"Mon mémoire de fin d'études raconte des situations réelles, j'ai le droit ?", "destinataire=tiers"},
		{"Dans ma thèse, je peux exposer le parcours des familles suivies ?", "destinataire=tiers"},
		{"Je peux publier un récit avec de vrais cas ?", "destinataire=tiers"},
		{"Il perd la mémoire, je peux le dire à son médecin ?", "destinataire=professionnel_sante"},
		{"Ma cheffe réclame mon carnet personnel, je dois le donner ?", "destinataire=direction strictement_necessaire=non acte=reveler"},
		{"La directrice peut-elle lire mes brouillons ?", "destinataire=direction strictement_necessaire=non"},
		{"Un résident m'a giflée, puis-je déposer plainte ?", "acte=produire_en_defense"},
		{"Menacée par le mari d'une dame, je peux porter plainte ?", "acte=produire_en_defense"},
		{"Madame a été giflée, je peux porter plainte pour elle ?", "-acte"},
		{"Dénoncer dans la presse les coups que reçoivent les enfants du foyer, c'est permis ?", "destinataire=presse"},
		{"Je peux le raconter à la radio, avec le récit et le témoignage d'un jeune ?", "-acte=temoigner"},
		{"Il a été condamné à tort, je sais qu'il n'y était pas", "innocent_detenu=oui destinataire=juridiction -acte"},
		{"La mère réclame au conseil départemental l'évaluation faite hors procédure sur sa fille", "employeur=public acte=remettre_document destinataire=titulaire_autorite_parentale"},
		{"Monsieur veut lire la note rédigée à son sujet", "destinataire=personne_concernee"},
		{"L'usagère préfère venir avec sa cousine à son rendez-vous avec l'aide sociale à l'enfance", "acte=accompagner mission=ase"},
		{"Puis-je donner à madame, à elle seule, un écrit qui reprend ses propos ?", "acte=attester destinataire=personne_concernee"},
		{"Le papa me demande comment s'appelle l'assistante familiale", "destinataire=titulaire_autorite_parentale"},
		{"J'ai été poussée par un père, je peux dire qui c'est aux policiers ?", "acte=produire_en_defense"},
		{"Il est accusé d'un cambriolage, mais cette nuit là il dormait chez nous", "innocent_detenu=oui -crime_evitable"},
		{"Je peux prévenir la CRIP pour les enfants d'une patiente ?", "destinataire=president_cd"},
		{"Éduc PJJ et service d'AEMO, nous suivons le même ado, on peut échanger ?", "mesure=penale destinataire=professionnel_protection_enfance"},
		// A child whom the police look for.
		{"Les gendarmes recherchent une fillette de 10 ans, je réponds ?", "disparition_mineur=oui destinataire=police"},
		{"La police recherche un mineur pour une agression, je réponds ?", "-disparition_mineur destinataire=police"},
		// A weapon taken to someone's.
		{"Il prend sa carabine et fonce chez son frère", "peril=oui"},
	} {
		expect(t, b, c.text, r.Read(c.text, Question{}), c.want)
	}
}

// TestParentAsks: the whole of a text makes no one else of a parent who asks, unless a word names them.
func TestParentAsks(t *testing.T) {
	r, b := reader(t)
	for _, text := range []string{
		"La maman me demande pourquoi sa fille a changé de famille d'accueil, je lui explique ?",
		"Le père veut savoir pourquoi son fils n'est plus au foyer, je peux lui dire ?",
		"La mère me demande comment s'appelle la famille d'accueil, je lui donne le nom ?",
	} {
		expect(t, b, text, r.Read(text, Question{}), "destinataire=titulaire_autorite_parentale")
	}
	text := "La juge des enfants veut un bilan de la mesure qu'elle nous a confiée, le père soutient qu'on n'a pas le droit de le lui donner"
	expect(t, b, text, r.Read(text, Question{}), "ce_juge_mandate=oui -destinataire=procureur -destinataire=tiers")
}
