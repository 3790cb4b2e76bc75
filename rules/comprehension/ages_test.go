package comprehension

import "testing"

// TestNumbersInWords: a number said in several words is one.
func TestNumbersInWords(t *testing.T) {
	r, b := byWords(t)
	for text, want := range map[string]string{
		"elle a vingt-trois ans": "majeur", "il a dix-sept ans": "de_15_a_17", "elle a quatre-vingt-deux ans": "majeur",
		"il a vingt et un ans": "majeur", "deux ou trois ans": "moins_de_15", "soixante et onze ans": "majeur",
		"il en a 12": "moins_de_15", "pardon, il a soufflé ses 18 bougies": "majeur",
	} {
		q := r.Read(text, Question{})
		if got := b.Get(q.New, "age_victime"); got != want {
			t.Errorf("« %s » : %q au lieu de %q", text, got, want)
		}
	}
}

// TestOnce: the age at which something happened to a grown-up is not theirs now.
func TestOnce(t *testing.T) {
	r, b := byWords(t)
	for text, want := range map[string]string{
		"Elle a 44 ans, elle a été violée à 9 ans par son père. Je saisis le procureur ?":                       "majeur",
		"Une dame de 50 ans me parle des viols de son oncle quand elle avait dix ans. Je préviens la justice ?": "majeur",
		"Un monsieur me confie qu'il a été abusé à 12 ans. Je signale au procureur ?":                           "majeur",
		"La petite a été violée à 9 ans par son père. Je saisis le procureur ?":                                 "moins_de_15",
		"Une femme frappe son fils de 9 ans. Je saisis le procureur ?":                                          "moins_de_15",
		"Elle avait 9 ans quand on l'a placée, elle en a 12, son beau-père la frappe. Je signale ?":             "moins_de_15",
	} {
		if got := b.Get(r.Read(text, Question{}).Facts, "age_victime"); got != want {
			t.Errorf("« %s » : age_victime=%q, attendu %q", text, got, want)
		}
	}
}

// TestDurations: years that something lasted are nobody's age.
func TestDurations(t *testing.T) {
	r, b := byWords(t)
	if q := r.Read("Je n'y travaille plus depuis 2 ans, dois-je transmettre au département ?", Question{}); b.Get(q.Facts, "mineur_en_danger") != "" {
		t.Errorf("lu %v", b.Known(q.Facts))
	}
	for text, want := range map[string]string{
		"Je ne travaille plus à l'ASE depuis 2 ans, dois-je transmettre au département ?":     "",
		"Je suis en poste depuis 10 ans, dois-je transmettre au département ?":                "",
		"Mariée depuis 10 ans, elle est battue par son mari. Je préviens le procureur ?":      "",
		"Elle a 10 ans et son père la bat depuis 2 ans. Je préviens le procureur ?":           "moins_de_15",
		"La petite de 3 ans est frappée par sa mère depuis un an. Je préviens le procureur ?": "moins_de_15",
		"Il y a un enfant de 8 ans que son père frappe. Je préviens le procureur ?":           "moins_de_15",
	} {
		if got := b.Get(r.Read(text, Question{}).Facts, "age_victime"); got != want {
			t.Errorf("« %s » : age_victime=%q, attendu %q", text, got, want)
		}
	}
}

// TestMinor: « mineure » tells no age; one told beside refines it, and what is given outright too.
func TestMinor(t *testing.T) {
	r, b := byWords(t)
	for _, c := range []struct{ text, given, want string }{
		{"La victime est mineure et subit des sévices, je préviens le procureur ?", "", "mineur_age_inconnu"},
		{"Elle est mineure, son oncle la cogne. Je préviens le procureur ?", "", "mineur_age_inconnu"},
		{"Elle a dix-sept ans, elle est mineure, son oncle la cogne. Je préviens le procureur ?", "", "de_15_a_17"},
		{"Un garçon de dix-sept ans est frappé. Je préviens le procureur ?", "age_victime=mineur", "de_15_a_17"},
		{"Il est frappé. Je préviens le procureur ?", "age_victime=mineur", "mineur_age_inconnu"},
		{"Un garçon de dix-sept ans est frappé. Je préviens le procureur ?", "age_victime=mineur_15", "moins_de_15"},
	} {
		given, err := b.ParseFacts(c.given)
		if err != nil {
			t.Fatal(err)
		}
		if got := b.Get(r.With(r.Read(c.text, Question{}), given).Facts, "age_victime"); got != c.want {
			t.Errorf("« %s », donné %q : age_victime=%q, attendu %q", c.text, c.given, got, c.want)
		}
	}
}
