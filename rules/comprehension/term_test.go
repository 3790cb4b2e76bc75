package comprehension

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"motus/rules"
)

// TestEveryTerm: every word and every phrase with which the lexicon gives a fact gives it when said
// alone, whatever other term could hide it; a recipient, when one would speak to them.
func TestEveryTerm(t *testing.T) {
	r, b := byWords(t)
	files, err := filepath.Glob("../droit/lexique/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var entries []struct {
			Donne string
			Mots  []string
		}
		if err := yaml.Unmarshal(data, &entries); err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			key, value, _ := strings.Cut(e.Donne, "=")
			if _, err := b.Value(key, value); err != nil {
				continue // it gives no fact of one value
			}
			for _, term := range e.Mots {
				if strings.ContainsAny(term, "&!^{}*|…_#") || strings.Contains(term, "..") {
					continue // a pattern, not what anyone types
				}
				tried++
				text := term + "."
				if words := apart(term); articles[foldLetters(words[len(words)-1])] {
					text = term + " quelque chose."
				}
				if key == "destinataire" {
					text = "Puis-je prévenir " + term + " ?"
				}
				q := r.Read(text, Question{})
				if got := b.Get(q.New, rules.Key(key)); got != value {
					t.Errorf("%s : « %s » donne %s, lu « %s »", filepath.Base(file), text, e.Donne, got)
				}
			}
		}
	}
	if tried < 1000 {
		t.Errorf("%d termes essayés seulement", tried)
	}
}
