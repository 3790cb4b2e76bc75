package comprehension

import "testing"

// TestHints: what is only hinted at is a danger, and what sounds alike is none.
func TestHints(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, want string }{
		{"Un jeune annonce pour demain une tuerie dans son lycée, secret ?", "crime_evitable=oui -destinataire=enseignant"},
		{"Il annonce un carnage pour samedi, secret ?", "crime_evitable=oui"},
		{"Un élève dit qu'il va tous les buter lundi, je préviens ?", "crime_evitable=oui"},
		{"Il a posté une liste des élèves à abattre, je dois le dire ?", "crime_evitable=oui"},
		{"Il m'a montré des balles avec le nom de sa femme, je préviens ?", "crime_evitable=oui"},
		{"Son ex lui a dit qu'il l'attendrait à la sortie avec un bidon d'essence, je préviens ?", "crime_evitable=oui -destinataire=famille_tiers"},
		{"Il entend des voix qui lui disent de tuer sa mère, je préviens ?", "crime_evitable=oui -destinataire=titulaire_autorite_parentale"},
		{"Le père a dit que si on lui retire les enfants, ils partiront tous ensemble, je préviens ?", "crime_evitable=oui mineur_en_danger=oui"},
		{"Mme dit tous les jours qu'elle va le rejoindre bientôt, puis-je prévenir son médecin ?", "suicide=oui destinataire=professionnel_sante"},
		{"Depuis la mort de sa femme il dit qu'il va la rejoindre, je préviens sa fille ?", "suicide=oui"},
		{"Elle dit que bientôt elle ne sera plus un poids, je préviens son médecin ?", "suicide=oui destinataire=professionnel_sante"},
		{"Une ado dit qu'elle ne fêtera pas ses 16 ans, je préviens ?", "suicide=oui"},
		{"Elle a donné son chat et vidé son appartement, elle dit merci pour tout, je préviens ?", "suicide=oui"},
		{"Il a écrit son testament et distribue ses affaires, je préviens ?", "suicide=oui"},
		{"Elle m'a demandé qui s'occuperait de ses enfants après, je préviens ?", "suicide=oui"},
		{"Le petit dit que son père lui fait boire l'eau des toilettes, je signale ?", "maltraitance=oui"},
		{"La petite dessine des sexes et dit que c'est le jeu de tonton, je signale ?", "mineur_en_danger=oui -destinataire=famille_tiers"},
		{"Le petit dit qu'il a un secret avec l'animateur, je signale ?", "mineur_en_danger=oui -destinataire=tiers"},
		{"L'enfant dit que maman est toujours couchée et qu'il se fait à manger, je signale ?", "mineur_en_danger=oui"},
		{"La petite dit que papa a mis un pistolet sur la tête de maman, je signale ?", "peril=oui"},
		{"Une ado de 15 ans a un nouveau téléphone et des clients à l'hôtel, je signale ?", "mineur_en_danger=oui -destinataire=tiers"},
		{"La vieille dame n'a pas été changée depuis trois jours, je préviens ?", "maltraitance=oui"},
		{"Le fils garde la carte bleue de la vieille dame, je préviens ?", "maltraitance=oui"},
		{"Le mari suit où elle est avec son téléphone et elle a peur de rentrer, je préviens ?", "violences_couple=oui"},
		{"Il n'a pas pris son insuline depuis trois jours et il divague, j'appelle ?", "peril=oui"},

		{"Le bailleur me demande si elle est battue, je le préviens ?", "destinataire=tiers"},
		{"Il va rejoindre sa femme à Lyon, son bailleur me demande son adresse, je la donne ?", "destinataire=tiers -suicide"},
		{"Elle distribue ses vêtements à une association, sa fille me demande pourquoi, je lui dis ?", "-suicide"},
		{"Qui s'occupera de ses enfants pendant l'opération ? L'école me le demande", "-suicide"},
		{"Le petit prépare une surprise, un secret avec l'animateur, je peux le dire à sa mère ?", "-mineur_en_danger"},
		{"Elle prépare à manger à son petit, sa mère me demande comment elle va, je lui dis ?", "-mineur_en_danger"},
		{"Lundi c'est la rentrée, le lycée me demande l'adresse, je la donne ?", "destinataire=enseignant -crime_evitable"},
		{"Il voit sa psychologue dans son lycée, la CAF me demande, je réponds ?", "destinataire=caf"},
		{"Puis-je parler au lycée ?", "destinataire=enseignant"},
	} {
		expect(t, b, c.text, r.Read(c.text, Question{}), c.want)
	}
}
