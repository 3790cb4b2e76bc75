package rules

// view is a situation as the algorithm sees it.
type view struct {
	w        world
	presumed [MaxFacts]bool // taken for want of a word, and shown
	doubted  int            // a presumption put in doubt, -1 if none

	contradiction string // why the facts cannot go together
}

// see encodes facts, draws what follows from them, and takes presumptions.
func (b *Base) see(f *FactSet, presume bool, v *view) {
	v.doubted = -1
	v.w = b.anything
	for i, k := range f.known[:len(b.facts)] {
		if k != 0 {
			v.w[i] = 1 << (k - 1)
		}
	}
	b.deduce(v)
	if v.contradiction != "" {
		return
	}
	for i, fact := range b.facts {
		if fact.presumed < 0 || single(v.w[i]) {
			continue
		}
		bit := uint64(1) << fact.presumed
		if v.w[i]&bit == 0 || (!presume && !fact.silent) {
			continue
		}
		if len(fact.liftedIf) > 0 && fact.liftedIf.holds(&v.w) {
			continue
		}
		was := v.w[i]
		v.w[i] = bit
		if b.barred(i, &v.w) != "" {
			v.w[i] = was
			continue
		}
		switch {
		case len(fact.doubtedIf) > 0 && fact.doubtedIf.holds(&v.w):
			v.doubted = i
		case !fact.silent:
			v.presumed[i] = true
		}
	}
}

// deduce narrows facts by what follows from others, and finds contradictions.
func (b *Base) deduce(v *view) {
	for changed := true; changed; {
		changed = false
		for i := range b.deductions {
			d := &b.deductions[i]
			m := v.w[d.fact]
			if m&^d.mask == 0 {
				continue
			}
			if len(d.when) == 1 {
				l := &d.when[0]
				if c := v.w[l.fact]; c&^l.mask != 0 {
					if m&d.mask == 0 && c&l.mask != 0 { // not the conclusion, so not its cause
						v.w[l.fact] = c &^ l.mask
						changed = true
					}
					continue
				}
			} else if !d.when.holds(&v.w) {
				continue
			}
			if m &= d.mask; m == 0 {
				v.contradiction = d.because
				return
			}
			v.w[d.fact] = m
			changed = true
		}
	}
	for i := range b.facts {
		if v.w[i] != b.anything[i] {
			if because := b.barred(i, &v.w); because != "" {
				v.contradiction = because
				return
			}
		}
	}
}

// barred says why what fact i may be contradicts the others, or "".
func (b *Base) barred(i int, w *world) string {
	for _, j := range b.bars[i] {
		if x := &b.exclusions[j]; x.holds(w) {
			return x.because
		}
	}
	return ""
}

func (x *exclusion) holds(w *world) bool {
	for k := range x.leaves {
		if n := &x.leaves[k]; w[n.fact]&^n.mask != 0 {
			return false
		}
	}
	return x.plain || x.when.holds(w)
}

func (b *Base) excluded(w *world) *exclusion {
	for i := range b.exclusions {
		if b.exclusions[i].holds(w) {
			return &b.exclusions[i]
		}
	}
	return nil
}

// Contradicts reports whether the facts cannot go together.
func (b *Base) Contradicts(f FactSet) bool {
	var v view
	b.see(&f, false, &v)
	return v.contradiction != ""
}
