package comprehension

import (
	"testing"

	"motus/rules"
)

// TestScenes: a danger that no word of the law names, told as a scene; and the scenes that look like
// one, of which nothing must be made.
func TestScenes(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, key, want string }{
		{"Il m'envoie une photo de ses pieds au bord du viaduc, avec « ciao ». J'alerte qui ?", "peril", "oui"},
		{"Il m'envoie une photo de ses vacances au bord de la mer, avec « ciao ». Je la garde ?", "peril", ""},
		{"Un résident désorienté a passé le portail en pyjama, il gèle. Je préviens qui ?", "peril", "oui"},
		{"Un résident désorienté est parti en vacances avec sa fille. Je préviens qui ?", "peril", ""},
		{"« Tout à l'heure je le saigne », dit-il en me montrant une lame. J'appelle ?", "peril", "oui"},
		{"Ils montent en voiture avec des cagoules, « si ça bouge on tire ». J'alerte ?", "peril", "oui"},
		{"Les grands ont prévu de « coincer » une fille ce soir dans les douches. Que faire ?", "peril", "oui"},
		{"Le chef a prévu de me coincer ce soir entre deux portes pour parler du planning. Que faire ?", "peril", ""},
		{"Il titube, il a repris ses clés, le moteur tourne. J'appelle la police ?", "peril", "oui"},
		{"Une mère ne retrouve plus sa fille de 11 ans depuis hier. Je garde ça pour moi ?", "disparition_mineur", "oui"},
		{"Une mère ne retrouve plus son livret de famille depuis hier. Je l'aide ?", "disparition_mineur", ""},
		{"Son mari l'enferme et saute ses repas, elle est tétraplégique. Puis-je saisir le procureur ?", "maltraitance", "oui"},
		{"Son mari l'enferme et saute ses repas, elle est tétraplégique. Puis-je saisir le procureur ?", "capable_de_se_proteger", "non"},
		{"Elle ne sait ni fuir ni se plaindre, son neveu la bat. Puis-je saisir le procureur ?", "capable_de_se_proteger", "non"},
		{"Il me lâche qu'il a violé une inconnue il y a vingt ans. Dois-je le dénoncer ?", "crime_passe", "oui"},
		{"Il me lâche qu'il a violé une inconnue il y a vingt ans. Dois-je le dénoncer ?", "maltraitance", ""},
		{"Il a vidé sa chambre et écrit « à jamais, dis à ma mère que je l'aime ». J'alerte ?", "peril", "oui"},
		{"Il a rendu ses clés avant son déménagement, « merci pour tout ». Je donne son adresse ?", "peril", ""},
		{"Quatre garçons attendent une fille ce soir derrière le gymnase, elle a peur. Que faire ?", "peril", "oui"},
		{"Les garçons attendent leur entraîneur ce soir au gymnase. Je donne leurs noms ?", "peril", ""},
		{"Il ne répond plus à mes courriers, il a trouvé un travail. La CAF veut son adresse ?", "peril", ""},
		{"Une dame désorientée est partie en promenade sous la pluie avec l'animatrice. J'écris un rapport ?", "peril", ""},
		{"Elle a 13 ans, deux hommes l'attendent devant le collège, elle revient avec des billets. CRIP ?", "mineur_en_danger", "oui"},
		// Over long ago, or not: the pluperfect and the date together.
		{"Il y a deux ans elle avait avalé ses comprimés. Puis-je le dire au maire ?", "peril", ""},
		{"Elle avait avalé ses comprimés quand je suis entrée. Puis-je le dire au maire ?", "peril", "oui"},
		{"Il y a deux ans il avait fugué, et là il vient d'avaler ses comprimés. Puis-je le dire au maire ?", "peril", "oui"},
		// Quotation marks around a word or two part nothing; around a sentence they do.
		{"Son beau-père joue « au docteur » avec elle le soir. Puis-je le dire au procureur ?", "maltraitance", "oui"},
		// No order to the bot.
		{"Il est couché dehors par moins dix et ne répond que par grognements. J'appelle ?", "peril", "oui"},
	} {
		q := r.Read(c.text, Question{})
		if got := b.Get(q.Facts, rules.Key(c.key)); got != c.want {
			t.Errorf("« %s » : %s=%q ; attendu %q (lu %v)", c.text, c.key, got, c.want, b.Known(q.Facts))
		}
	}
}
