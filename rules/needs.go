package rules

import (
	"math/bits"
	"slices"
	"strings"
)

// need is one thing to establish for a condition to hold: a place of it that is open, and must come
// out true, or false if negated. Its first open leaf carries it, with the values that would do.
type need struct {
	at      int
	negated bool
	leaf    *node
	mask    uint64
}

// openNeeds lists what is left to establish for the condition to be true, the top-level parts
// of a « tout » one by one. An alternative counts as one need, and so does a definition.
func (c condition) openNeeds(w *world, add func(need)) {
	if c.eval(w) == open {
		c.needsAt(0, w, false, add)
	}
}

// needsAt is openNeeds for a place known to be open, which must be false if negated.
func (c condition) needsAt(i int, w *world, negated bool, add func(need)) {
	n := &c[i]
	if n.op != opIs && n.name() == "" {
		all := c.together(i, negated)
		open, last := 0, 0
		for j := i + 1; j < int(n.end); j = int(c[j].end) {
			if !c.openAt(j, w) {
				continue
			}
			open, last = open+1, j
			if all {
				c.needsAt(j, w, negated != (n.op == opNone), add)
			}
		}
		if all {
			return
		}
		if open == 1 { // the rest is settled
			c.needsAt(last, w, negated != (n.op == opNone), add)
			return
		}
	}
	leaf, denied := c.firstOpen(i, w, negated)
	mask := leaf.mask
	if denied {
		mask = w[leaf.fact] &^ leaf.mask
	}
	add(need{i, negated, leaf, mask})
}

// together reports whether all parts of a group must come out as they should, rather than one.
func (c condition) together(i int, negated bool) bool {
	if negated {
		return c[i].op == opAny
	}
	return c[i].op != opAny
}

// firstOpen returns the first open leaf of an open place, and whether it is to be denied.
func (c condition) firstOpen(i int, w *world, negated bool) (*node, bool) {
	n := &c[i]
	if n.op == opIs {
		return n, negated
	}
	for j := i + 1; j < int(n.end); j = int(c[j].end) {
		if c.openAt(j, w) {
			return c.firstOpen(j, w, negated != (n.op == opNone))
		}
	}
	return n, negated // never: an open group has an open part
}

// needs counts what is left to establish for an open rule to hold, and says whether whoever asks
// would have named a part of it.
func (b *Base) needs(r *Rule, w *world, s *standing) (n int, unsaid bool) {
	if s.wants(r) { // by the count of facts, which is quicker
		open := r.facts.and(s.unknown)
		return open.len(), open.meets(b.unprompted)
	}
	r.when.needsAt(0, w, false, func(need need) {
		n++
		unsaid = unsaid || b.unprompted.has(need.leaf.fact)
	})
	return n, unsaid
}

// attainable reports whether what an open rule lacks can go with what is known: no mayor is a social
// worker on duty.
func (b *Base) attainable(i int32, w *world) bool {
	met := *w
	var lacking factBits
	b.ranked[i].when.needsAt(0, w, false, func(n need) {
		met[n.leaf.fact] &= n.mask
		lacking.add(n.leaf.fact)
	})
	for ; lacking != (factBits{}); lacking.remove(lacking.first()) {
		if b.barred(b.bars[lacking.first()], &met) != nil {
			return false
		}
	}
	return true
}

// met is the world in which an open rule holds.
func (b *Base) met(i int32, w *world) world {
	met := *w
	b.ranked[i].when.needsAt(0, w, false, func(n need) { met[n.leaf.fact] &= n.mask })
	return met
}

// conditions fills in what the verdict still hangs on: that rule best holds, or does not if negate
// says that what stands without it is the answer; then that nothing else open defeats it.
func (b *Base) conditions(d *Decision, best int32, changing ruleSet, v *view, s *standing, negate bool, most int) {
	r := b.ranked[best]
	d.Conditions = make([]Condition, 0, most)
	met := v.w
	add := func(r *Rule, from *world, negated bool) {
		r.when.needsAt(0, from, negated, func(n need) {
			met[n.leaf.fact] &= n.mask
			d.Conditions = append(d.Conditions, b.condition(r.when, n, from))
		})
	}
	add(r, &v.w, negate)
	rivals := r.by.and(s.may).less(s.holds).less(b.saying[r.Verdict])
	if negate {
		rivals = changing
		rivals.remove(best)
	}
	for i := range rivals.all() {
		x := b.ranked[i]
		if _, unsaid := b.needs(x, &v.w, s); !unsaid && x.when.eval(&met) == open {
			from := met
			add(x, &from, true)
		}
	}
}

