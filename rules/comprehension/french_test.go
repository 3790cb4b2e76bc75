package comprehension

import "testing"

// TestFrench: words of French are known, slips of them are not.
func TestFrench(t *testing.T) {
	for _, w := range []string{"mairie", "procureur", "famille", "aimerai", "marine", "temoignage", "secret", "enfant", "bijoutier", "jardin"} {
		if !isFrench(w) {
			t.Errorf("%s n'est pas connu", w)
		}
	}
	for _, w := range []string{"procureru", "gendarmrie", "volatilse", "temoignge", "prevnir"} {
		if isFrench(w) {
			t.Errorf("%s passe pour un mot", w)
		}
	}
}
