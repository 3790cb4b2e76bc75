package comprehension

import (
	"slices"
	"testing"

	"motus/rules"
)

// TestRecipient: whom one would speak to is read from the words that address them, and another
// one named beside is never taken silently.
func TestRecipient(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct {
		text, to string
		also     []string
	}{
		{"Puis-je prévenir le procureur sans l'accord des parents ?", "procureur", nil},
		{"Puis-je prévenir le procureur, même si les parents refusent ?", "procureur", nil},
		{"Puis-je prévenir le procureur malgré le refus du père et de la mère ?", "procureur", nil},
		{"Puis-je prévenir ses parents ?", "titulaire_autorite_parentale", nil},
		{"Puis-je prévenir le maire ?", "maire", nil},
		{"Puis-je parler au maire ou au procureur ?", "maire", []string{"procureur"}},
		{"Puis-je prévenir l'école et le bailleur ?", "enseignant", []string{"tiers"}},
		{"Puis-je transmettre à la CRIP sans prévenir les parents ?", "president_cd", nil},
		{"Puis-je signaler au procureur sans en parler à la mère ?", "procureur", nil},
		{"Une gamine me dit que son beau-père la touche la nuit", "president_cd", nil},
		{"La voisine dit qu'il frappe l'enfant : puis-je prévenir le procureur ?", "procureur", nil},
		{"La grand-mère veut savoir où est l'enfant", "famille_tiers", nil},
		{"La dame est d'accord pour que je parle à son bailleur", "tiers", nil},
		{"Puis-je envoyer un WhatsApp à ma collègue ?", "groupe_messagerie", nil},
		{"Mandaté par le juge, puis-je parler au maire ?", "maire", nil},
		{"Puis-je en parler au maire ? Et au procureur ?", "maire", []string{"procureur"}},
		{"Je peux le dire à sa mère ? et à l'école ? et à la police ?", "titulaire_autorite_parentale", []string{"enseignant", "police"}},
		// Where someone came, whom one weighs telling, of whom one speaks in general.
		{"Deux hommes débarquent au CCAS et veulent savoir où vit Mme Diop. On leur dit ?", "tiers", nil},
		{"Je passe au CCAS pour parler de la dame à l'assistante sociale, je peux ?", "professionnel_action_sociale", nil},
		{"Avertir le beau-père, c'est lui promettre une raclée. Avec la pédiatre, on peut échanger ?", "professionnel_sante", nil},
		{"Avertir le beau-père, c'est possible ?", "famille_tiers", nil},
		{"Le JAF me dit qu'entre juges tout se partage et veut que je lui parle de l'AEMO ordonnée par le juge des enfants. Je réponds ?", "juge_autre", nil},
		{"Entre soignants, on peut se dire le diagnostic ?", "professionnel_sante", nil},
		{"Puis-je mettre au courant la tante d'un enfant de 6 ans battu ?", "famille_tiers", nil},
		{"Le père d'un copain du petit demande s'il dort au foyer. On confirme ?", "tiers", nil},
		{"Le père du petit demande s'il dort au foyer. On confirme ?", "titulaire_autorite_parentale", nil},
		{"La grand-mère réclame que je fasse une information préoccupante. J'y suis obligée ?", "president_cd", nil},
		{"Le père me demande si j'ai fait une IP sur lui. Je réponds ?", "titulaire_autorite_parentale", nil},
		{"Le prestataire informatique peut-il lire mes notes d'entretien ?", "tiers", nil},
		{"La voisine a tout entendu, elle est là, elle veut juste que je lui confirme que le petit de 5 ans est battu", "tiers", nil},
		{"Puis-je parler à mon avocat ?", "avocat_du_professionnel", nil},
		{"Puis-je parler à la police municipale ?", "police_municipale", nil},
		{"Est-ce que je peux la prévenir, elle ?", "personne_visee", nil},
		// Whom a pronoun stands for, set apart at the head of the question.
		{"Il a un fusil et il la menace. Le procureur, je peux le prévenir ?", "procureur", nil},
		{"Il a juré de la tuer. La préfète, ai-je le droit de l'avertir ?", "prefet", nil},
		{"Elle vit chez un ami. Sa mère, faut-il lui en parler ?", "titulaire_autorite_parentale", nil},
		{"Il a un fusil et il la menace. Je peux l'avertir ?", "personne_visee", nil},
		// Whoever only acts, or is only where one works, is not spoken to.
		{"Le voisin tape ses enfants, j'appelle qui ?", "", nil},
		{"Mon fils a été battu par un éducateur, à qui puis-je en parler ?", "", nil},
		{"Le commissariat appelle l'accueil du CCAS pour une adresse, je la donne ?", "police", nil},
		{"Le proviseur veut que j'attende avant de prévenir le procureur", "procureur", nil},
		{"Mon ancien collègue me demande des nouvelles d'une famille", "tiers", nil},
		// What someone else does to them tells them nothing, and they are not asked about beside.
		{"Il a caché un fusil et il en voulait à son chef, je fais quoi ?", "prefet", nil},
		{"La famille d'accueil me demande pourquoi le petit a été retiré à ses parents, on peut lui dire ?", "assistant_familial", nil},
		// Somebody unknown asks; somebody named who asks is no unknown.
		{"Un compatriote me demande ce que la dame a raconté à l'assistante sociale. Je peux lui dire ?", "tiers", nil},
		{"La cuisinière veut savoir ce qu'a le jeune. Je lui dis ?", "tiers", nil},
		{"La maîtresse d'un petit accueilli ici, au foyer, veut savoir ce qui se passe. On lui en parle ?", "enseignant", nil},
		{"La maman de la fillette que garde l'assistante familiale est convoquée. Puis-je le dire à sa sœur ?", "famille_tiers", nil},
		{"Une dame que j'aide à domicile a un testament, son voisin me le demande. Je peux lui dire ?", "tiers", nil},
		{"Mon directeur m'ordonne de prévenir la police. Je refuse, ai-je raison ?", "police", nil},
		{"Cadre au conseil régional, j'écris un article. Je peux l'envoyer au procureur ?", "procureur", nil},
		{"Une dame m'a demandé de ne plus parler d'elle avec l'infirmière. L'infirmière m'appelle, je lui réponds ?", "professionnel_sante", nil},
		{"Une maman m'a montré les faux papiers qu'elle donne au bailleur. Mon chef veut que j'écrive au procureur, je dois ?", "procureur", nil},
		{"À la pharmacie, la voisine veut savoir si elle est suivie. Je lui réponds ?", "tiers", nil},
		{"Mes amis s'étonnent que je ne leur raconte rien de mon travail à la MECS. Ai-je raison ?", "tiers", nil},
		{"Son chef de rayon me demande où elle est. Je lui dis ?", "tiers", nil},
		{"Au restaurant avec l'équipe, on discute d'un placement. C'est permis ?", "tiers", nil},
		{"Une stagiaire a mis en story la photo d'un atelier. Elle peut la laisser ?", "reseau_social", nil},
		{"Un mec au bar veut savoir si son frère dort ici. Je lui réponds ?", "tiers", nil},
		{"La mère a raconté son parcours sur son blog. Ma voisine m'en parle, je peux en discuter avec elle ?", "tiers", nil},
		{"Mon maire m'a autorisé par écrit à raconter le sinistre à l'assureur, j'ai le droit ?", "tiers", nil},
		// A pronoun stands for the one who mandated, if no one else was named before.
		{"Mandatés par le juge des enfants, nous suivons la famille. Il nous demande si le père boit. Je réponds ?", "juge_mandant", nil},
		{"Médiatrice familiale désignée par le juge. Il m'appelle pour savoir ce que chacun a dit. Je lui raconte ?", "juge_mandant", nil},
		{"Le père est furieux, nous sommes mandatés par le juge. Il me demande mon rapport, je lui donne ?", "titulaire_autorite_parentale", nil},
		// Who hands a demand asks, and one may keep silent towards someone.
		{"Un brigadier me tend une réquisition au comptoir du CHRS : je lui remets le dossier ?", "police", nil},
		{"Mon directeur veut enlever le passage de la note, peut-on le taire au procureur ?", "procureur", nil},
		{"L'avocate passe avec un sourire : « vous me photocopiez vos derniers rapports au juge ? » Je les lui photocopie ?", "avocat", nil},
		{"Le Défenseur des droits enquête sur un refus et nous demande par courrier des pièces de la famille. On les envoie ?", "defenseur_des_droits", nil},
		{"Un commissaire de justice, titre exécutoire en main, nous demande une adresse. On la donne ?", "huissier", nil},
		{"Service social de la mairie. Un huissier nous demande une adresse, on la donne ?", "huissier", nil},
		// Who says that one may speak to them is spoken to; who only says something is not.
		{"Le JAF dit que je peux lui parler de l'AEMO ordonnée par le juge des enfants. Il a raison ?", "juge_autre", nil},
		{"Le maire veut des informations. La cheffe dit que je peux lui répondre. Elle a raison ?", "maire", nil},
		{"Le petit est confié à notre MECS par le juge. Le conseil départemental réclame lui aussi le rapport. On l'envoie ?", "president_cd", nil},
		{"Le Défenseur des droits me convoque pour parler d'un refus. Je peux lui parler de la famille ?", "defenseur_des_droits", nil},
		{"La police me convoque et ma cheffe s'y oppose, je dois y aller ?", "police", nil},
		// Who asks for the file of someone is not them.
		{"Les enfants d'une dame décédée réclament son dossier, je peux le leur remettre ?", "famille_tiers", nil},
		{"Une dame réclame son dossier, je peux le lui remettre ?", "personne_concernee", nil},
		{"J'interviens comme auxiliaire de vie, puis-je en parler à la mère ?", "titulaire_autorite_parentale", nil},
		{"Un agent de l'ARS me demande le nom des résidents", "autorite_controle", nil},
		{"Il m'a été demandé par ma direction de remettre mes notes", "direction", nil},
		{"Une dame agréée par le département, sa voisine, veut savoir ce qu'il a subi", "tiers", nil},
		{"Notre maire tient à être informé des familles en difficulté. On lui dit ?", "maire", nil},
		{"Le père, qui n'a plus l'autorité parentale, veut des nouvelles", "parent_sans_exercice", nil},
		// Two professionals speak to each other, whatever the family is told.
		{"Référente ASE et assistante sociale du CHU, peut-on, sans aviser le père, se dire l'essentiel ?", "professionnel_protection_enfance", nil},
		{"L'infirmière scolaire et moi, on échange depuis un mois sans rien dire à la famille. On continue ?", "professionnel_protection_enfance", nil},
		{"Le médecin et moi suivons le même garçon. Sa mère s'oppose à tout échange. Je peux lui parler ?", "professionnel_sante", nil},
		{"Avant de transmettre l'information préoccupante, dois-je recevoir la famille ?", "titulaire_autorite_parentale", nil},
		{"Sa grand-mère m'appelle pour savoir pourquoi le juge l'a placé. Je lui explique ?", "famille_tiers", nil},
		// A court that decided, and a place where someone comes, are not spoken to; nor is whose address is asked for.
		{"Le juge a suspendu ses droits. Sa mère me demande l'adresse du foyer", "titulaire_autorite_parentale", nil},
		{"Un couple débarque à la MDS et exige le nom du voisin, je le donne ?", "", nil},
		{"La maman réclame l'adresse de l'assistante familiale, je la donne ?", "titulaire_autorite_parentale", nil},
		{"La maîtresse d'un petit, au centre parental, veut savoir si on le suit", "enseignant", nil},
		{"On peut se parler avec la PMI d'un bébé en danger ?", "professionnel_protection_enfance", nil},
		// Enough is not done by telling someone who protects nobody, and papers named aside do not hide a danger.
		{"Un gosse de 8 ans a le dos zébré de coups. En causer à sa tante, ça suffit ?", "president_cd", nil},
		{"Seize ans, fiançailles imposées au pays, passeport confisqué. Ça doit remonter à la CRIP ?", "president_cd", nil},
		{"Si le père apprend que j'en parle avec la pédopsy, il dérouille le gamin. On peut échanger ?", "professionnel_sante", nil},
		// A pronoun asks for whom a clause began with.
		{"Sa mère a trouvé ma carte hier soir dans son sac et elle me demande ce que j'ai entendu", "titulaire_autorite_parentale", nil},
		{"Cette infirmière me croise dans l'escalier de la dame et me demande ce qu'elle a", "professionnel_sante", nil},
		{"Sa mère habite loin. Elle me demande de saisir le juge des enfants.", "juge", nil},
		{"L'avocate de la grand-mère réclame une copie du signalement", "avocat", nil},
		{"Elle veut voir le juge, sa mère me demande la date", "titulaire_autorite_parentale", nil},
		{"Le père divorcé (autorité conjointe) veut savoir si son ex travaille", "titulaire_autorite_parentale", nil},
		{"Je croise le médecin de madame à la boulangerie. Il me demande si elle a maigri.", "professionnel_sante", nil},
		{"Chez un monsieur de 84 ans, sa belle-fille ouvre toujours. Elle tient les comptes et voudrait que je lui montre mon cahier.", "famille_tiers", nil},
		{"L'ado s'en va, et sa mère, restée dans la salle d'attente, me demande ce qu'il a dit", "titulaire_autorite_parentale", nil},
		{"Son chef d'équipe me téléphone, puis-je lui parler de la cure ?", "tiers", nil},
		{"Mamie est à l'EHPAD où je travaille, son fils aîné veut que je lui dise qui vient", "famille_tiers", nil},
		// A verb in two parts tells, and « je me demande » asks nobody.
		{"Est-ce que je peux tenir le bailleur au courant ?", "tiers", nil},
		{"Je me demande si je dois laisser ma cheffe lire mes notes", "direction", nil},
		{"Le Secours populaire nous demande ses revenus, je les communique ?", "tiers", nil},
	} {
		q := r.Read(c.text, Question{})
		var also []string
		for _, o := range q.Others {
			also = append(also, b.Get(o.Facts, "destinataire"))
		}
		if got := b.Get(q.Facts, "destinataire"); got != c.to || !slices.Equal(also, c.also) {
			t.Errorf("%s\n  lu %s, et aussi %v\n  attendu %s, et aussi %v", c.text, got, also, c.to, c.also)
		}
	}
}

