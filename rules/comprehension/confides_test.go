package comprehension

import (
	"testing"

	"motus/rules"
)

// TestConfides: whoever owns up to hurting a child is not the one it is told to, and the child is in danger.
func TestConfides(t *testing.T) {
	r, b := reader(t)
	for _, c := range []struct{ text, key, want string }{
		{"Un papa m'avoue avoir caressé sa fille, je fais quoi ?", "destinataire", "president_cd"},
		{"Une mère me confie qu'elle a brûlé son fils, que faire ?", "destinataire", "president_cd"},
		{"Un père reconnaît des attouchements sur son fils, faut-il le signaler ?", "destinataire", "president_cd"},
		{"Un père reconnaît des attouchements sur son fils, faut-il le signaler ?", "mineur_en_danger", "oui"},
		{"Le parrain m'a raconté qu'il photographie sa filleule de 9 ans nue, je le dis ?", "mineur_en_danger", "oui"},
		{"Une ado de 13 ans me dit que son cousin la rejoint la nuit, je fais quoi ?", "destinataire", "president_cd"},
		{"Le beau-père lui met des mains, elle a 9 ans, je signale ?", "maltraitance", "oui"},
		{"Une mère m'avoue qu'elle frappe sa fille. Je peux le dire au père ?", "destinataire", "titulaire_autorite_parentale"},
		{"Un père m'avoue avoir frappé sa fille de 31 ans, je signale ?", "mineur_en_danger", ""},
		{"Le père me confie qu'il boit, puis-je le dire au maire ?", "destinataire", "maire"},
	} {
		if q := r.Read(c.text, Question{}); b.Get(q.Facts, rules.Key(c.key)) != c.want {
			t.Errorf("« %s » : %s attendu %q (lu %v)", c.text, c.key, c.want, b.Known(q.Facts))
		}
	}
}
