package rules

import "slices"

// absorb leaves out, of the open parts of a group to be read one beside the other, those that add nothing: of « a et
// b », what follows from the other; of « a ou b », what the other follows from. « Vous êtes médecin » says that one
// is of a health profession.
func (b *Base) absorb(c condition, parts []int, w *world, negated, together bool) []int {
	if len(parts) < 2 {
		return parts
	}
	kept := slices.Clone(parts)
	for k := len(kept) - 1; k >= 0; k-- { // of two that say the same, the first stays
		i := kept[k]
		if slices.ContainsFunc(kept, func(j int) bool {
			if together {
				return i != j && b.follows(c, i, j, w, negated)
			}
			return i != j && b.follows(c, j, i, w, negated)
		}) {
			kept = slices.Delete(kept, k, k+1)
		}
	}
	return kept
}

// follows reports whether part i of a condition comes out as it should wherever part j does.
func (b *Base) follows(c condition, i, j int, w *world, negated bool) bool {
	var v view
	v.w = b.anything
	for k, m := range w[:len(b.facts)] {
		if m != b.anything[k] {
			v.narrow(uint8(k), m, b)
		}
	}
	b.assume(c, j, &v, !negated)
	b.deduce(&v)
	got := c.evalAt(i, &v.w)
	return v.contradiction == "" && (got == yes && !negated || got == no && negated)
}

// assume narrows a view to where a place of a condition comes out as wanted, as far as that says it of single facts.
func (b *Base) assume(c condition, i int, v *view, want bool) {
	n := &c[i]
	if n.op == opIs {
		m := n.mask
		if !want {
			m = b.facts[n.fact].full() &^ m
		}
		if m &= v.w[n.fact]; m != 0 {
			v.narrow(n.fact, m, b)
		}
		return
	}
	if !c.together(i, !want) {
		return
	}
	for k := i + 1; k < int(n.end); k = int(c[k].end) {
		b.assume(c, k, v, want != (n.op == opNone))
	}
}
