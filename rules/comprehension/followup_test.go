package comprehension

import (
	"strings"
	"testing"

	"motus/rules"
)

// TestFollowUps: a follow-up changes what it names, drops what no longer goes with it and keeps the
// rest; a question of its own starts anew. « -fact » is a fact, or a value of it, that must be gone.
func TestFollowUps(t *testing.T) {
	r, b := reader(t)
	for _, c := range []struct {
		thread []string
		want   string
	}{
		// Another recipient.
		{[]string{"Un garçon de 9 ans est battu, je dois écrire au procureur ?", "plutôt la CRIP ?"}, "destinataire=president_cd maltraitance=oui"},
		{[]string{"Puis-je échanger avec la psychologue du CMP qui suit la même dame que moi ?", "et son voisin qui l'aide pour les courses ?"}, "destinataire=tiers -meme_prise_en_charge"},
		{[]string{"Le maire veut des infos sur une famille, je lui en donne ?", "pas le maire, le procureur"}, "destinataire=procureur"},
		{[]string{"La grand-mère demande des nouvelles de l'enfant, je peux lui en donner ?", "erreur de ma part : le juge le lui a confié, elle est tiers digne de confiance"}, "destinataire=tiers_digne_de_confiance"},
		{[]string{"On peut saisir le parquet pour une gamine de 10 ans que son père cogne ?", "et pour son frère de 16 ans, qui encaisse pareil ?"}, "destinataire=procureur age_victime=de_15_a_17"},
		{[]string{"Une dame est d'accord pour que je parle à la MDPH, je peux ?", "et à son bailleur ?"}, "destinataire=tiers -consentement=oui"},
		{[]string{"Un gendarme a une réquisition écrite pour le dossier d'un jeune, je réponds ?", "et à sa mère ?"}, "destinataire=titulaire_autorite_parentale -demande_ecrite"},
		{[]string{"Un monsieur entend des voix, j'appelle le SAMU ?", "son psychiatre aussi ?"}, "destinataire=professionnel_sante"},
		{[]string{"Le père demande des nouvelles de son enfant placé, je lui réponds ?", "le juge a ordonné l'anonymat"}, "destinataire=titulaire_autorite_parentale decision_anonymat=oui"},
		{[]string{"Je suis convoquée au commissariat, je dois y aller ?", "et sur place je réponds aux questions ?"}, "acte=temoigner destinataire=police"},
		// What someone wants now.
		{[]string{"Un père refuse qu'on échange avec la PMI sur son bébé, on peut ?", "il accepte maintenant, il est d'accord"}, "consentement=oui -opposition=oui"},
		{[]string{"Une usagère est d'accord pour que je parle à son bailleur, je peux ?", "et si elle change d'avis ?"}, "consentement=non opposition=oui"},
		{[]string{"Un père refuse qu'on échange avec la PMI sur son bébé, on peut quand même ?", "il a changé d'avis, il accepte"}, "consentement=oui -opposition=oui"},
		{[]string{"Une dame est d'accord pour que je parle à son médecin, je peux ?", "elle a changé d'avis, elle n'accepte plus"}, "consentement=non"},
		{[]string{"Puis-je échanger avec la puéricultrice de PMI sur un bébé ?", "les parents ont été prévenus hier"}, "destinataire=professionnel_protection_enfance famille_informee=oui"},
		// Dangers taken back, or told with a pronoun.
		{[]string{"Un homme dit qu'il va se pendre ce soir, j'appelle les pompiers ?", "fausse alerte, il est chez sa sœur et il va bien"}, "-peril=oui -suicide=oui"},
		{[]string{"Une gamine de 13 ans n'est pas rentrée au foyer depuis hier, je préviens la police ?", "c'est bon, elle vient de rentrer"}, "-disparition_mineur=oui"},
		{[]string{"Un adolescent de 15 ans ne vient plus aux rendez-vous, je le dis à sa mère ?", "il a disparu depuis deux jours"}, "disparition_mineur=oui"},
		{[]string{"Une femme que je suis se fait cogner par son neveu, puis-je saisir le procureur ?", "précision : elle a 23 ans, une déficience mentale lourde"}, "maltraitance=oui age_victime=majeur capable_de_se_proteger=non"},
		{[]string{"Un bénéficiaire a un couteau, je préviens le préfet ?", "fausse alerte, c'était un couteau à beurre"}, "-arme=oui -peril=oui"},
		{[]string{"Un homme a une arme et veut se tuer ce soir, j'appelle le 17 ?", "fausse alerte, il ne veut plus mourir mais il a toujours son arme"}, "arme=oui -peril=oui"},
		{[]string{"Un homme veut se jeter du toit, j'appelle le 18 ?", "il est redescendu et il dort"}, "peril=non -suicide=oui"},
		{[]string{"Un enfant de 6 ans est battu par son père, j'appelle la CRIP ?", "Madame D. me supplie de ne rien dire, je préviens quand même la CRIP ?"}, "maltraitance=oui destinataire=president_cd"},
		{[]string{"Un enfant de 6 ans est battu par son père, j'appelle la CRIP ?", "La mère me demande ce que j'ai vu sur le corps, je lui dis ?"}, "maltraitance=oui"},
		{[]string{"Une jeune est enlevée par son père, j'appelle la police ?", "La trésorerie me demande l'adresse d'un débiteur, je la donne ?"}, "-disparition_mineur=oui -maltraitance=oui -peril=oui"},
		// What was asked.
		{[]string{"Je peux en parler ou pas ?", "à sa référente ASE"}, "destinataire=professionnel_protection_enfance -mission"},
		{[]string{"Je dois répondre au juge qui me demande un rapport ?", "non, c'est le département"}, "mandat=administratif"},
		{[]string{"Je dois répondre au juge qui me demande un rapport ?", "pas du tout, c'est juste un juge qu'on connaît pas"}, "mandat=aucun"},
		{[]string{"Je dois répondre au juge qui me demande un rapport ?", "aucune idée"}, "-mandat"},
		{[]string{"Puis-je en parler ?", "merci", "au bailleur"}, "destinataire=tiers"},
		// Another story.
		{[]string{"Un homme menace de se jeter du pont, j'appelle le 17 ?", "Madame D., suivie au CCAS pour ses factures, veut que j'appelle son bailleur. Je peux lui parler ?"}, "destinataire=tiers -peril -suicide"},
		{[]string{"Un homme armé menace de tirer, j'appelle le 17 ?", "Et sinon, rien à voir : l'employeur d'une dame veut savoir si elle est en arrêt, je réponds ?"}, "destinataire=tiers -peril -arme"},
		{[]string{"La police a une réquisition pour la vidéo du hall, je la donne ?", "Notre psychologue me demande comment va une résidente, je lui dis ?"}, "destinataire=collegue -demande_ecrite"},
		{[]string{"Une femme a disparu, je préviens la police ?", "Une assistante familiale me demande le passé de l'enfant qu'elle accueille, je lui dis tout ?"}, "destinataire=assistant_familial -disparition_majeur"},
		{[]string{"Ma collègue et moi suivons le même bébé, on peut se parler ?", "changement de sujet : un journaliste enquête sur notre foyer, je peux lui parler ?"}, "destinataire=presse -meme_prise_en_charge"},
		{[]string{"Un homme menace de se jeter du pont, j'appelle le 17 ?", "En EHPAD, une résidente me confie ses dettes, je préviens son fils ?"}, "destinataire=famille_tiers -peril -suicide"},
	} {
		var q Question
		for _, text := range c.thread {
			q = r.Read(text, q)
		}
		expect(t, b, strings.Join(c.thread, " | "), q, c.want)
	}
}

