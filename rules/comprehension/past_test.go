package comprehension

import (
	"strings"
	"testing"

	"motus/rules"
)

// TestPast: what was done long ago, or ended well, is no danger of today; what began again is one.
func TestPast(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct {
		text, key, want string
		danger          bool
	}{
		{"Il m'a avoué avoir violé une camarade de fac il y a dix-huit ans. Le procureur doit-il le savoir par moi ?", "crime_passe", "oui", false},
		{"Monsieur a violé une inconnue il y a vingt-cinq ans, jamais jugé. Puis-je prévenir la police ?", "maltraitance", "", false},
		{"Un usager de 60 ans me raconte qu'il a poignardé un homme dans sa jeunesse. Dois-je le dénoncer ?", "crime_passe", "oui", false},
		{"Il a fait un malaise au printemps dernier, il est guéri. Son employeur me demande ce qu'il a eu. Je lui dis ?", "peril", "", false},
		{"L'odeur de gaz venait du voisin, tout est réparé depuis lundi. Le gardien veut savoir qui vit là. Je le lui dis ?", "peril", "", false},
		{"La semaine dernière elle a avalé des cachets, hier elle a recommencé. Son patron appelle. Je lui dis ?", "suicide", "oui", true},
		{"Il a encore mis le feu hier soir chez lui, le syndic veut savoir qui il est. Je lui dis ?", "peril", "oui", true},
	} {
		q := r.Read(c.text, Question{})
		if got := b.Get(q.Facts, rules.Key(c.key)); got != c.want || q.Danger != c.danger {
			t.Errorf("« %s » : %s=%q, danger %v, lu %v", c.text, c.key, got, q.Danger, b.Known(q.Facts))
		}
	}
}

// TestMissing: the disappearance of an adult is not also that of a minor.
func TestMissing(t *testing.T) {
	r, b := byWords(t)
	for text, want := range map[string]string{
		"Un jeune majeur de 19 ans a disparu depuis trois jours, la police veut son adresse. Je la donne ?":           "disparition_majeur",
		"Une résidente adulte a fugué du foyer de vie, le commissariat demande son traitement. Je le dis ?":           "disparition_majeur",
		"Un enfant de 12 ans confié à une dame a disparu depuis ce matin, la police veut son adresse. Je la donne ? ": "disparition_mineur",
	} {
		q := r.Read(text, Question{})
		minor, major := b.Get(q.Facts, "disparition_mineur") == "oui", b.Get(q.Facts, "disparition_majeur") == "oui"
		if minor == major || minor != (want == "disparition_mineur") {
			t.Errorf("« %s » : lu %v", text, b.Known(q.Facts))
		}
	}
}

// TestYears: years are counted in « bougies » or « balais » too, which are themselves elsewhere.
func TestYears(t *testing.T) {
	r, b := byWords(t)
	for text, want := range map[string]string{
		"Il a eu ses 18 bougies hier, le papa demande son adresse. Je la donne ?":      "majeur",
		"Il a 20 balais, sa mère demande où il dort. Je lui dis ?":                     "majeur",
		"Il va sur ses 12 printemps et son père le cogne. Je préviens la CRIP ?":       "moins_de_15",
		"Un gamin de 12ans est frappé. Je préviens la CRIP ?":                          "moins_de_15",
		"La grande (16a) se fait cogner par son oncle. Puis-je saisir le procureur ?":  "de_15_a_17",
		"Il est parti au printemps, sa mère demande son adresse. Je la donne ?":        "",
		"Il a acheté des bougies pour sa mère, qui demande son adresse. Je la donne ?": "",
	} {
		q := r.Read(text, Question{})
		if got := b.Get(q.Facts, "age_victime"); got != want {
			t.Errorf("« %s » : %q, lu %v", text, got, b.Known(q.Facts))
		}
	}
}

// TestLongStory: of a text without end, what it ends on is read.
func TestLongStory(t *testing.T) {
	r, b := byWords(t)
	text := strings.Repeat("Nous avons parlé du loyer avec la famille. ", 400) + "Hier le petit de 4 ans a été battu par son père. Je préviens la CRIP ?"
	expect(t, b, "un long récit", r.Read(text, Question{}), "maltraitance=oui destinataire=president_cd")
}

// TestOneself: who would kill himself is in peril; he is no criminal to come. Something thrown is a blow, not « j'étais ».
func TestOneself(t *testing.T) {
	r, b := byWords(t)
	for text, want := range map[string]string{
		"il veut se tuer, que faire ?":                           "suicide=oui -crime_evitable",
		"elle va se tuer ce soir, je préviens qui ?":             "suicide=oui -crime_evitable",
		"il menace de se tuer, je le dis au médecin ?":           "suicide=oui -crime_evitable",
		"il veut tuer sa femme, je préviens la police ?":         "crime_evitable=oui",
		"Papa a jeté sa fille dans l'escalier, je fais quoi ?":   "maltraitance=oui -destinataire",
		"il a jeté le bébé contre le mur, je le dis à la CRIP ?": "maltraitance=oui destinataire=president_cd",
	} {
		expect(t, b, text, r.Read(text, Question{}), want)
	}
}
