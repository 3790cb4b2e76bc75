package comprehension

import (
	"testing"

	"motus/rules"
)

// TestDenied: what the asker says not to be, what someone says not to refuse, and what is so after « mais ».
func TestDenied(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, key, want string }{
		{"Je ne suis pas médecin, puis-je signaler au procureur ?", "profession", ""},
		{"Je suis pas du tout psychologue, je peux parler au maire ?", "profession", ""},
		{"Je ne suis plus éducatrice, puis-je parler au maire ?", "profession", ""},
		{"Nous ne sommes pas infirmières, on peut parler au maire ?", "profession", ""},
		{"Je ne suis pas médecin mais éducateur, puis-je signaler au procureur ?", "profession", "educateur"},
		{"Je ne suis pas médecin, je suis assistante sociale : puis-je signaler au procureur ?", "profession", "assistant_social"},
		{"Je ne suis pas seulement éducateur, puis-je parler au maire ?", "profession", "educateur"},
		{"Elle ne veut pas. Éducatrice, puis-je parler au maire ?", "profession", "educateur"},
		{"je peux pas je suis éducatrice, je parle au maire ou non ?", "profession", "educateur"},
		{"Je ne connais pas cette famille, suivie en AEMO : je parle au maire ?", "mesure", "aemo"},
		{"L'enfant n'est pas placé, je parle au maire ?", "mesure", ""},
		{"Je suis médecin, la dame ne veut pas : puis-je signaler au procureur ?", "profession", "medecin"},
		{"Je ne suis pas directeur, je suis éduc : je remets le dossier ?", "fonction", ""},
		{"Je ne suis pas la directrice, je remets le dossier à la police ?", "fonction", ""},
		{"Je suis directeur, je remets le dossier à la police ?", "fonction", "direction"},
		{"Je ne travaille pas à l'ASE, dois-je transmettre au président du département ?", "mission", ""},
		{"Je ne travaille plus à l'ASE depuis 2 ans, dois-je transmettre au département ?", "mission", ""},
		{"Je ne suis pas à l'ASE, puis-je parler au maire ?", "mission", ""},
		{"Je travaille à l'ASE, puis-je parler au maire ?", "mission", "ase"},
		{"Éducatrice en MECS, pas titulaire, puis-je parler au maire ?", "mission", "ase"},
		{"Je ne suis pas fonctionnaire, l'article 40 me vise-t-il ?", "employeur", ""},
		{"Je ne suis pas agent public, l'article 40 me vise-t-il ?", "employeur", ""},
		{"Je suis fonctionnaire, l'article 40 me vise-t-il ?", "employeur", "public"},
		{"Je ne suis pas coordonnateur, je peux informer le maire ?", "intervenant", ""},
		{"Je suis le coordonnateur, je peux informer le maire ?", "intervenant", "coordonnateur"},
		{"Il n'y a pas de coordonnateur, je peux informer le maire ?", "intervenant", "plusieurs_sans_coordonnateur"},
		{"Je ne suis pas seul à intervenir, je peux informer le maire ?", "intervenant", ""},
		{"Je ne suis pas maire, puis-je parler au procureur ?", "locuteur", ""},
		{"La réquisition n'est pas écrite, dois-je remettre le dossier ?", "demande_ecrite", "non"},
		{"La réquisition n'est pas signée, dois-je remettre le dossier ?", "demande_ecrite", "non"},
		{"Une réquisition, mais rien d'écrit : je remets le dossier ?", "demande_ecrite", "non"},
		{"La réquisition est écrite, dois-je remettre le dossier ?", "demande_ecrite", "oui"},
		{"La mère n'a jamais perdu l'autorité parentale, elle veut des nouvelles, je réponds ?", "destinataire", "titulaire_autorite_parentale"},
		{"Le père n'a pas été déchu de l'autorité parentale, il veut des nouvelles, je réponds ?", "destinataire", "titulaire_autorite_parentale"},
		{"Le père a perdu l'autorité parentale, il veut des nouvelles, je réponds ?", "destinataire", "parent_sans_exercice"},
		{"Le père n'a pas l'autorité parentale, il veut des nouvelles, je réponds ?", "destinataire", "parent_sans_exercice"},
		{"Elle ne s'oppose pas, puis-je en parler à l'infirmière ?", "consentement", ""},
		{"Elle ne s'oppose pas, puis-je en parler à l'infirmière ?", "opposition", "non"},
		{"Madame ne refuse pas, puis-je en parler à l'infirmière ?", "consentement", ""},
		{"Madame n'a jamais refusé que j'en parle à l'infirmière, je peux ?", "consentement", ""},
		{"Madame n'a pas refusé, puis-je en parler à l'infirmière ?", "opposition", ""},
		{"Madame s'oppose, puis-je en parler à l'infirmière ?", "consentement", "non"},
		{"Madame ne signe pas et refuse que j'en parle à l'infirmière, je peux ?", "consentement", "non"},
		{"Elle ne veut pas que j'en parle à l'infirmière, je peux ?", "consentement", "non"},
		{"Pas la police : le bailleur me demande une adresse, je la donne ?", "destinataire", "tiers"},
		{"Les parents n'ont pas été informés, puis-je transmettre à la CRIP ?", "famille_informee", "non"},
		{"L'enfant n'est pas battu. Dois-je faire une IP ?", "mineur_en_danger", ""},
		{"Aucune trace de coups. Faut-il une information préoccupante ?", "mineur_en_danger", ""},
		{"L'enfant n'est pas battu, il va bien. Dois-je faire une IP ?", "mineur_en_danger", "non"},
		{"Il n'est pas battu mais il vit dans la crasse. Dois-je faire une IP ?", "mineur_en_danger", "oui"},
		{"L'enfant n'est pas battu, mais laissé seul la nuit. Dois-je faire une IP ?", "mineur_en_danger", "oui"},
		{"Dois-je faire une IP ?", "mineur_en_danger", "oui"},
		{"Je suis bénévole non soumis au secret, puis-je parler au maire ?", "tenu_au_secret", "non"},
		{"Je suis soumise au secret, puis-je parler au maire ?", "tenu_au_secret", "texte"},
		{"Le père ne boit pas mais frappe son fils, je préviens le procureur ?", "maltraitance", "oui"},
		{"Elle ne respire plus, qui dois-je appeler ?", "peril", "oui"},
	} {
		q := r.Read(c.text, Question{})
		if got := b.Get(q.New, rules.Key(c.key)); got != c.want {
			t.Errorf("« %s » : %s=%q, attendu %q (lu %v)", c.text, c.key, got, c.want, b.Known(q.New))
		}
	}
}

// TestNotMandated: in a thread, the judge who did not mandate is no mandator.
func TestNotMandated(t *testing.T) {
	r, b := byWords(t)
	for answer, want := range map[string]string{
		"c'est pas lui qui nous a mandatés":          "non",
		"non, ce n'est pas elle qui nous a mandatés": "non",
		"il ne nous a pas mandatés":                  "non",
		"c'est lui qui nous a mandatés":              "oui",
		"il nous a mandatés":                         "oui",
	} {
		q := r.Read(answer, r.Read("Le juge me demande des informations", Question{}))
		if got := b.Get(q.Facts, "ce_juge_mandate"); got != want || want == "non" && b.Get(q.Facts, "mandat") == "judiciaire" {
			t.Errorf("« %s » : ce_juge_mandate=%q, attendu %s (lu %v)", answer, got, want, b.Known(q.Facts))
		}
	}
}