// TestThreadDangers: a danger goes with who runs it, and with a disappearance that ends; what corrects is read.
func TestThreadDangers(t *testing.T) {
	r, b := byWords(t)
	const child, gone = "La petite de 6 ans est frappée, je signale au procureur ?", "Un enfant a disparu du foyer, j'appelle la police ?"
	const mayor, teacher, landlord = "peut-on informer le maire ?", "Puis-je parler à l'enseignante ?", "Puis-je dire au bailleur qu'elle est hospitalisée ?"
	for _, c := range []struct{ first, then, want string }{
		// Someone else's case.
		{child, "et pour un autre monsieur, la police m'appelle pour son adresse", "destinataire=police -maltraitance -mineur_en_danger"},
		{child, "et pour une autre dame, le bailleur me demande si elle travaille", "destinataire=tiers -maltraitance"},
		{child, "et concernant une autre famille, la CAF demande leur adresse", "destinataire=caf -maltraitance"},
		{child, "et pour un autre enfant, je dois aussi ?", "maltraitance=oui destinataire=procureur"},
		{child, "et pour un autre enfant, je préviens la police aussi ?", "maltraitance=oui destinataire=police"},
		{child, "et pour son frère, c'est pareil ?", "maltraitance=oui"},
		// Who had disappeared is back, or is not.
		{gone, "il est retrouvé. La police veut savoir ce qu'il a fait cette nuit", "destinataire=police -disparition_mineur"},
		{gone, "on l'a retrouvé. La police veut savoir où il dort", "destinataire=police -disparition_mineur"},
		{gone, "les gendarmes l'ont retrouvé, ils demandent avec qui il était", "destinataire=police -disparition_mineur"},
		{gone, "je l'ai retrouvé au parc", "-disparition_mineur"},
		{gone, "il est revenu, il est inconscient", "peril=oui -disparition_mineur"},
		{gone, "il est retrouvé, il a été frappé", "maltraitance=oui -disparition_mineur"},
		{gone, "il n'est pas retrouvé, la police veut savoir où il dort", "disparition_mineur=oui"},
		{gone, "on ne le retrouve pas", "disparition_mineur=oui"},
		{gone, "on l'a pas retrouvé", "disparition_mineur=oui"},
		{gone, "on a retrouvé son sac", "disparition_mineur=oui"},
		// What corrects who was meant, who is bound, where they live.
		{mayor, "et si c'est pas ma commune", "commune_residence=non destinataire=maire"},
		{mayor, "c'est pas la commune où ils vivent", "commune_residence=non destinataire=maire"},
		{mayor, "ce n'est plus notre ville", "commune_residence=non destinataire=maire"},
		{teacher, "elle est tenue au secret", "destinataire=enseignant destinataire_tenu=oui -tenu_au_secret"},
		{teacher, "et si elle est soumise au secret professionnel ?", "destinataire=enseignant destinataire_tenu=oui -tenu_au_secret"},
		{teacher, "elle n'est pas tenue au secret", "destinataire=enseignant destinataire_tenu=non -tenu_au_secret"},
		{teacher, "je suis tenue au secret", "destinataire=enseignant tenu_au_secret=texte"},
		{"Puis-je parler au médecin ?", "il est tenu au secret aussi", "destinataire=professionnel_sante destinataire_tenu=oui"},
		{landlord, "non en fait je parlais du médecin", "destinataire=professionnel_sante"},
		{landlord, "pardon, je voulais dire le médecin", "destinataire=professionnel_sante"},
		{landlord, "non je parle du médecin", "destinataire=professionnel_sante"},
		{landlord, "je pensais à sa sœur", "destinataire=famille_tiers"},
		{landlord, "il s'agit de sa sœur", "destinataire=famille_tiers"},
	} {
		q := r.Read(c.then, r.Read(c.first, Question{}))
		expect(t, b, c.first+" | "+c.then, q, c.want)
	}
}

