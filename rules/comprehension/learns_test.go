package comprehension

import "testing"

// TestLearns: who « peut avoir des nouvelles », « peut lire le dossier » is the one who would be told; a grandfather, a former
// foster family or a neighbour is no parent.
func TestLearns(t *testing.T) {
	r, b := reader(t)
	for _, c := range []struct{ text, to string }{
		{"Le papi peut-il avoir des nouvelles de l'enfant placée ?", "famille_tiers"},
		{"Sa sœur majeure peut-elle prendre des nouvelles du petit en foyer ?", "famille_tiers"},
		{"Son ancienne assistante familiale peut-elle avoir de ses nouvelles ?", "tiers"},
		{"L'oncle peut-il savoir dans quel foyer est le petit ?", "famille_tiers"},
		{"La concierge peut-elle savoir pourquoi la petite est placée ?", "tiers"},
		{"Le beau-père a-t-il le droit de lire le rapport ?", "famille_tiers"},
		{"La mère peut-elle consulter le dossier ?", "titulaire_autorite_parentale"},
		{"Le père peut-il avoir des nouvelles de son fils placé ?", "titulaire_autorite_parentale"},
		{"L'infirmière peut-elle dire au maire qu'il est suivi ?", "maire"},
		{"Le parrain peut-il voir le petit le dimanche ?", ""},
	} {
		if q := r.Read(c.text, Question{}); b.Get(q.Facts, "destinataire") != c.to {
			t.Errorf("« %s » : lu %v, attendu %q", c.text, b.Known(q.Facts), c.to)
		}
	}
}
