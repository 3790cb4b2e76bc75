package rules

import "math/bits"

// standing is what became of the rules.
type standing struct {
	holds ruleSet // rules whose conditions hold, but for those surely defeated
	live  ruleSet // those whose conditions hold or may hold, but for the same
	may   ruleSet // of these, those that no exception surely defeats
	sure  ruleSet // those that hold and that nothing may defeat, once all is known
	firm  ruleSet // those that hold, and stand if nothing open comes true

	dead ruleSet // rules that a fact which is not presumed makes false; of a decision only

	possible VerdictSet
	ground   VerdictSet

	unknown, partly factBits // facts of which nothing is known, and those of which something is
}

// wants reports, of a rule that no known fact makes false, that it is open for want of facts of
// which nothing is known. It may also be open otherwise.
func (s *standing) wants(r *Rule) bool {
	return r.facts.and(s.unknown) != factBits{} && r.facts.and(s.partly) == factBits{}
}

// hold says whether the conditions of a rule hold; no also for one surely defeated.
func (s *standing) hold(i int32) truth { return between(i, &s.holds, &s.live) }

// applies says whether a rule holds and stands undefeated.
func (s *standing) applies(i int32) truth { return between(i, &s.sure, &s.may) }

// between says where a rule is, of two sets of which one is within the other.
func between(i int32, sure, may *ruleSet) truth {
	switch {
	case sure.has(i):
		return yes
	case may.has(i):
		return open
	}
	return no
}

// weigh runs the default logic: exceptions first, a rule stands unless one of its exceptions does.
//
// To know one more fact only narrows what is possible. What holds, or fails, goes on doing so; and
// what is surely defeated stays so: if its defeater x is itself defeated at last, then by a rule y
// that defeats it too, since x was sure only because all that may defeat x may defeat it.
func (b *Base) weigh(e *epoch, w *world, s *standing) { b.weighBut(e, w, s, b.sift(w, s, nil)) }

// weighBut is weigh once the facts are sifted: it is known which rules one alone makes false.
func (b *Base) weighBut(e *epoch, w *world, s *standing, dead ruleSet) {
	alive := e.active.less(dead) // a zero standing says that the others fail
	for !alive.empty() {
		i := alive.first()
		alive.remove(i)
		r := b.ranked[i]
		h := open
		switch {
		case s.wants(r):
		case r.must.meets(s.unknown): // it cannot hold
			if r.when.fails(w) {
				continue
			}
		default:
			if h = r.when.eval(w); h == no {
				continue
			}
		}
		s.live.add(i)
		if h == yes {
			s.holds.add(i)
		}
		against := r.by.and(s.may) // exceptions that are not defeated themselves
		if against.meets(s.holds) && b.defeater(s, r, against) != nil {
			continue
		}
		s.may.add(i)
		s.possible = s.possible.With(r.Verdict)
		if h == yes && !against.meets(s.firm) {
			s.firm.add(i)
			s.ground = s.ground.With(r.Verdict)
		}
		if h == yes && against.empty() {
			s.sure.add(i)
			alive = alive.less(r.excepted) // whatever they hold
		}
	}
}

// defeater returns the first of these exceptions that surely defeats rule r: it stands, or it holds
// and whatever may defeat it defeats r too. nil if none does.
func (b *Base) defeater(s *standing, r *Rule, against ruleSet) *Rule {
	for d := range against.and(s.holds).all() {
		if x := b.ranked[d]; s.sure.has(d) || x.by.and(s.may).less(r.by).empty() {
			return x
		}
	}
	return nil
}

// sift looks at the facts one by one: it notes those of which nothing is known, and those of which something
// is, but not all; and returns the rules that a known fact alone makes false, leaving out the facts in except.
func (b *Base) sift(w *world, s *standing, except *[MaxFacts]bool) (dead ruleSet) {
	for i := range b.facts {
		switch m := w[i]; {
		case m == b.anything[i]:
			s.unknown.add(uint8(i))
		case m&(m-1) != 0:
			s.partly.add(uint8(i))
		case except == nil || !except[i]:
			dead = dead.or(b.fails[i][bits.TrailingZeros64(m)])
		}
	}
	return dead
}
