package rules

import (
	"fmt"
	"slices"
)

// gap tells a combination for which no rule decides, at the general rule that most nearly holds there: if one was
// narrowed, it is that one. Where several do as nearly, it names them all.
func (c *checker) gap(e *epoch, facts []KeyValue) {
	b := c.b
	near := b.nearMisses(e, facts)
	if near == nil {
		c.fault(Place{File: "regles"}, paste(facts, Forbidden), "aucune règle n'est en vigueur au %s", day(e.from))
		return
	}
	f := &Fault{Place: near[0].Place,
		Problem: fmt.Sprintf("aucune règle ne décide, au %s, pour : %s ; « %s » n'y va pas", day(e.from), list(facts), near[0].ID),
		Mend:    "Élargissez-la, ou écrivez une règle pour ce cas.\n" + paste(facts, AllVerdicts[:]...)}
	for _, r := range near[1:] {
		f.Also = append(f.Also, at(r.Place, "« "+string(r.ID)+" » n'y va pas non plus"))
	}
	c.tell(f)
}

// nearMisses returns, of the most general rules in force, those of which the fewest parts fail for these facts; of
// these, those of which most parts hold, as a rule that lost one part still holds in all the others; of these, those
// to which most rules are exceptions. It returns none if none is in force.
func (b *Base) nearMisses(e *epoch, facts []KeyValue) []*Rule {
	set := b.factsOf(facts)
	var v view
	b.see(&set, nil, &v)
	var best []*Rule
	var least [3]int // parts that fail; parts that hold and exceptions, counted down
	for i := range e.active.all() {
		r := b.ranked[i]
		if len(r.exceptIdx) > 0 {
			continue // it is an exception: others are more general
		}
		failing, holding := r.when.parts(&v.w)
		score := [3]int{failing, -holding, -len(r.byIdx)}
		switch d := slices.Compare(score[:], least[:]); {
		case best == nil || d < 0:
			best, least = []*Rule{r}, score
		case d == 0:
			best = append(best, r)
		}
	}
	return best
}

// parts counts the parts of a condition that fail in w, and those that hold: of a « tout », its own; else the whole.
func (c condition) parts(w *world) (failing, holding int) {
	all := len(c) > 0 && c[0].op == opAll
	for j := 0; j < len(c); j = int(c[j].end) {
		if all && j == 0 {
			j = 1
		}
		if c.evalAt(j, w) == yes {
			holding++
		} else {
			failing++
		}
	}
	return failing, holding
}
