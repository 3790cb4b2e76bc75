package comprehension

import "testing"

// TestReport: whoever did it, or is feared, is not the one to whom it would be reported.
func TestReport(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, want string }{
		// Nobody is named to report it to: the département, the judge who mandated, or it is asked.
		{"papi a touché la petite. Dois-je le signaler ?", "destinataire=president_cd maltraitance=oui"},
		{"Je suis à l'ASE. papi a touché la petite. Suis-je obligée de le signaler ?", "destinataire=president_cd maltraitance=oui mission=ase"},
		{"Educ en AEMO judiciaire : la petite a mal quand elle fait pipi et ne veut plus voir papi. Suis-je obligée de le signaler ?", "destinataire=juge_mandant mineur_en_danger=oui -consentement"},
		{"Educ en AEMO judiciaire : la petite dit que le journaliste lui a montré son zizi. Dois-je le signaler ?", "destinataire=juge_mandant maltraitance=oui"},
		{"la gosse dit que papi lui fait des trucs sales", "maltraitance=oui destinataire=president_cd"},
		{"Le petit raconte que son cousin lui faisait des gestes bizarres. Je signale ?", "maltraitance=oui"},
		{"Son bailleur demande. On m'a raconté : papi a touché la petite. Dois-je le dire à la CRIP ?", "destinataire=president_cd maltraitance=oui"},
		{"Le policier a frappé le gamin. Faut-il faire un signalement ?", "maltraitance=oui -destinataire=police"},
		{"La petite a été frappée par le maire, je signale ?", "maltraitance=oui -destinataire=maire"},
		{"L'enfant a peur du gendarme. Je peux le signaler ?", "mineur_en_danger=oui -destinataire=police"},
		{"Le journaliste lui a montré son sexe, à la petite. Je fais un signalement ?", "maltraitance=oui -destinataire=presse"},
		{"Le gamin ne veut plus dormir chez tonton et fait des cauchemars. Je dois le signaler ?", "mineur_en_danger=oui -destinataire=famille_tiers -consentement"},
		{"La maîtresse a touché la petite. Suis-je obligée de le dénoncer ?", "maltraitance=oui -destinataire=enseignant"},
		{"Le proprio touche la gamine. Je le signale ?", "maltraitance=oui -destinataire=tiers"},
		{"La mère me demande si le petit est battu par son père. Je le signale ?", "maltraitance=oui -destinataire=titulaire_autorite_parentale"},
		// Somebody is.
		{"papi a touché la petite. Je le signale au procureur ?", "destinataire=procureur maltraitance=oui"},
		{"papi a touché la petite. Je le signale à ma directrice ?", "destinataire=direction maltraitance=oui"},
		{"papi a touché la petite. Dois-je le dire à sa maîtresse ?", "destinataire=enseignant maltraitance=oui"},
		{"papi a touché la petite. La police me demande, je signale ?", "destinataire=police maltraitance=oui"},
		{"Le voisin frappe le petit. Je le signale et je préviens la mère ?", "destinataire=titulaire_autorite_parentale maltraitance=oui"},
		{"Le père frappe le petit, la maîtresse me demande ce que je sais, je lui dis ?", "destinataire=enseignant maltraitance=oui"},
		{"Mandaté par le juge, papi a touché la petite, puis-je le taire au juge ?", "destinataire=juge ce_juge_mandate=oui maltraitance=oui"},
		{"Le médecin me demande si je vais signaler que le petit est battu, je lui réponds ?", "destinataire=professionnel_sante maltraitance=oui"},
		{"La mère me demande si je vais le signaler, le petit est battu, je lui dis ?", "-destinataire=president_cd maltraitance=oui"},
		// What is no such thing.
		{"La mort de papi a touché la petite. Puis-je le dire à sa maîtresse ?", "destinataire=enseignant -maltraitance"},
		{"Son père touche l'allocation de rentrée de la petite, je le dis à la CAF ?", "destinataire=caf -maltraitance"},
		{"Le petit a peur du dentiste. Je peux le dire à sa maîtresse ?", "destinataire=enseignant -mineur_en_danger"},
		{"Le petit a peur du chien de papi, je peux en parler à sa mère ?", "destinataire=titulaire_autorite_parentale -mineur_en_danger"},
		// Who will not see someone says nothing of what may be told; who will not have it told does.
		{"La dame ne veut plus voir son médecin, je peux prévenir sa fille ?", "-consentement"},
		{"La dame ne veut pas aller à l'hôpital, je peux prévenir sa fille ?", "-consentement"},
		{"La dame ne veut pas, je peux prévenir sa fille ?", "consentement=non"},
		{"La dame ne veut pas que je parle à sa fille, je peux la prévenir ?", "consentement=non"},
	} {
		expect(t, b, c.text, r.Read(c.text, Question{}), c.want)
	}
}
