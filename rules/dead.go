package rules

import "slices"

// deadRules looks, for each rule not yet seen to decide, for one combination that it decides.
func (c *checker) deadRules() {
	for _, r := range c.b.rules {
		if c.every() && !r.Force.meets(SourceDate, Date{}) {
			c.fault(r.Place, "Corrigez « en_vigueur », ou retirez la règle : le droit connu commence au "+SourceDate.String()+".",
				"la règle « %s » n'est en vigueur à aucun des jours que la base connaît", r.ID)
			continue
		}
		if c.alive[r.rank] || !r.Force.meets(SourceDate, Date{}) {
			continue
		}
		var in []*epoch // those to prove of which r is the law
		for _, e := range c.epochs {
			if r.Force.Has(e.from) {
				in = append(in, e)
			}
		}
		if len(in) > 0 && !slices.ContainsFunc(in, func(e *epoch) bool { return c.b.decides(r, e) }) {
			c.dead(r, in[0])
		}
	}
}

// decides reports whether a rule applies to a possible combination.
func (b *Base) decides(r *Rule, e *epoch) bool {
	_, found := b.search(b.space().w, func(w *world) (truth, *node) {
		var s standing
		b.weigh(e, w, &s)
		if s.applies(r.rank) != open {
			return s.applies(r.rank), nil
		}
		if l := r.when.openLeaf(w); l != nil {
			return open, l
		}
		for _, d := range r.byIdx {
			if s.applies(d) == open {
				if l := b.openUnder(d, w, &s); l != nil {
					return open, l
				}
			}
		}
		return open, nil
	})
	return found
}

// dead tells a rule that never decides: nothing is as it says, or others always prevail, shown on
// the first combination that is as it says.
func (c *checker) dead(r *Rule, e *epoch) {
	b := c.b
	fault := &Fault{Place: r.Place, Problem: "la règle « " + string(r.ID) + " » ne décide jamais : "}
	w, found := b.search(b.space().w, func(w *world) (truth, *node) { return r.when.eval(w), r.when.openLeaf(w) })
	if !found {
		fault.Problem += "aucune combinaison possible ne remplit ses conditions"
		fault.Mend = "Corrigez « si », ou retirez la règle."
		c.tell(fault)
		return
	}
	facts := b.fewest(&w, func(f FactSet) bool {
		var v view
		b.see(&f, nil, &v)
		return v.contradiction == "" && r.when.eval(&v.w) == yes
	})
	fault.Problem += "une exception la couvre toujours, par exemple pour " + list(facts)
	fault.Also = b.also(b.Decide(b.factsOf(facts), e.from).Rules)
	fault.Mend = "Corrigez l'exception, ou retirez la règle.\n" + paste(facts, r.Verdict)
	c.tell(fault)
}

// openUnder finds a place to split on that bears on whether rule d applies.
func (b *Base) openUnder(d int32, w *world, s *standing) *node {
	if s.hold(d) == open {
		return b.ranked[d].when.openLeaf(w)
	}
	for _, x := range b.ranked[d].byIdx {
		if s.applies(x) == open {
			if l := b.openUnder(x, w, s); l != nil {
				return l
			}
		}
	}
	return nil
}
