package rules

// view is a situation as the algorithm sees it.
type view struct {
	w        world
	presumed [MaxFacts]bool  // taken for want of a word, and shown
	by       [MaxFacts]int16 // the default that was taken, by its place
	taken    [MaxFacts]uint8 // the facts presumed, in the order of their defaults
	shown    int             // how many
	doubted  int             // a presumption put in doubt, -1 if none

	narrowed [MaxFacts]uint8 // facts of which something is known, as said or as follows
	known    int             // how many

	contradiction string // why the facts cannot go together
}

// see encodes facts, draws what follows from them, and takes defaults, those of the facts in free
// left out. A nil free leaves none out.
func (b *Base) see(f *FactSet, free *[MaxFacts]bool, v *view) {
	v.doubted = -1
	b.encode(f, v)
	if v.contradiction != "" {
		return
	}
	for k := range b.defaults {
		p := &b.defaults[k]
		i := p.fact.index
		if was := v.w[i]; was&p.bit == 0 || was&^p.bit == 0 || free != nil && free[i] || !p.sure && b.refused(p, &v.w) {
			continue
		}
		v.w[i] &= p.bit
		switch {
		case len(p.fact.doubtedIf) > 0 && p.fact.doubtedIf.holds(&v.w):
			if v.doubted < 0 { // the first is asked first
				v.doubted = int(i)
			}
		case !p.fact.silent:
			if !v.presumed[i] {
				v.taken[v.shown] = i
				v.shown++
			}
			v.presumed[i], v.by[i] = true, int16(k)
		}
	}
}

// encode gives the world of facts, narrowed by what follows from them.
func (b *Base) encode(f *FactSet, v *view) {
	v.w = b.anything
	for i, k := range f.known[:len(b.facts)] {
		if k != 0 {
			v.narrow(uint8(i), b.facts[i].Values[k-1].mask, b)
		}
	}
	b.deduce(v)
}

// refused reports whether a default is not to be taken: it is lifted, or it cannot go with the
// rest, or another value may yet follow from what was said. An ill-treated victim may be a minor,
// and an ill-treated minor is in danger: then silence on the danger means nothing.
func (b *Base) refused(p *byDefault, w *world) bool {
	if len(p.onlyIf) > 0 {
		if !p.onlyIf.holds(w) {
			return true
		}
	} else if len(p.fact.liftedIf) > 0 && p.fact.liftedIf.holds(w) {
		return true
	}
	for _, c := range p.against {
		if c.eval(w) == open {
			return true
		}
	}
	was := w[p.fact.index]
	w[p.fact.index] = p.bit
	barred := b.barred(p.bars, w) != nil
	w[p.fact.index] = was
	return barred
}

// deduce narrows facts by what follows from others, and finds contradictions.
func (b *Base) deduce(v *view) {
	for changed := true; changed; {
		changed = false
		for k := 0; k < v.known; k++ {
			for _, j := range b.bearing[v.narrowed[k]] {
				d := &b.deductions[j]
				m := v.w[d.fact]
				if m&^d.mask == 0 {
					continue
				}
				if len(d.when) == 1 {
					l := &d.when[0]
					if c := v.w[l.fact]; c&^l.mask != 0 {
						if m&d.mask == 0 && c&l.mask != 0 { // not the conclusion, so not its cause
							v.narrow(l.fact, c&^l.mask, b)
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
				v.narrow(d.fact, m, b)
				changed = true
			}
			for _, c := range b.closing[v.narrowed[k]] {
				if v.w[v.narrowed[k]]&^c.mask != 0 {
					continue
				}
				if l := b.exclusions[c.exclusion].lastOpen(&v.w); l != nil {
					v.narrow(l.fact, v.w[l.fact]&^l.mask, b)
					changed = true
				}
			}
		}
	}
	for _, i := range v.narrowed[:v.known] {
		if x := b.barred(b.bars[i], &v.w); x != nil {
			v.contradiction = x.because
			return
		}
	}
}

// narrow notes that fact i can only be within mask.
func (v *view) narrow(i uint8, mask uint64, b *Base) {
	if v.w[i] == b.anything[i] {
		v.narrowed[v.known] = i
		v.known++
	}
	v.w[i] = mask
}

// barred returns the first of these exclusions that holds: the facts cannot go together. nil if they
// can.
func (b *Base) barred(by []int32, w *world) *exclusion {
	for _, j := range by {
		if x := &b.exclusions[j]; x.holds(w) {
			return x
		}
	}
	return nil
}

func (x *exclusion) holds(w *world) bool {
	for k := range x.leaves {
		if n := &x.leaves[k]; w[n.fact]&^n.mask != 0 {
			return false
		}
	}
	return x.plain || x.when.holds(w)
}

// lastOpen returns the only part of a plain exclusion that is still open where all the others hold:
// it must then be false. nil if there is none.
func (x *exclusion) lastOpen(w *world) *node {
	var last *node
	for k := range x.leaves {
		n := &x.leaves[k]
		switch m := w[n.fact]; {
		case m&^n.mask == 0: // it holds
		case m&n.mask == 0 || last != nil:
			return nil
		default:
			last = n
		}
	}
	return last
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
	b.encode(&f, &v)
	return v.contradiction != ""
}

// Follows returns the value of a fact that was said, or that follows from what was said, or "" if
// it is open. Nothing presumed counts.
func (b *Base) Follows(f FactSet, key Key) string {
	fact := b.factByKey[key]
	if fact == nil {
		return ""
	}
	var v view
	b.encode(&f, &v)
	for i := range fact.Values {
		if v.w[fact.index] == fact.Values[i].mask {
			return fact.Values[i].ID
		}
	}
	return ""
}
