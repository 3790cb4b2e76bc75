package rules

import "math/bits"

// tally says, for each open fact, what each of its values would leave possible: which rules that may
// yet change the verdict read it, and where they lead. It is filled rule by rule, so that a fact of
// fifty values costs no more than a yes or no.
type tally struct {
	rules byVerdict[int16] // how many rules were counted

	readers [MaxFacts]byVerdict[int16]  // of these, how many turn on the fact
	may     [MaxFacts]byVerdict[uint64] // the values with which one of these may lead to the verdict
	certain [MaxFacts]uint64            // the values with which one of these surely holds

	order [MaxFacts]uint8 // the facts, as rules ask for them
	last  [MaxFacts]int16 // the rule that asked for it last, plus one
	n     int

	counted bool
}

type byVerdict[T any] [len(AllVerdicts) + 1]T

// countAll counts open rules, and looks only at the facts in only.
func (t *tally) countAll(b *Base, rules ruleSet, w *world, only factBits) {
	if t.counted { // a new one is empty, and large
		*t = tally{}
	}
	t.counted = true
	for i := range rules.all() {
		t.count(b, i, w, only)
	}
}

// count adds an open rule.
func (t *tally) count(b *Base, i int32, w *world, only factBits) {
	r := b.ranked[i]
	t.rules[r.Verdict]++
	leaves := 0
	var last *node
	r.when.leavesAt(0, w, func(l *node) bool {
		leaves++
		last = l
		if !only.has(l.fact) {
			return true
		}
		if t.last[l.fact] == int16(i)+1 {
			return true // it asks for it twice
		}
		if t.last[l.fact] == 0 {
			t.order[t.n] = l.fact
			t.n++
		}
		t.last[l.fact] = int16(i) + 1
		t.readers[l.fact][r.Verdict]++
		if b.plain[l.fact].has(i) {
			t.may[l.fact][r.Verdict] |= l.mask
		} else {
			t.try(b, i, w, l.fact)
		}
		return true
	})
	if leaves == 1 && only.has(last.fact) && b.plain[last.fact].has(i) {
		t.certain[last.fact] |= last.mask // nothing else is open
	}
}

// try evaluates a rule for the values of a fact that it reads in no simple way, once for those that
// it does not tell apart.
func (t *tally) try(b *Base, i int32, w *world, fact uint8) {
	r := b.ranked[i]
	was := w[fact]
	for m := was; m != 0; m &^= w[fact] {
		w[fact] = r.when.alike(fact, bits.TrailingZeros64(m), m)
		switch r.when.eval(w) {
		case yes:
			t.certain[fact] |= w[fact]
			t.may[fact][r.Verdict] |= w[fact]
		case open:
			t.may[fact][r.Verdict] |= w[fact]
		}
	}
	w[fact] = was
}

// alike returns, of the values of a fact in mask, those that the condition does not tell from the
// one at bit at.
func (c condition) alike(fact uint8, at int, mask uint64) uint64 {
	for k := range c {
		if l := &c[k]; l.op == opIs && l.fact == fact {
			if l.mask&(1<<at) != 0 {
				mask &= l.mask
			} else {
				mask &^= l.mask
			}
		}
	}
	return mask
}

// leads returns the values of a fact, of those in was, with which a verdict stays possible.
func (t *tally) leads(fact uint8, was uint64, verdict, ground Verdict) uint64 {
	mask := t.may[fact][verdict] & was
	if t.readers[fact][verdict] < t.rules[verdict] {
		mask = was // a rule that does not read the fact stays open
	}
	if verdict == ground {
		mask |= was &^ t.certain[fact]
	}
	return mask
}

// split measures what knowing a fact leaves undecided: the verdicts still possible, summed over
// the fact's values and divided by their number. Lower is better.
func (t *tally) split(fact uint8, was uint64, ground Verdict) int32 {
	total := 0
	for _, v := range AllVerdicts {
		total += bits.OnesCount64(t.leads(fact, was, v, ground))
	}
	return int32(total * 1000 / max(bits.OnesCount64(was), 1))
}

// tells reports whether some values of a fact leave possible what others do not.
func (t *tally) tells(fact uint8, was uint64, ground Verdict) bool {
	for _, v := range AllVerdicts {
		if m := t.leads(fact, was, v, ground); m != 0 && m != was {
			return true
		}
	}
	return false
}
