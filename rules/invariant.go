package rules

import "slices"

// Invariant is a sentence about safety, proved over the whole space of facts at every date.
type Invariant struct {
	ID, Says, Basis string
	Proof           string // name of a proof that is more than a sentence over verdicts
	Force           Span
	Place           Place

	when          condition
	never, always VerdictSet
	same          condition // the verdict does not depend on which of these values a fact has
	frees         []string  // the only provisions by which consent frees
}

// proofs are the invariants that need more than verdicts: presumptions, citations, dates. Each
// returns what it found wrong, in French.
var proofs map[string]func(*Base, *Invariant) []string

func init() {
	proofs = map[string]func(*Base, *Invariant) []string{
		"non_oblige": proveNotObliged,
		"immunite":   proveImmunity,
		"references": proveReferences,
		"statut":     proveStatus,

		"autrement":     proveAside,
		"vie_en_danger": proveLifeAtRisk,
	}
}

func (c *checker) invariants() {
	b := c.b
	for i := range b.invariants {
		inv := &b.invariants[i]
		if inv.same != nil {
			c.same(inv)
		}
		if inv.Proof != "" {
			for _, problem := range proofs[inv.Proof](b, inv) {
				c.fault(inv.Place, "Fondement : "+inv.Basis+".", "l'invariant %s n'est pas tenu (« %s ») : %s", inv.ID, inv.Says, problem)
			}
		}
		never := inv.never
		if inv.always != 0 {
			for _, v := range AllVerdicts {
				if !inv.always.Has(v) {
					never = never.With(v)
				}
			}
		}
		for _, e := range b.distinct() {
			if !inv.Force.Has(e.from) {
				continue
			}
			if never != 0 {
				c.never(inv, e, never)
			}
			if len(inv.frees) > 0 {
				c.consent(inv, e)
			}
		}
	}
}

// never looks for a possible combination that the invariant speaks of and that leads to a
// verdict it excludes.
func (c *checker) never(inv *Invariant, e *epoch, never VerdictSet) {
	b := c.b
	var rules []RuleID
	w, found := b.search(b.space().w, func(w *world) (truth, *node) {
		switch inv.when.eval(w) {
		case no:
			return no, nil
		case open:
			return open, inv.when.openLeaf(w)
		}
		var s standing
		b.weigh(e, w, &s)
		if s.possible&never == 0 {
			return no, nil
		}
		if l := b.unsettled(e, w, &s); l != nil {
			return open, l
		}
		rules = rules[:0]
		for i := range e.active.all() {
			if s.firm[i] && never.Has(b.ranked[i].Verdict) {
				rules = append(rules, b.ranked[i].ID)
			}
		}
		return yes, nil
	})
	if found {
		facts := b.describe(&w)
		c.fault(inv.Place, "Fondement : "+inv.Basis+".\n"+paste(facts, ""),
			"l'invariant %s n'est pas tenu au %s (« %s ») : %v décide pour %s", inv.ID, day(e.from), inv.Says, rules, list(facts))
	}
}

// same proves that the values of a fact are never told apart: no condition of a rule or of an
// exclusion holds one and not the other.
func (c *checker) same(inv *Invariant) {
	leaf := inv.same[0]
	tells := func(cond condition) bool {
		for i := range cond {
			if n := cond[i]; n.op == opIs && n.fact == leaf.fact && n.mask&leaf.mask != 0 && n.mask&leaf.mask != leaf.mask {
				return true
			}
		}
		return false
	}
	for _, r := range c.b.rules {
		if tells(r.when) {
			c.fault(r.Place, "Fondement : "+inv.Basis+".", "l'invariant %s n'est pas tenu (« %s ») : la règle « %s » distingue", inv.ID, inv.Says, r.ID)
		}
	}
	for _, x := range c.b.exclusions {
		if tells(x.when) {
			c.fault(x.place, "Fondement : "+inv.Basis+".", "l'invariant %s n'est pas tenu (« %s ») : cette combinaison distingue", inv.ID, inv.Says)
		}
	}
}

// consent proves that an agreement turns « interdit » into something else only by a rule that
// rests on a provision that gives it effect.
func (c *checker) consent(inv *Invariant, e *epoch) {
	b := c.b
	f := b.factByKey["consentement"]
	if f == nil {
		return
	}
	with, without := uint64(1)<<f.value("oui"), uint64(1)<<f.value("non")
	start := b.space().w
	start[f.index] = with
	w, found := b.search(start, func(w *world) (truth, *node) {
		switch inv.when.eval(w) {
		case no:
			return no, nil
		case open:
			return open, inv.when.openLeaf(w)
		}
		var s, t standing
		other := *w
		other[f.index] = without
		b.weigh(e, w, &s)
		b.weigh(e, &other, &t)
		freed := false
		for i := range e.active.all() {
			r := b.ranked[i]
			if s.applies[i] != no && (r.Verdict == Allowed || r.Verdict == Required) && !rests(r, inv.frees) {
				freed = true
			}
		}
		if !freed || !t.possible.Has(Forbidden) {
			return no, nil
		}
		if l := b.unsettled(e, w, &s); l != nil {
			return open, l
		}
		if l := b.unsettled(e, &other, &t); l != nil {
			return open, l
		}
		return yes, nil
	})
	if found {
		facts := b.describe(&w)
		c.fault(inv.Place, "Fondement : "+inv.Basis+".", "l'invariant %s n'est pas tenu au %s (« %s ») : l'accord délie pour %s", inv.ID, day(e.from), inv.Says, list(facts))
	}
}

func rests(r *Rule, texts []string) bool {
	for _, t := range r.Texts {
		if slices.Contains(texts, t) {
			return true
		}
	}
	return false
}
