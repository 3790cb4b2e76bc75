package comprehension

import "testing"

// TestUnreal: figures of speech, illness that comes and goes, jokes and hypotheses are no danger; what happens now is.
func TestUnreal(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct {
		text   string
		danger bool
		want   string
	}{
		{"Elle se noie dans les papiers, son propriétaire s'inquiète, puis-je l'informer ?", false, "destinataire=tiers -peril"},
		{"Il se noie sous les dettes, la banque me demande son adresse, je la donne ?", false, "destinataire=tiers -peril"},
		{"Monsieur se noie dans un verre d'eau, sa sœur m'appelle, je lui dis quoi ?", false, "destinataire=famille_tiers -peril"},
		{"Elle se noie dans ses démarches, je peux en parler au maire ?", false, "destinataire=maire -peril"},
		{"Madame étouffe dans son couple, sa mère m'appelle", false, "-peril"},
		{"Il étouffe sous ses crédits, la CAF me demande ses ressources, je réponds ?", false, "destinataire=caf -peril"},
		{"Les factures l'étranglent, son bailleur me demande si elle va payer, je réponds ?", false, "destinataire=tiers -peril"},
		{"Il s'étouffe de rage contre la CAF qui me demande son adresse, je la donne ?", false, "destinataire=caf -peril"},
		{"Il se tue au boulot, sa femme me demande ses horaires, je lui dis ?", false, "destinataire=famille_tiers -suicide"},
		{"Ce gosse me tue, il est génial. Sa maîtresse me demande comment il va, je lui dis ?", false, "destinataire=enseignant"},
		{"Il y a de l'eau dans le gaz entre eux, sa sœur m'appelle, je lui dis ?", false, "destinataire=famille_tiers"},
		{"Est-ce que l'assistante familiale a le droit de savoir que le petit fait des crises d'épilepsie ?", false, "destinataire=assistant_familial -peril"},
		{"La petite fait des crises d'épilepsie, je peux le dire à sa maîtresse ?", false, "destinataire=enseignant -peril"},
		{"Il faisait des malaises, son employeur me demande pourquoi, je réponds ?", false, "destinataire=tiers -peril"},
		{"Le bus a pris feu, blague à part, la CPAM me demande son adresse, je la donne ?", false, "destinataire=caf -peril"},
		{"Elle va le tuer, je plaisante, mais son bailleur me demande si elle paie, je réponds ?", false, "destinataire=tiers -crime_evitable"},
		{"Il a fait une overdose il y a six ans, son bailleur me demande s'il est stable, je réponds ?", false, "destinataire=tiers -peril"},
		{"Il a fait un AVC l'an dernier, son bailleur me demande s'il est stable, je réponds ?", false, "destinataire=tiers -peril"},
		{"Si un jour une personne était en danger je préviendrais les secours, mais là la CAF me demande juste si elle vit seule", false, "destinataire=caf -peril"},
		{"Si jamais un enfant était frappé j'appellerais le procureur, mais là le bailleur veut juste savoir s'il paie", false, "destinataire=tiers -maltraitance"},
		{"Si quelqu'un risquait de mourir je préviendrais le SAMU. Là, c'est sa sœur qui me demande son adresse, je la donne ?", false, "destinataire=famille_tiers -peril"},

		{"Elle se noie dans les dettes et parle de se tuer, j'appelle son médecin ?", true, "suicide=oui"},
		{"Il y a de l'eau dans le gaz entre eux, il dit qu'il va la tuer, j'appelle la police ?", true, "crime_evitable=oui"},
		{"il se noie, j'appelle qui ?", true, "peril=oui"},
		{"Ils se noient dans la rivière, j'appelle qui ?", true, "peril=oui"},
		{"Le petit se noie dans le bassin, j'appelle qui ?", true, "peril=oui"},
		{"elle étouffe, elle est bleue", true, "peril=oui"},
		{"Elle étouffe dans l'ascenseur, j'appelle qui ?", true, "peril=oui"},
		{"Il s'étouffe avec un bonbon", true, "peril=oui"},
		{"il fait une crise d'épilepsie là", true, "peril=oui"},
		{"Il fait des crises d'épilepsie à la suite depuis dix minutes", true, "peril=oui"},
		{"En ce moment il fait des crises d'épilepsie", true, "peril=oui"},
		{"Le studio a pris feu, j'appelle qui ?", true, "peril=oui"},
		{"Il va se tuer ce soir, je ne plaisante pas", true, "peril=oui"},
		{"Blague à part, elle est inconsciente", true, "peril=oui"},
		{"Il fait une overdose, je fais quoi ?", true, "peril=oui"},
		{"Si je ne préviens pas les secours il va mourir, mais il refuse, j'appelle ?", true, "peril=oui"},
		{"S'il rentre il va la tuer, mais elle ne veut pas que j'appelle la police, je le fais ?", true, "destinataire=police crime_evitable=oui"},
		{"Si un enfant est battu je préviendrai qui ?", true, "maltraitance=oui"},
	} {
		q := r.Read(c.text, Question{})
		if q.Danger != c.danger {
			t.Errorf("%s : danger %t", c.text, q.Danger)
		}
		expect(t, b, c.text, q, c.want)
	}
}
