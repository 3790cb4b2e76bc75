package rules

import (
	"iter"
	"math/bits"
)

// ruleSet is a set of rules, one bit each. Its words are fields, not an array, which a compiler keeps
// in registers: a decision is made of little else.
type ruleSet struct{ a, b, c, d uint64 }

const _ = uint8(4*64 - MaxRules)

func (s *ruleSet) word(i int32) *uint64 {
	switch i / 64 {
	case 0:
		return &s.a
	case 1:
		return &s.b
	case 2:
		return &s.c
	}
	return &s.d
}

func (s *ruleSet) add(i int32) { *s.word(i) |= 1 << (i % 64) }

func (s *ruleSet) has(i int32) bool { return *s.word(i)&(1<<(i%64)) != 0 }

func (s *ruleSet) remove(i int32) { *s.word(i) &^= 1 << (i % 64) }

// less returns the set without those of t.
func (s ruleSet) less(t ruleSet) ruleSet {
	return ruleSet{s.a &^ t.a, s.b &^ t.b, s.c &^ t.c, s.d &^ t.d}
}

// and returns what is in both sets.
func (s ruleSet) and(t ruleSet) ruleSet {
	return ruleSet{s.a & t.a, s.b & t.b, s.c & t.c, s.d & t.d}
}

// or returns what is in one of the sets.
func (s ruleSet) or(t ruleSet) ruleSet {
	return ruleSet{s.a | t.a, s.b | t.b, s.c | t.c, s.d | t.d}
}

// empty reports whether there is no rule in the set.
func (s ruleSet) empty() bool { return s.a|s.b|s.c|s.d == 0 }

// meets reports whether a rule is in both sets.
func (s ruleSet) meets(t ruleSet) bool { return !s.and(t).empty() }

// first returns the rule of lowest rank, of a set that is not empty.
func (s ruleSet) first() int32 {
	switch {
	case s.a != 0:
		return int32(bits.TrailingZeros64(s.a))
	case s.b != 0:
		return int32(64 + bits.TrailingZeros64(s.b))
	case s.c != 0:
		return int32(128 + bits.TrailingZeros64(s.c))
	}
	return int32(192 + bits.TrailingZeros64(s.d))
}

// all iterates over the set in rank order: rules that defeat others come before them.
func (s ruleSet) all() iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for k, word := range [...]uint64{s.a, s.b, s.c, s.d} {
			for ; word != 0; word &= word - 1 {
				if !yield(int32(k*64 + bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}

// factBits is a set of facts, one bit each.
type factBits struct{ low, high uint64 }

const _ = uint8(2*64 - MaxFacts)

func (f *factBits) add(i uint8) {
	if i < 64 {
		f.low |= 1 << i
	} else {
		f.high |= 1 << (i - 64)
	}
}

func (f *factBits) remove(i uint8) {
	if i < 64 {
		f.low &^= 1 << i
	} else {
		f.high &^= 1 << (i - 64)
	}
}

func (f factBits) has(i uint8) bool {
	if i < 64 {
		return f.low&(1<<i) != 0
	}
	return f.high&(1<<(i-64)) != 0
}

func (f factBits) and(g factBits) factBits { return factBits{f.low & g.low, f.high & g.high} }

func (f factBits) meets(g factBits) bool { return f.and(g) != factBits{} }

func (f factBits) len() int { return bits.OnesCount64(f.low) + bits.OnesCount64(f.high) }

// first returns the fact declared first, of a set that is not empty.
func (f factBits) first() uint8 {
	if f.low != 0 {
		return uint8(bits.TrailingZeros64(f.low))
	}
	return uint8(64 + bits.TrailingZeros64(f.high))
}

// everyFact is the set of all facts.
var everyFact = factBits{^uint64(0), ^uint64(0)}
