package rules

import (
	"iter"
	"math/bits"
)

// standing is what became of the rules: hold says whether a rule's conditions hold, applies
// whether it also stands undefeated, firm whether it does so if nothing open comes true.
type standing struct {
	hold, applies [MaxRules]truth
	firm          [MaxRules]bool
	live          ruleSet // rules whose conditions hold or may hold, but for those surely defeated
	may           ruleSet // of these, those that no exception surely defeats
	possible      VerdictSet
	ground        VerdictSet
}

// ruleSet is a set of rules, one bit each.
type ruleSet [MaxRules / 64]uint64

// MaxRules is counted on sixteen bits, and is the number of words that dead joins one by one.
const _ int16 = MaxRules

var _ [4]uint64 = ruleSet{}

func (s *ruleSet) add(i int32) { s[i/64] |= 1 << (i % 64) }

func (s *ruleSet) has(i int16) bool { return s[i/64]&(1<<(i%64)) != 0 }

// less returns the set without those of t.
func (s ruleSet) less(t ruleSet) ruleSet {
	for k := range s {
		s[k] &^= t[k]
	}
	return s
}

// and returns what is in both sets.
func (s ruleSet) and(t *ruleSet) ruleSet {
	for k := range s {
		s[k] &= t[k]
	}
	return s
}

// all iterates over the set in rank order: rules that defeat others come before them.
func (s ruleSet) all() iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for k, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(int32(k*64 + bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}

// or returns what is in one of the sets.
func (s ruleSet) or(t *ruleSet) ruleSet {
	for k := range s {
		s[k] |= t[k]
	}
	return s
}

// meets reports whether a rule is in both sets.
func (s *ruleSet) meets(t *ruleSet) bool {
	for k := range s {
		if s[k]&t[k] != 0 {
			return true
		}
	}
	return false
}

// within reports whether every rule in both s and mask is in t.
func (s *ruleSet) within(mask, t *ruleSet) bool {
	for k := range s {
		if s[k]&mask[k]&^t[k] != 0 {
			return false
		}
	}
	return true
}

// weigh runs the default logic: exceptions first, a rule stands unless one of its exceptions does.
//
// To know one more fact only narrows what is possible. What holds, or fails, goes on doing so; and
// what is surely defeated stays so: if its defeater x is itself defeated at last, then by a rule y
// that defeats it too, since x was sure only because all that may defeat x may defeat it.
func (b *Base) weigh(e *epoch, w *world, s *standing) {
	alive := e.active.less(b.dead(w, nil)) // a zero standing says that the others fail
	for k := range alive {
		for alive[k] != 0 {
			i := int32(k*64 + bits.TrailingZeros64(alive[k]))
			alive[k] &= alive[k] - 1
			r := b.ranked[i]
			h := r.when.eval(w)
			if h == no {
				continue
			}
			s.hold[i] = h
			s.live.add(i)
			a, firm := h, h == yes
			for d := range r.by.and(&s.may).all() { // exceptions that are not defeated themselves
				if b.defeats(s, d, r) {
					a = no
					break
				}
				a = open
				if s.firm[d] {
					firm = false
				}
			}
			if a == no {
				continue
			}
			s.applies[i], s.firm[i] = a, firm
			s.may.add(i)
			s.possible = s.possible.With(r.Verdict)
			if firm {
				s.ground = s.ground.With(r.Verdict)
			}
			if a == yes {
				alive = alive.less(r.excepted) // whatever they hold
			}
		}
	}
}

// defeats reports whether exception d surely defeats rule r: it applies, or it holds and whatever
// may defeat it defeats r too.
func (b *Base) defeats(s *standing, d int32, r *Rule) bool {
	return s.applies[d] == yes || s.hold[d] == yes && b.ranked[d].by.within(&s.may, &r.by)
}

// dead gathers the rules that a known fact alone makes false, leaving out the facts in except.
func (b *Base) dead(w *world, except *[MaxFacts]bool) ruleSet {
	var dead ruleSet
	for i := range b.facts {
		m := w[i]
		if m&(m-1) != 0 || except != nil && except[i] {
			continue
		}
		f := &b.fails[i][bits.TrailingZeros64(m)]
		dead = ruleSet{dead[0] | f[0], dead[1] | f[1], dead[2] | f[2], dead[3] | f[3]} // the loop costs a fifth of a decision
	}
	return dead
}
