package comprehension

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// TestTyped: how people type on a phone changes few readings. most is how many in a hundred may.
func TestTyped(t *testing.T) {
	r, b := reader(t)
	apostrophe := regexp.MustCompile(`(?i)\b(j|l|d|n|s|m|t|qu|jusqu|lorsqu|puisqu)['’](\pL)`)
	doubled := regexp.MustCompile(`(\pL)(bb|cc|ff|ll|mm|nn|pp|rr|tt)`)
	glued := regexp.MustCompile(`\bje ([bcdfglmnprstv]\pL)`)
	for _, c := range []struct {
		name   string
		most   float64
		change func(string) string
	}{
		{"sans apostrophes", 4, func(s string) string { return apostrophe.ReplaceAllString(s, "$1$2") }},
		{"lettres non doublées", 8, func(s string) string {
			return doubled.ReplaceAllStringFunc(s, func(m string) string { return m[:len(m)-1] })
		}},
		{"je collé", 2, func(s string) string { return glued.ReplaceAllString(s, "j$1") }},
		{"k pour qu", 4, func(s string) string {
			return strings.NewReplacer("qu'", "k", "qu’", "k", "que", "ke", "qui", "ki", "qua", "ka", "quo", "ko").Replace(s)
		}},
		{"sans majuscule", 1, strings.ToLower},
	} {
		tried, changed := 0, 0
		for _, q := range questions(t) {
			text := c.change(q.Text)
			if text == q.Text {
				continue
			}
			tried++
			if want, got := r.Read(q.Text, Question{}), r.Read(text, Question{}); got.Kind != want.Kind || got.Facts != want.Facts {
				changed++
				t.Logf("%s, %s : %v au lieu de %v", q.ID, c.name, b.Known(got.Facts), b.Known(want.Facts))
			}
		}
		if rate := 100 * float64(changed) / float64(max(tried, 1)); rate > c.most {
			t.Errorf("%s : %d lectures sur %d changées, %.1f %%, plus de %.0f %%", c.name, changed, tried, rate, c.most)
		}
	}
}

// TestSameWord: a word typed by ear reads as it is written.
func TestSameWord(t *testing.T) {
	r, b := reader(t)
	for _, c := range []struct{ typed, written string }{
		{"rekisition ecrite des gendarmes jdonne le dossié", "réquisition écrite des gendarmes, je donne le dossier ?"},
		{"lavocat veut le raport jle donne", "l'avocat veut le rapport, je le donne ?"},
		{"jpe informé le procureur dun danger", "je peux informer le procureur d'un danger"},
		{"mineure en dangé, je peux alerté la crip ?", "mineure en danger, je peux alerter la CRIP ?"},
		{"il a frapper sa feme, jdoi le signalé au procureur ?", "il a frappé sa femme, je dois le signaler au procureur ?"},
		{"un enfant abuser par son oncle, on previen le parket ?", "un enfant abusé par son oncle, on prévient le parquet ?"},
		{"lASE me demande le dosier", "l'ASE me demande le dossier"},
		{"la psycologue peut parler au juje ?", "la psychologue peut parler au juge ?"},
		{"les gendarmes mapelle pour ladresse dun resident", "les gendarmes m'appellent pour l'adresse d'un résident"},
	} {
		got, want := r.Read(c.typed, Question{}), r.Read(c.written, Question{})
		if got.Facts != want.Facts || got.Kind != want.Kind {
			t.Errorf("« %s » : %v, genre %d ; « %s » : %v, genre %d", c.typed, b.Known(got.Facts), got.Kind, c.written, b.Known(want.Facts), want.Kind)
		}
	}
}

// TestKeptWords: what is a word already is never read as another, nor what stands after « à » or « de ».
func TestKeptWords(t *testing.T) {
	r, _ := reader(t)
	for _, c := range []struct{ text, want string }{
		{"dune", "dune"}, {"le danger", "danger"}, {"je suis policier", "je sui policier"}, {"j'ai à signaler", "je ai signaler"},
		{"il va à côté", "il va cote"}, {"un papier", "papier"}, {"ma santé", "ma sante"}, {"tuer", "tuer"}, {"tuteur", "tuteur"},
		{"il est infirmier", "il est infirmier"}, {"elle est tiers", "elle est tier"}, {"il est conseiller", "il est conseiller"}, {"je dois informer", "je doi informer"}, {"nous devons parler", "nou devon parler"},
	} {
		var got []string
		for _, tok := range r.lex.tokenize(c.text) {
			if tok.word != boundary {
				got = append(got, tok.word)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("« %s » : « %s », attendu « %s »", c.text, s, c.want)
		}
	}
	for w := range r.lex.exact {
		if len(w) > 3 && !strings.ContainsFunc(w, unicode.IsDigit) && r.lex.elides(w) > 0 {
			t.Errorf("« %s » est du lexique, et se coupe", w)
		}
	}
}
