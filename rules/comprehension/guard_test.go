//go:build proches

package comprehension

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestGuard writes proches.yaml: the words of French (Debian's wfrench) that would be taken for a
// slip of a word of the lexicon. Run it after the lexicon has changed: make proches.
func TestGuard(t *testing.T) {
	r, _ := reader(t)
	file, err := os.Open("/usr/share/dict/french")
	if err != nil {
		t.Fatal("il faut le paquet wfrench : ", err)
	}
	defer file.Close()
	r.lex.guarded = map[string]bool{}
	seen := map[string]bool{}
	var out []string
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		w := foldWord(lines.Text())
		if seen[w] || strings.ContainsAny(lines.Text(), "'-") {
			continue
		}
		seen[w] = true
		x := r.lex.read([]token{{word: boundary, hard: true}, {word: w, name: true}, {word: boundary, hard: true}})
		if len(x.tagsOf(1)) == 0 && r.lex.mend(w) != "" {
			out = append(out, w)
		}
	}
	slices.Sort(out)
	var s strings.Builder
	s.WriteString("# Des mots du français proches d'un mot du lexique, et qui n'en sont pas une faute de frappe.\n# Écrit par « make proches », d'après le dictionnaire wfrench : ne pas modifier à la main.\n- a_part: [")
	line := 0
	for i, w := range out {
		if i > 0 {
			s.WriteString(",")
			if line > 100 {
				s.WriteString("\n   ")
				line = 0
			}
			s.WriteString(" ")
		}
		if w == "oui" || w == "non" || w == "nul" || w == "null" {
			w = `"` + w + `"`
		}
		s.WriteString(w)
		line += len(w) + 2
	}
	s.WriteString("]\n")
	if err := os.WriteFile("../droit/lexique/proches.yaml", []byte(s.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d mots", len(out))
}
