package comprehension

import "testing"

// TestOffered: the questions that Motus offers, where it has not understood, are answered: by their fiche, by a
// verdict, or by the one fact that would give it.
func TestOffered(t *testing.T) {
	r, b := reader(t)
	for _, c := range b.Cards() {
		for _, text := range c.Questions {
			switch q := r.Read(text, Question{}); q.Kind {
			case OutOfScope, NotUnderstood, Unsure:
				t.Errorf("%s : « %s » n'est pas compris", c.ID, text)
			case Notion:
				if q.Card != c {
					t.Errorf("%s : « %s » donne la fiche %s", c.ID, text, q.Card.ID)
				}
			}
		}
	}
}
