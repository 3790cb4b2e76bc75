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
