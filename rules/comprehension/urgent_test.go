package comprehension

import (
	"testing"

	"motus/rules"
)

// TestUrgent: a child where it burns and piles up, a treatment that life hangs on, a man who leaves armed to find
// her; nothing else is made of them.
func TestUrgent(t *testing.T) {
	r, b := reader(t)
	for _, c := range []struct{ text, key, want string }{
		{"Une mère vit dans l'incurie avec son fils de 5 ans, je fais quoi ?", "mineur_en_danger", "oui"},
		{"Un locataire Diogène vit avec ses deux garçons, je signale ?", "mineur_en_danger", "oui"},
		{"Un monsieur Diogène vit seul, je dois prévenir ?", "mineur_en_danger", ""},
		{"Un ado deale pour des grands du quartier, je signale ?", "mineur_en_danger", "oui"},
		{"Un résident diabétique est retenu au commissariat sans son insuline, puis-je le dire aux policiers ?", "peril", "oui"},
		{"Un résident diabétique est retenu au commissariat sans son insuline, puis-je le dire aux policiers ?", "acte", ""},
		{"Elle est asthmatique, je peux le dire à l'école ?", "peril", ""},
		{"Il a toute sa tête mais se laisse dépérir, dois-je prévenir ?", "conducteur_inapte", ""},
		{"Il a toute sa tête mais se laisse dépérir, dois-je prévenir ?", "suicide", "oui"},
		{"« Je vais la retrouver avec un couteau », me dit un usager. Que faire ?", "peril", "oui"},
	} {
		if q := r.Read(c.text, Question{}); b.Get(q.Facts, rules.Key(c.key)) != c.want {
			t.Errorf("« %s » : %s attendu %q (lu %v)", c.text, c.key, c.want, b.Known(q.Facts))
		}
	}
}

// TestReportFirst: the report asked of last is answered first, and what was asked of somebody else beside it.
func TestReportFirst(t *testing.T) {
	r, b := reader(t)
	for _, c := range []struct{ text, first, beside string }{
		{"Puis-je donner l'adresse à la banque, et un gamin y est brûlé à la cigarette, dois-je signaler ?", "president_cd", "tiers"},
		{"Je peux dire à l'employeur qu'il est hébergé, et au fait sa fille est battue, je signale ?", "president_cd", "tiers"},
		{"Puis-je prévenir le procureur, un enfant est battu, je signale ?", "procureur", ""},
		{"La mère bat son fils, puis-je le dire au père ?", "titulaire_autorite_parentale", ""},
	} {
		q := r.Read(c.text, Question{})
		beside := ""
		if len(q.Others) > 0 {
			beside = b.Get(q.Others[0].Facts, "destinataire")
		}
		if b.Get(q.Facts, "destinataire") != c.first || beside != c.beside {
			t.Errorf("« %s » : lu %v, puis %q ; attendu %s, puis %q", c.text, b.Known(q.Facts), beside, c.first, c.beside)
		}
	}
}
