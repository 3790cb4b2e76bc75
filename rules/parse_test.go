package rules

import (
	"errors"
	"strings"
	"testing"
)

// TestParseFactsClash: whatever the short way to say a fact, and in both orders, what contradicts it
// is refused, both named; what agrees with it is not.
func TestParseFactsClash(t *testing.T) {
	b := base(t)
	words := append([]string{}, b.Shortcuts()...)
	for _, f := range b.Facts() {
		for _, v := range f.Values {
			words = append(words, string(f.Key)+"="+v.ID)
		}
	}
	clashes := 0
	for i, x := range words {
		for _, y := range words[:i] {
			xs, _, _ := b.parseFact(x)
			ys, _, _ := b.parseFact(y)
			agree := true
			for _, v := range xs {
				for _, o := range ys {
					agree = agree && (v.fact != o.fact || v.in(b).mask&o.in(b).mask != 0)
				}
			}
			one, err := b.ParseFacts(x + "," + y)
			other, err2 := b.ParseFacts(y + "," + x)
			if (err == nil) != agree || (err2 == nil) != agree || one != other {
				t.Errorf("%s et %s : %v, %v", x, y, err, err2)
			}
			if err != nil {
				clashes++
				bad, ok := errors.AsType[*FactError](err)
				if !ok || !strings.Contains(bad.Discreet(), "« "+x+" »") || !strings.Contains(bad.Discreet(), "« "+y+" »") {
					t.Errorf("%s et %s : %v", x, y, err)
				}
			}
		}
	}
	if clashes < 100 {
		t.Errorf("%d contradictions seulement", clashes)
	}
}

// TestParseFacts: what is read, and what is said of the rest.
func TestParseFacts(t *testing.T) {
	b := base(t)
	for in, want := range map[string]string{
		"":                             "",
		" peril = oui , ":              "peril=oui",
		"peril_imminent=oui,peril=oui": "peril=oui",
		"statut=educateur,statut=ase":  "profession=educateur mission=ase",
		"tenu_au_secret=oui,tenu_au_secret=texte":                "tenu_au_secret=texte",
		"age_victime=mineur_age_inconnu,age_victime=moins_de_15": "age_victime=moins_de_15",
		"age_victime=moins_de_15,age_victime=mineur_age_inconnu": "age_victime=moins_de_15",
		"age_victime=mineur":                                "age_victime=mineur_age_inconnu", // under 15 or not, nothing says
		"age_victime=mineur,age_victime=mineur_15":          "age_victime=moins_de_15",
		"age_victime=mineur_age_inconnu,age_victime=majeur": "« age_victime=majeur » contredit « age_victime=mineur_age_inconnu » : gardez-en un",
		"peril=oui,peril_imminent=non":                      "« peril_imminent=non » (qui vaut peril=non) contredit « peril=oui » : gardez-en un",
		"danger=aucun,danger=peril":                         "« danger=peril » (qui vaut peril=oui) contredit « danger=aucun » (qui vaut peril=non) : gardez-en un",
		"danger=conducteur_inapte,danger=aucun":             "« danger=aucun » (qui vaut conducteur_inapte=non) contredit « danger=conducteur_inapte » (qui vaut conducteur_inapte=oui) : gardez-en un",
		"destinataire=maire,destinataire=juge":              "« destinataire=juge » contredit « destinataire=maire » : gardez-en un",
		"statut=foo":                                        "valeur inconnue « foo » pour le fait « statut » : on attend assistant_social, educateur, autre_action_sociale, medecin, professionnel_sante, psychologue, secretaire, stagiaire, benevole, agent_public, ase, pmi, mandate_judiciaire, direction",
		"statut=educateurs":                                 "valeur inconnue « educateurs » pour le fait « statut » : voulez-vous dire « educateur » ?",
		"danger=peri":                                       "valeur inconnue « peri » pour le fait « danger » : voulez-vous dire « peril » ?",
		"tenu_au_secret=missio":                             "valeur inconnue « missio » pour le fait « tenu_au_secret » : voulez-vous dire « mission » ?",
		"cadre=pmi":                                         "valeur inconnue « pmi » pour le fait « cadre » : on attend ase",
		"forum=greffe":                                      "valeur inconnue « greffe » pour le fait « forum » : on attend juge, police",
		"statu=ase":                                         "fait inconnu « statu » : voulez-vous dire « statut » ?",
		",,,":                                               emptyList,
		" , ":                                               emptyList,
	} {
		f, err := b.ParseFacts(in)
		var got []string
		for _, kv := range b.Known(f) {
			got = append(got, kv.String())
		}
		if said := strings.Join(got, " "); err == nil && said != want {
			t.Errorf("%q : %q, attendu %q", in, said, want)
		}
		if err != nil && err.Error() != want {
			t.Errorf("%q :\n%v\nattendu\n%s", in, err, want)
		}
	}
}