// OtherWays lists what else would lead to the verdict, if a condition fails: each way with all that it
// takes. nil if the verdict hangs on nothing, or stands without its conditions.
func (d *Decision) OtherWays() [][]Condition {
	b := d.base
	if b == nil || !d.Conditional() {
		return nil
	}
	var v view
	b.see(&d.facts, nil, &v)
	var s standing
	b.weigh(b.epochAt(d.On), &v.w, &s)
	if s.ground.Has(d.Verdict) {
		return nil
	}
	var ways [][]Condition
next:
	for i := range s.may.less(s.holds).and(b.saying[d.Verdict]).all() {
		r := b.ranked[i]
		if _, unsaid := b.needs(r, &v.w, &s); unsaid || slices.Contains(d.Rules, r.ID) || !b.attainable(i, &v.w) {
			continue
		}
		met := b.met(i, &v.w)
		for _, id := range d.Rules {
			if b.ruleByID[id].when.eval(&met) == yes {
				continue next // it needs all that and more
			}
		}
		var way []Condition
		r.when.needsAt(0, &v.w, false, func(n need) { way = append(way, b.condition(r.when, n, &v.w)) })
		ways = append(ways, way)
	}
	return ways
}

// condition says a need.
func (b *Base) condition(c condition, n need, w *world) Condition {
	said := b.saidOf(n.leaf, n.mask)
	cond := Condition{b.facts[n.leaf.fact].Key, said.expected, said.label}
	if place := &c[n.at]; place != n.leaf || place.name() != "" {
		cond.Label = b.word(c, n.at, w, n.negated)
	}
	return cond
}

// saidOf says a leaf with some values of its fact.
func (b *Base) saidOf(leaf *node, mask uint64) *said {
	if leaf.said != nil && leaf.said.mask == mask {
		return leaf.said
	}
	return b.say(leaf.fact, mask)
}

// word says an open place in words, leaving out its parts that are settled.
func (b *Base) word(c condition, i int, w *world, negated bool) string {
	const outside = "hors ce cas : "
	n := &c[i]
	switch {
	case n.name() != "" && negated:
		return outside + n.name()
	case n.name() != "":
		return n.name()
	case n.op == opIs && negated:
		return b.saidOf(n, w[n.fact]&^n.mask).label
	case n.op == opIs:
		return b.saidOf(n, n.mask).label
	case n.op == opAll && negated:
		return outside + b.word(c, i, w, false)
	}
	var places []int
	for j := i + 1; j < int(n.end); j = int(c[j].end) {
		if c.openAt(j, w) {
			places = append(places, j)
		}
	}
	together, each := c.together(i, negated), negated != (n.op == opNone)
	var parts []string
	for _, j := range b.absorb(c, places, w, each, together) {
		parts = append(parts, b.word(c, j, w, each))
	}
	if together {
		return strings.Join(parts, " et ")
	}
	return strings.Join(parts, " ou ")
}

// said is how a condition on some values of a fact reads. Those that rules write are made once,
// at loading.
type said struct {
	mask            uint64
	expected, label string
	name            string // label of the definition it stands for
}

func (b *Base) say(fact uint8, mask uint64) *said {
	f := b.facts[fact]
	s := &said{mask: mask}
	for m := mask; m != 0; m &= m - 1 {
		val := &f.Values[bits.TrailingZeros64(m)]
		if s.expected != "" {
			s.expected += "|"
			s.label += " ou "
		}
		s.expected += val.ID
		s.label += val.Condition
	}
	if other := f.full() &^ mask; bits.OnesCount64(mask) > 3 && bits.OnesCount64(other) == 1 {
		s.label = "hors ce cas : " + f.Values[bits.TrailingZeros64(other)].Condition
	}
	return s
}
