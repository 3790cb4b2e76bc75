package rules

import "math/bits"

// presumptions lists those that bear on the answer: a rule that decides rests on it, or a rule
// that would say otherwise is kept out by it.
func (b *Base) presumptions(d *Decision, e *epoch, v *view, s *standing) {
	var shown [MaxFacts]bool
	free := v.w // the world with presumptions set free
	anyPresumed := false
	for i := range b.facts {
		if v.presumed[i] {
			free[i] = b.anything[i]
			anyPresumed = true
		}
	}
	if !anyPresumed {
		return
	}
	var firm ruleSet
	for i := range s.may.all() {
		if s.firm[i] {
			firm.add(i)
		}
	}
	n := 0
	show := func(r *Rule, keptOut bool) {
		for j := range r.when {
			l := &r.when[j]
			if l.op != opIs || !v.presumed[l.fact] || shown[l.fact] || keptOut && v.w[l.fact]&l.mask != 0 {
				continue
			}
			shown[l.fact] = true
			n++
		}
	}
	// Of the rules that fail, look at those that fail by presumptions alone.
	alive := e.presumable.less(b.dead(&v.w, &v.presumed)).less(s.live)
	for i := range firm.all() {
		if b.ranked[i].Verdict == d.Verdict {
			show(b.ranked[i], false)
		}
	}
	for i := range alive.all() {
		if r := b.ranked[i]; r.Verdict != d.Verdict && !r.by.meets(&firm) && r.when.eval(&free) != no {
			show(r, true)
		}
	}
	if n == 0 {
		return
	}
	d.Presumed = make([]Presumed, 0, n)
	for i, f := range b.facts {
		if shown[i] {
			d.Presumed = append(d.Presumed, Presumed{f.Key, f.Values[f.presumed].ID, f.presumes})
		}
	}
}

// reserve adds the danger that what was said puts in doubt, if it would change the verdict.
func (b *Base) reserve(d *Decision, e *epoch, v *view) {
	if v.doubted < 0 {
		return
	}
	f := b.facts[v.doubted]
	w := v.w
	w[v.doubted] = f.full() &^ (1 << f.presumed)
	if b.barred(v.doubted, &w) != "" {
		return
	}
	var s standing
	b.weigh(e, &w, &s)
	if s.possible.Len() != 1 || s.possible.first() == d.Verdict {
		return
	}
	val := bits.TrailingZeros64(w[v.doubted])
	d.Reserve = &Reserve{f.Key, f.Values[val].ID, s.possible.first()}
	if len(d.Missing) == 0 || d.Missing[0] != f.Key {
		d.Missing = append(d.Missing, "")
		copy(d.Missing[1:], d.Missing)
		d.Missing[0] = f.Key
	}
}

// first returns the first verdict of the set, in the fixed order, or NoVerdict.
func (s VerdictSet) first() Verdict {
	for _, v := range AllVerdicts {
		if s.Has(v) {
			return v
		}
	}
	return NoVerdict
}
