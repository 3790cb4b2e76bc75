package comprehension

import (
	"slices"
	"testing"
)

// TestWays: alternatives that hold an apostrophe are written out, whatever stands around.
func TestWays(t *testing.T) {
	for _, c := range []struct {
		term string
		ways []string
	}{
		{"le tribunal", []string{"le tribunal"}},
		{"tribunal|prud'hommes & juge", []string{"tribunal & juge", "prud'hommes & juge"}},
		{"pour qu'il|elle parle", []string{"pour elle parle", "pour qu' elle parle", "pour qu'il parle"}},
		{"rien m'oblige|force", []string{"rien force", "rien m' force", "rien m'oblige"}},
		{"{mandater} à_l'ase|foyer", []string{"{mandater} à_ase|foyer"}},
		{"qui nous|m' {mandater}", []string{"qui nous|m {mandater}"}},
	} {
		if got := ways(c.term); !slices.Equal(got, c.ways) {
			t.Errorf("%s : %q, attendu %q", c.term, got, c.ways)
		}
	}
}
