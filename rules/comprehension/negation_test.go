package comprehension

import (
	"testing"

	"motus/rules"
)

// TestNegation: what a negation denies, and what it leaves alone.
func TestNegation(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct {
		text, key, want string
		asks            Modality
	}{
		{"L'enfant n'est pas en danger, dois-je prévenir le département ?", "mineur_en_danger", "non", Must},
		{"L'enfant n'est plus en danger, puis-je informer le maire ?", "mineur_en_danger", "non", May},
		{"Aucun enfant n'est en danger, puis-je prévenir la police ?", "mineur_en_danger", "non", May},
		{"Je ne sais pas si l'enfant est en danger, puis-je prévenir le maire ?", "mineur_en_danger", "", May},
		{"L'enfant n'a pas été frappé, dois-je prévenir le procureur ?", "maltraitance", "", Must},
		{"Il n'a pas de fusil, dois-je prévenir le préfet ?", "arme", "", Must},
		{"Il n'a plus de fusil, dois-je prévenir le préfet ?", "arme", "", Must},
		{"Rien d'inquiétant pour l'enfant, dois-je prévenir le maire ?", "mineur_en_danger", "", Must},
		{"Sans danger immédiat, puis-je appeler la police ?", "danger_immediat", "", May},
		{"Son mari ne la frappe pas, puis-je prévenir le procureur ?", "violences_couple", "", May},
		{"Le petit ne se fait pas taper, dois-je prévenir le procureur ?", "maltraitance", "", Must},
		{"Elle n'est dangereuse pour personne, mais elle garde un vieux pistolet. Le préfet doit-il le savoir ?", "dangerosite", "non", Must},
		{"Ce père n'est maltraitant avec aucun de ses enfants. Dois-je écrire à la CRIP ?", "maltraitance", "", Must},
		{"Il ne menace personne, son arme est au coffre. On signale au préfet ?", "peril", "", May},
		{"Si la mère sait que j'ai parlé à la puéricultrice, le petit va trinquer. Puis-je parler à la PMI sans la prévenir ?", "famille_informee", "contraire_interet_enfant", May},
		{"Sa vie ne sert plus à rien, dit-il : puis-je prévenir le maire ?", "suicide", "oui", May},
		// What is told of last year, in a sentence of its own, silences nothing of now.
		{"L'an dernier, il est tombé du toit. Puis-je prévenir le maire ?", "peril", "", May},
		{"L'an dernier, il allait bien. Là, il est tombé du toit. Puis-je prévenir le maire ?", "peril", "oui", May},
		// What is denied is to tell, not the danger.
		{"Est-il interdit de ne pas signaler un enfant en danger au président du conseil départemental ?", "mineur_en_danger", "oui", Must},
		{"Est-ce un délit de ne pas signaler un enfant maltraité au procureur ?", "maltraitance", "oui", Must},
		{"Ai-je le droit de ne pas signaler un enfant en danger au maire ?", "mineur_en_danger", "oui", Refuse},
		{"Puis-je ne pas prévenir la police si un enfant est battu ?", "maltraitance", "oui", Refuse},
		{"Je ne veux pas laisser un enfant en danger, puis-je appeler le procureur ?", "mineur_en_danger", "oui", May},
		// To be obliged to keep silent is to be forbidden to speak.
		{"Suis-je obligé de ne rien dire à la police ?", "destinataire", "police", Forbidden},
		{"Suis-je tenue de me taire devant le maire ?", "destinataire", "maire", Forbidden},
		{"Suis-je obligé de parler à la police ?", "destinataire", "police", Must},
		{"Est-il interdit de parler au maire ?", "destinataire", "maire", Forbidden},
	} {
		q := r.Read(c.text, Question{})
		if got := b.Get(q.Facts, rules.Key(c.key)); got != c.want || q.Modality != c.asks {
			t.Errorf("« %s » : %s=%s, modalité %d ; attendu %q, %d (lu %v)", c.text, c.key, got, q.Modality, c.want, c.asks, b.Known(q.Facts))
		}
	}
}

// TestThread: a follow-up changes what it names and keeps the rest; a fiche or small talk in
// between changes nothing; a new full question starts anew.
func TestThread(t *testing.T) {
	r, b := reader(t)
	for _, c := range []struct {
		texts []string
		kind  Kind
		facts string
	}{
		{[]string{"peut-on informer le maire ?", "et le procureur ?"}, Decision, "destinataire=procureur"},
		{[]string{"peut-on parler au juge ?", "il m'a mandaté", "et si la famille refuse ?"}, Decision, "destinataire=juge,ce_juge_mandate=oui,consentement=non,opposition=oui"},
		{[]string{"peut-on informer le maire ?", "c'est quoi le secret partagé ?", "et le procureur ?"}, Decision, "destinataire=procureur"},
		{[]string{"peut-on informer le maire ?", "merci", "et si la famille refuse ?"}, Decision, "destinataire=maire,consentement=non,opposition=oui"},
		{[]string{"l'enfant est battu, puis-je prévenir le procureur ?", "puis-je donner l'adresse d'une dame au bailleur ?"}, Decision, "destinataire=tiers,contenu=adresse"},
		{[]string{"convoqué comme témoin devant la police, puis-je parler ?", "et au maire ?"}, Decision, "destinataire=maire"},
		{[]string{"et si la famille refuse ?"}, Notion, ""},
		{[]string{"le père me demande où en est son fils, je lui réponds ?", "non, il veut juste des nouvelles du petit"}, Decision, "destinataire=titulaire_autorite_parentale,contenu=nouvelles_de_l_enfant"},
		// An answer to what was asked.
		{[]string{"le juge me demande des informations", "oui"}, Decision, "destinataire=juge,mandat=judiciaire"},
		{[]string{"le juge me demande des informations", "non, aucun"}, Decision, "destinataire=juge,mandat=aucun"},
		{[]string{"je peux le dire ?", "au procureur"}, Decision, "destinataire=procureur"},
		{[]string{"je peux le dire ?", "son médecin"}, Decision, "destinataire=professionnel_sante"},
		{[]string{"peut-on informer le maire ?", "merci"}, OutOfScope, "destinataire=maire"},
		{[]string{"peut-on informer le maire ?", "ok merci beaucoup !"}, OutOfScope, "destinataire=maire"},
		{[]string{"peut-on informer le maire ?", "👍"}, OutOfScope, "destinataire=maire"},
		{[]string{"peut-on informer le maire ?", "et si la famille est d'accord ?"}, Decision, "destinataire=maire,consentement=oui"},
		{[]string{"peut-on informer le maire ?", "et je risque quoi si je viole le secret ?"}, Notion, ""},
		{[]string{"l'enfant est battu, puis-je prévenir le procureur ?", "merci ! autre petite question : le bailleur veut son adresse, je la donne ?"}, Decision, "destinataire=tiers,contenu=adresse"},
		{[]string{"l'enfant est battu, puis-je prévenir le procureur ?", "autre question : le bailleur veut son adresse, je la donne ?"}, Decision, "destinataire=tiers,contenu=adresse"},
	} {
		var q Question
		for _, text := range c.texts {
			q = r.Read(text, q)
		}
		want, err := b.ParseFacts(c.facts)
		if err != nil {
			t.Fatal(err)
		}
		if q.Kind != c.kind || q.Facts != want && c.kind != Notion {
			t.Errorf("%q : genre %d, faits %v ; attendu %d, %s", c.texts, q.Kind, b.Known(q.Facts), c.kind, c.facts)
		}
		if b.Contradicts(q.Facts) {
			t.Errorf("%q : faits contraires %v", c.texts, b.Known(q.Facts))
		}
	}
}
