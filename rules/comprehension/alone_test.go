package comprehension

import (
	"testing"

	"motus/rules"
)

// TestToWhomAlone: where few words say to whom one would speak, and no more, the whole text guesses nothing beside:
// neither someone else, nor an act, nor a danger.
func TestToWhomAlone(t *testing.T) {
	whole, b := reader(t)
	words, _ := byWords(t)
	guessed := func(k string) bool {
		return k == "destinataire" || k == "acte" || b.Fact(rules.Key(k)).Kind == rules.Danger
	}
	for _, asks := range []string{"Puis-je prévenir ", "peut-on informer ", "Ai-je le droit d'avertir ", "je peux mettre au courant ", "Faut-il alerter "} {
		for _, who := range []string{
			"le père", "le père de l'enfant", "la mère du petit", "les parents de l'enfant", "la grand-mère", "l'oncle",
			"le maire", "la préfète", "le procureur", "la police", "les gendarmes", "la maîtresse", "le proviseur",
			"le bailleur", "l'employeur", "la voisine", "le médecin traitant", "l'infirmière", "ma cheffe de service",
			"ma collègue", "la CAF", "un journaliste", "l'avocat du père", "le curateur", "le juge",
		} {
			text := asks + who + " ?"
			q, said := whole.Read(text, Question{}), words.Read(text, Question{})
			for _, kv := range b.Known(q.Facts) {
				if was := b.Get(said.Facts, rules.Key(kv.Key)); guessed(kv.Key) && was != kv.Value {
					t.Errorf("%s\n%s=%s, que nul mot ne dit (lu mot à mot : %q)", text, kv.Key, kv.Value, was)
				}
			}
		}
	}
}
