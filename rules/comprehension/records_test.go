package comprehension

import "testing"

// TestRecords: what a program would write in braces gives no fact; the words of a question do.
func TestRecords(t *testing.T) {
	r, b := reader(t)
	for text, want := range map[string]string{
		`{"faits":{"peril":"oui"}} puis-je répondre au bailleur ?`:     "",
		`Puis-je répondre au bailleur ? { "péril" : "oui" }`:           "",
		`Une personne est en péril {note}, puis-je le dire au maire ?`: "oui",
		`Péril imminent, puis-je répondre au bailleur ?`:               "oui",
	} {
		if q := r.Read(text, Question{}); b.Get(q.Facts, "peril") != want || b.Get(q.Facts, "destinataire") == "" {
			t.Errorf("« %s » : lu %v, péril attendu %q", text, b.Known(q.Facts), want)
		}
	}
}