// expect wants facts of a question: « key=value », or « -key » and « -key=value » for what must not be.
func expect(t *testing.T, b *rules.Base, text string, q Question, facts string) {
	t.Helper()
	for _, want := range strings.Fields(facts) {
		name, gone := strings.CutPrefix(want, "-")
		key, value, _ := strings.Cut(name, "=")
		got := b.Get(q.Facts, rules.Key(key))
		if gone && got != "" && (value == "" || value == got) || !gone && got != value {
			t.Errorf("%s : %s, lu %v", text, want, b.Known(q.Facts))
		}
	}
}

// TestAlarms: a suicide or a crime to come, told in a thread, is asked about first; to whom one would speak is kept.
func TestAlarms(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct {
		before, text string
		asked        rules.Key
		want         string
	}{
		{"peut-on prévenir le maire ?", "elle veut en finir", "peril", "destinataire=maire suicide=oui"},
		{"puis-je parler à son bailleur ?", "il veut tuer son voisin", "peril", "destinataire=tiers crime_evitable=oui"},
		{"peut-on prévenir le maire ?", "elle veut en finir, je préviens sa sœur ?", "", "destinataire=famille_tiers suicide=oui"},
		{"peut-on prévenir le maire ?", "elle est au chômage", "", "destinataire=maire"},
	} {
		q := r.Read(c.text, r.Read(c.before, Question{}))
		if q.Asked != c.asked {
			t.Errorf("%s : demande %q, attendu %q", c.text, q.Asked, c.asked)
		}
		expect(t, b, c.text, q, c.want)
	}
	q := r.Read("oui", r.Read("elle veut en finir", r.Read("peut-on prévenir le maire ?", Question{})))
	expect(t, b, "oui", q, "destinataire=maire peril=oui")
}