// TestConsentOfParents: « sans l'accord des parents » says what they refuse, not whom one tells.
func TestConsentOfParents(t *testing.T) {
	r, b := byWords(t)
	q := r.Read("Enfant battu de 8 ans, puis-je prévenir le procureur sans l'accord des parents ?", Question{})
	if d := b.Decide(q.Facts, today); q.Kind != Decision || d.Verdict != rules.Allowed {
		t.Errorf("lu %v, verdict %s", b.Known(q.Facts), d.Verdict)
	}
}

// TestVictim: a pronoun says who is struck. A spouse's violence is not ill-treatment of a child,
// unless a child is named too.
func TestVictim(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, couple, child string }{
		{"Une femme me dit que son mari la frappe, puis-je appeler le procureur ?", "oui", ""},
		{"Une femme me dit que son mari frappe leur fils, puis-je appeler le procureur ?", "", "oui"},
		{"Une femme battue par son mari, et les enfants aussi : puis-je appeler le procureur ?", "oui", "oui"},
		{"Un enfant battu : puis-je appeler le procureur ?", "", "oui"},
	} {
		q := r.Read(c.text, Question{})
		if couple, child := b.Get(q.Facts, "violences_couple"), b.Get(q.Facts, "maltraitance"); couple != c.couple || child != c.child {
			t.Errorf("%s : violences_couple=%s, maltraitance=%s", c.text, couple, child)
		}
	}
}

