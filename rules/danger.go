package rules

import (
	"fmt"
	"slices"
)

// proveDanger (I-35): as soon as a danger is said, whatever else is, peril is known or put in doubt.
// Each fact of danger must, by any value but its default, make true the condition under which a
// presumption is doubted.
func proveDanger(c *checker, _ *Invariant) []breach {
	b := c.b
	var out []breach
	var doubts []*Fact
	for _, f := range b.facts {
		if len(f.doubtedIf) > 0 {
			doubts = append(doubts, f)
		}
	}
	if len(doubts) == 0 {
		return []breach{{problem: "aucun fait n'est mis en doute par un danger dit (en_doute_si)"}}
	}
	for _, f := range b.facts {
		if f.Kind != Danger || len(f.doubtedIf) > 0 {
			continue
		}
		for v := range f.Values {
			if v == f.presumed {
				continue
			}
			w := b.anything
			w[f.index] = f.Values[v].mask
			if !slices.ContainsFunc(doubts, func(d *Fact) bool { return d.doubtedIf.eval(&w) == yes }) {
				out = append(out, breach{problem: fmt.Sprintf("%s=%s ne met pas « %s » en doute", f.Key, f.Values[v].ID, doubts[0].Key),
					also: []Also{at(f.Values[v].place, "cette valeur"), at(doubts[0].place, "le fait qu'elle devrait mettre en doute")}})
			}
		}
	}
	return out
}
