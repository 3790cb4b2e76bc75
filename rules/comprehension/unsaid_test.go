package comprehension

import (
	"testing"

	"motus/rules"
)

// TestUnsaid: a refuge, a dog, one's own job, an article say no more than they do.
func TestUnsaid(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, key, want string }{
		{"Une dame vit au foyer pour femmes battues. Je peux donner son adresse à son frère ?", "maltraitance_institutionnelle", ""},
		{"Je travaille dans un centre pour femmes battues, le maire veut la liste, je la donne ?", "violences_couple", ""},
		{"Notre association de femmes victimes de violences aide cette dame, le bailleur appelle, je réponds ?", "maltraitance_institutionnelle", ""},
		{"Au foyer, un éducateur frappe les jeunes. Je préviens le procureur ?", "maltraitance_institutionnelle", "oui"},
		{"Une femme du foyer est battue par son mari. Je préviens le procureur ?", "violences_couple", "oui"},
		{"Son chien a mordu l'enfant de la voisine, je préviens le maire ?", "maltraitance", ""},
		{"Le chien du père a mordu une dame de 80 ans, je préviens le maire ?", "maltraitance", ""},
		{"Un enfant a été mordu par le chien de la famille, je préviens le maire ?", "maltraitance", ""},
		{"Un enfant a été mordu par le chien de la famille, je préviens le maire ?", "contenu", "chien_dangereux"},
		{"Des dealers tiennent une petite ville, je préviens le maire ?", "mineur_en_danger", ""},
		{"Des dealers tiennent le petit, je préviens le maire ?", "mineur_en_danger", "oui"},
		{"Le père a mordu l'enfant, je préviens le procureur ?", "maltraitance", "oui"},
		{"L'enfant a des morsures dans le dos, je préviens le procureur ?", "maltraitance", "oui"},
		{"Je suis assistante sociale scolaire, puis-je échanger avec l'infirmière du CHU ?", "destinataire_tenu", ""},
		{"Je suis infirmière scolaire, puis-je échanger avec l'assistante sociale ?", "destinataire_tenu", ""},
		{"Puis-je échanger avec l'assistante sociale scolaire ?", "destinataire_tenu", "oui"},
		{"L'AS scolaire ne suit pas l'enfant, puis-je lui parler ?", "mineur_en_danger", ""},
		{"Je ne connais pas l'enfant, puis-je parler au maire ?", "mineur_en_danger", ""},
		{"Il n'y a pas d'enfant au domicile, puis-je parler au maire ?", "mineur_en_danger", "non"},
		{"Ce couple n'a pas d'enfant, puis-je parler au maire ?", "mineur_en_danger", "non"},
	} {
		q := r.Read(c.text, Question{})
		if got := b.Get(q.Facts, rules.Key(c.key)); got != c.want {
			t.Errorf("« %s » : %s=%q, attendu %q (lu %v)", c.text, c.key, got, c.want, b.Known(q.Facts))
		}
	}
}