// TestWhoSpeaks: « le médecin dit » is not said by a doctor; « médecin de PMI, je… » is.
func TestWhoSpeaks(t *testing.T) {
	r, b := byWords(t)
	for text, want := range map[string]string{
		"Le médecin dit que l'enfant a des bleus : que faire ?":           "",
		"Médecin de PMI, je vois des bleus : puis-je prévenir la CRIP ?":  "medecin",
		"Un médecin me demande si la famille est suivie":                  "",
		"Je suis médecin, puis-je prévenir le procureur ?":                "medecin",
		"La psychologue me demande des nouvelles de l'enfant : puis-je ?": "",
	} {
		q := r.Read(text, Question{})
		if got := b.Get(q.Facts, "profession"); got != want {
			t.Errorf("%s : profession=%s, attendu %q", text, got, want)
		}
	}
}

// TestShortFormsInTerms: a term is written as texts are once their short forms are written out.
func TestShortFormsInTerms(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, key, want string }{
		{"Il fait un AVC devant moi, je préviens qui ?", "peril", "oui"},
		{"J'ai reçu une réquisition de la police et je fais le mort, c'est risqué ?", "acte", "repondre_requisition"},
		{"Une chaîne d'info veut me faire parler de la famille", "destinataire", "presse"},
	} {
		q := r.Read(c.text, Question{})
		if got := b.Get(q.Facts, rules.Key(c.key)); got != c.want {
			t.Errorf("%s : %s=%s, attendu %s", c.text, c.key, got, c.want)
		}
	}
}

