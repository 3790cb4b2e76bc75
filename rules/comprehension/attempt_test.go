package comprehension

import "testing"

// TestAttempts: « une TS » is an attempt at suicide; « tous », that one types « ts », is not.
func TestAttempts(t *testing.T) {
	r, b := byWords(t)
	for text, want := range map[string]string{
		"Elle a fait une TS hier, je préviens sa mère ?":                        "oui",
		"Hospitalisé pour une ts aux médicaments, je le dis à son père ?":       "oui",
		"C'est sa troisième TS, je préviens sa mère ?":                          "oui",
		"Depuis sa ts, elle dort mal. Je le dis à son patron ?":                 "oui",
		"Le maire les connaît tous. Je peux lui en parler ?":                    "",
		"Je lui donne tous ses papiers, le maire les veut. Je réponds ?":        "",
		"Ils en ont fait profiter tous les voisins. Je préviens le maire ?":     "",
		"On les suit ts les trois, ts le savent. Je peux en parler au maire ? ": "",
	} {
		if got := b.Get(r.Read(text, Question{}).Facts, "suicide"); got != want {
			t.Errorf("« %s » : suicide=%q, attendu %q", text, got, want)
		}
	}
}
