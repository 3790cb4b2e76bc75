package rules

import "math/bits"

// presumptions lists those that bear on the answer: a rule that decides rests on it, or a rule
// that would say otherwise is kept out by it.
func (b *Base) presumptions(d *Decision, e *epoch, v *view, s *standing) {
	deciding := s.firm.and(b.saying[d.Verdict])
	free := v.w // the world with presumptions set free
	var denied ruleSet
	for _, i := range v.taken[:v.shown] {
		free[i] = b.anything[i]
		denied = denied.or(b.defaults[v.by[i]].denies)
	}
	// Of the rules that fail, those that may fail by presumptions alone, and say otherwise.
	kept := e.active.and(denied).less(s.live).less(b.saying[d.Verdict]).less(s.dead)
	var proved ruleSet
	keeps := func(p *byDefault) bool { // it makes one of them false
		for i := range kept.and(p.denies).all() {
			r := b.ranked[i]
			if proved.has(i) || !r.by.meets(s.firm) && !r.when.fails(&free) {
				proved.add(i)
				return true
			}
			kept.remove(i)
		}
		return false
	}
	var shown [MaxFacts]*Presumed
	n := 0
	for _, i := range v.taken[:v.shown] {
		if p := &b.defaults[v.by[i]]; deciding.meets(b.reads[i]) || keeps(p) {
			shown[n] = &p.says
			n++
		}
	}
	if n == 0 {
		return
	}
	d.Presumed = append(make([]*Presumed, 0, n), shown[:n]...)
}

// presumedDead gathers the rules that a presumption alone makes false.
func (b *Base) presumedDead(v *view) (dead ruleSet) {
	for _, i := range v.taken[:v.shown] {
		if m := v.w[i]; m&(m-1) == 0 {
			dead = dead.or(b.fails[i][bits.TrailingZeros64(m)])
		}
	}
	return dead
}

// reserve adds the danger that what was said puts in doubt, if it would change the verdict.
func (b *Base) reserve(d *Decision, e *epoch, v *view) {
	if v.doubted < 0 {
		return
	}
	f := b.facts[v.doubted]
	w := v.w
	w[v.doubted] = f.full() &^ (1 << f.presumed)
	if b.barred(b.bars[v.doubted], &w) != nil {
		return
	}
	verdict, aside := b.would(e, &w, b.swift[v.doubted])
	if verdict == NoVerdict || verdict == d.Verdict {
		return
	}
	val := bits.TrailingZeros64(w[v.doubted])
	d.Reserve = &Reserve{f.Key, f.Values[val].ID, verdict, aside}
	if len(d.Missing) == 0 || d.Missing[0] != f.Key {
		d.Missing = append(d.Missing, "")
		copy(d.Missing[1:], d.Missing)
		d.Missing[0] = f.Key
	}
}

// would tells the only verdict of a world, or NoVerdict if there are several, and whether it is
// done otherwise than by speaking there. swift is the rule known to decide it, or nil.
func (b *Base) would(e *epoch, w *world, swift *Rule) (verdict Verdict, aside bool) {
	if swift != nil && e.active.has(swift.rank) {
		for i := range e.active.and(swift.by).and(b.aside).all() {
			aside = aside || b.ranked[i].when.holds(w)
		}
		return swift.Verdict, aside
	}
	var s standing
	b.weigh(e, w, &s)
	if s.possible.Len() != 1 {
		return NoVerdict, false
	}
	for i := range s.may.all() {
		aside = aside || s.firm.has(i) && b.ranked[i].Aside
	}
	return s.possible.first(), aside
}

// first returns the first verdict of the set, in the fixed order, or NoVerdict.
func (s VerdictSet) first() Verdict {
	if s == 0 {
		return NoVerdict
	}
	return Verdict(bits.TrailingZeros8(uint8(s)))
}
