package rules

import (
	"math/big"
	"math/bits"
)

// region is a part of the space of facts, with how many combinations it holds.
type region struct {
	w    world
	size *big.Int
}

// space returns the whole space, before anything impossible is taken out.
func (b *Base) space() region {
	r := region{size: big.NewInt(1)}
	for i, f := range b.facts {
		r.w[i] = f.full()
		r.size.Mul(r.size, big.NewInt(int64(f.exact())))
	}
	return r
}

// within narrows fact k of a region to mask.
func (r region) within(k uint8, mask uint64) region {
	was, now := bits.OnesCount64(r.w[k]), bits.OnesCount64(r.w[k]&mask)
	out := region{w: r.w, size: new(big.Int)}
	out.w[k] &= mask
	out.size.Div(r.size, big.NewInt(int64(was)))
	out.size.Mul(out.size, big.NewInt(int64(now)))
	return out
}

// split cuts a region in two along a leaf: where it is true, and where it is false.
func (r region) split(l *node) (in, out region) {
	return r.within(l.fact, l.mask), r.within(l.fact, r.w[l.fact]&^l.mask)
}

// walk covers a region exactly: it splits only on facts that still matter, and calls visit once
// for each part on which the standing of the rules settles. Parts that are wholly impossible are
// given to skip. Both may be given parts of any size; their sizes add up to the region's. It
// reports whether no part leaves possible a verdict that was not, among those of the region around.
func (b *Base) walk(e *epoch, r region, around VerdictSet, visit func(region, *standing), skip func(region)) bool {
	if b.excluded(&r.w) != nil {
		skip(r)
		return true
	}
	var s standing
	b.weigh(e, &r.w, &s)
	narrows := s.possible&^around == 0
	l := b.unsettled(e, &r.w, &s)
	if l == nil {
		visit(r, &s)
		return narrows
	}
	in, out := r.split(l)
	narrows = b.walk(e, in, s.possible, visit, skip) && narrows
	return b.walk(e, out, s.possible, visit, skip) && narrows
}

func allVerdicts() (all VerdictSet) {
	for _, v := range AllVerdicts {
		all = all.With(v)
	}
	return all
}

// unsettled returns a place to split on, or nil if the outcome is the same over the whole region:
// one verdict and a rule that surely gives it, or a fault that more facts cannot mend.
func (b *Base) unsettled(e *epoch, w *world, s *standing) *node {
	if s.possible.Len() == 1 && s.ground == s.possible {
		return nil
	}
	// Split on the fact that most of the open rules that may change the verdict turn on: the space
	// settles soonest. The other open rules come second: they may only defeat one of those.
	if l := b.busiest(e, w, s, true); l != nil {
		return l
	}
	return b.busiest(e, w, s, false)
}

func (b *Base) busiest(e *epoch, w *world, s *standing, changing bool) *node {
	var count [MaxFacts]int32
	var leaf [MaxFacts]*node
	best := -1
	for i := range s.may.all() {
		r := b.ranked[i]
		if s.hold(i) != open || changing && s.ground.Has(r.Verdict) {
			continue
		}
		r.when.openLeaves(w, func(l *node) bool {
			k := int(l.fact)
			count[k]++
			if leaf[k] == nil {
				leaf[k] = l
			}
			if best < 0 || count[k] > count[best] {
				best = k
			}
			return true
		})
	}
	if best < 0 {
		return nil
	}
	return leaf[best]
}

// possible narrows a region to one combination that breaks no exclusion, if it holds any.
func (b *Base) possible(w world) (world, bool) {
	for i := range b.exclusions {
		switch ex := b.exclusions[i].when; ex.eval(&w) {
		case yes:
			return w, false
		case open:
			l := ex.openLeaf(&w)
			in, out := w, w
			in[l.fact] &= l.mask
			out[l.fact] &^= l.mask
			if got, ok := b.possible(out); ok {
				return got, true
			}
			return b.possible(in)
		}
	}
	return w, true
}

// search looks for a possible combination for which want says yes. want says no to prune, and
// gives a place to split on while it cannot tell.
func (b *Base) search(w world, want func(*world) (truth, *node)) (world, bool) {
	if b.excluded(&w) != nil {
		return w, false
	}
	t, l := want(&w)
	switch {
	case t == no:
		return w, false
	case t == yes:
		return b.possible(w)
	case l == nil:
		return w, false
	}
	in, out := w, w
	in[l.fact] &= l.mask
	out[l.fact] &^= l.mask
	if got, ok := b.search(in, want); ok {
		return got, true
	}
	return b.search(out, want)
}

// describe lists the facts that a region pins down, one value each, leaving out what does not matter.
func (b *Base) describe(w *world) []KeyValue {
	var out []KeyValue
	for i, f := range b.facts {
		if w[i] == f.full() {
			continue
		}
		v := bits.TrailingZeros64(w[i])
		// The silent default reads better when it is among what is left.
		if f.presumed >= 0 && w[i]&(1<<f.presumed) != 0 {
			if f.silent {
				continue
			}
			v = f.presumed
		}
		out = append(out, KeyValue{string(f.Key), f.Values[v].ID})
	}
	return out
}