// TestDoneToTheAsker: what was done to the asker may ask of them, or give them something.
func TestDoneToTheAsker(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, want string }{
		{"La gendarmerie m'a convoquée pour vendredi, suis-je forcée d'y aller ?", "comparaitre"},
		{"Le juge d'instruction m'a demandé le dossier, je le donne ?", "remettre_document"},
		{"Le père écrit de longues lettres et demande des nouvelles de sa fille. Que puis-je lui dire ?", ""},
		{"Le bailleur veut mon écrit sur la famille. Je le lui donne ?", "remettre_document"},
		{"Elle m'a donné son accord, noté au dossier, puis-je parler au maire ?", ""},
	} {
		q := r.Read(c.text, Question{})
		if got := b.Get(q.Facts, "acte"); got != c.want {
			t.Errorf("%s : acte=%s, attendu %q", c.text, got, c.want)
		}
	}
}

// TestRecipientByPlace: where someone works, or whose they are, tells who they are; so does what a court's mandate covers.
func TestRecipientByPlace(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, want string }{
		{"Il a violé sa femme il y a 10 ans, il me l'a dit, je préviens la presse ?", "destinataire=presse crime_passe=oui -information"},
		{"Elle l'a dit à la télé, son bailleur me demande, je réponds ?", "information=rendue_publique destinataire=tiers"},
		{"Il a tout déballé à la télé, je peux le confirmer à son bailleur ?", "information=rendue_publique"},
		{"j'en parle à Mediapart ?", "destinataire=presse"},
		{"Puis-je le raconter au Canard enchaîné ?", "destinataire=presse"},
		{"Je suis maire, puis-je dire à mon conseil municipal qu'une famille est suivie ?", "destinataire=elu_sans_delegation locuteur=maire"},
		{"Je peux en parler au conseil municipal ?", "destinataire=elu_sans_delegation"},
		{"Puis-je en parler à mon conseil d'administration ?", "destinataire=administrateur_association"},
		{"Je peux en parler à mon conseil ?", "destinataire=avocat_du_professionnel"},
		{"La directrice de la cantine me demande s'il est placé, je lui dis ?", "destinataire=tiers"},
		{"Le directeur de la piscine me demande s'il est placé, je lui dis ?", "destinataire=tiers"},
		{"Ma directrice me demande s'il est placé, je lui dis ?", "destinataire=direction"},
		{"La directrice de l'école me demande s'il est placé, je lui dis ?", "destinataire=enseignant"},
		{"La maman du parc me demande si la petite est placée, je lui dis ?", "destinataire=tiers"},
		{"Une maman de l'école me demande si la petite est placée, je lui dis ?", "destinataire=tiers"},
		{"Le papa du foot me demande si la petite est placée, je lui dis ?", "destinataire=tiers"},
		{"La maman du petit me demande ce qu'il a dit, je lui dis ?", "destinataire=titulaire_autorite_parentale"},
		{"Le médecin du travail me demande si elle boit, je lui réponds ?", "destinataire=tiers"},
		{"Le médecin de l'assurance me demande si elle boit, je lui réponds ?", "destinataire=tiers"},
		{"Le médecin conseil de la CPAM me demande si elle travaille, je réponds ?", "destinataire=caf"},
		{"Son médecin traitant me demande si elle boit, je lui réponds ?", "destinataire=professionnel_sante"},
		{"Le médecin de l'hôpital me demande si elle boit, je lui réponds ?", "destinataire=autorite_medicale"},
		{"Le juge qui nous a mandatés veut savoir des choses sur une autre famille, non concernée par sa mesure", "destinataire=juge_mandant dans_la_mission=non"},
		{"Le juge qui nous a mandatés demande des nouvelles d'une famille que sa mesure ne concerne pas", "destinataire=juge_mandant dans_la_mission=non"},
		{"Le juge qui nous a confié l'AEMO veut que je lui parle d'une autre famille du quartier", "destinataire=juge_mandant dans_la_mission=non mesure=aemo"},
		{"Le juge qui nous a confié l'AEMO veut un point", "destinataire=juge_mandant mesure=aemo -dans_la_mission"},
		{"Un autre juge me demande de parler de la famille, je réponds ?", "destinataire=juge_autre -dans_la_mission"},
		{"Nous ne sommes plus mandatés depuis mars. Le juge veut un point sur la situation. On lui répond ?", "destinataire=juge mandat=aucun phase=apres"},
		{"Notre mandat a pris fin. Le juge nous demande des nouvelles. Je réponds ?", "destinataire=juge mandat=aucun phase=apres"},
		{"Nous ne sommes plus mandatés. L'enfant est battu, je le dis au juge ?", "destinataire=juge maltraitance=oui -mandat"},
	} {
		expect(t, b, c.text, r.Read(c.text, Question{}), c.want)
	}
}

// TestAskedWhatWasTold: the whole text has nothing asked that a word tells.
func TestAskedWhatWasTold(t *testing.T) {
	r, b := reader(t)
	for _, c := range []struct{ text, want string }{
		{"La police veut son dossier, on fait quoi ?", "destinataire=police"},
		{"Le notaire veut son dossier, on fait quoi ?", "destinataire=tiers"},
		{"Le facteur veut son adresse, on fait quoi ?", "destinataire=tiers"},
		{"Nous ne sommes plus mandatés depuis mars. Le juge veut un point sur la situation. On lui répond ?", "destinataire=juge mandat=aucun"},
	} {
		q := r.Read(c.text, Question{})
		if asked := q.asks(b); q.Kind != Decision || asked != "" {
			t.Errorf("%s : demande %q", c.text, asked)
		}
		expect(t, b, c.text, q, c.want)
	}
}
