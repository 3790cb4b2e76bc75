package rules

import "slices"

// Decision is what the core says of a situation on a day.
type Decision struct {
	On      Date
	Verdict Verdict // NoVerdict when a fact must be asked first (Ask) or the facts contradict (Conflict)
	Else    Verdict // what applies if a condition fails; NoVerdict if there is none
	Theme   string

	Conditions []Condition // still to be established for Verdict to hold, all of them
	Rules      []RuleID    // that decide, most specific first
	Citations  []Citation  // shared with the base: do not change
	Presumed   []*Presumed // assumed for want of a word, and bearing on the answer; shared with the base
	Missing    []Key       // facts to ask next, most useful first; while a deciding one is open, no other
	Ask        Key         // the fact on which everything turns, when no verdict can be given
	Reserve    *Reserve    // a danger put in doubt by what was said: the answer opens with it
	Possible   VerdictSet  // verdicts that the open facts leave possible
	Conflict   string      // why the facts cannot go together; empty if they can

	base  *Base
	facts FactSet
}

// Conditional reports whether the verdict holds only under Conditions.
func (d *Decision) Conditional() bool { return len(d.Conditions) > 0 }

// Aside reports whether what is due is done otherwise than by speaking there: one helps, and says
// nothing to the press.
func (d *Decision) Aside() bool {
	return d.Verdict == Required && len(d.Rules) > 0 && d.base.ruleByID[d.Rules[0]].Aside
}

// Condition is a fact not yet established, with the value that the verdict needs.
type Condition struct {
	Key      Key
	Expected string // one value, or several joined by « | »
	Label    string // « vous ne dites que ce qui est strictement nécessaire »
}

// Presumed is a fact taken for want of a word on it.
type Presumed struct {
	Key   Key
	Value string
	Says  string // « vous êtes tenu au secret »
}

// Reserve is a danger that may be there: if it is, another verdict applies at once.
type Reserve struct {
	Key     Key
	Value   string
	Verdict Verdict
	Aside   bool // what would be due is done otherwise than by speaking there
}

// Decide says what the law is for these facts on that day. It is total and pure: the same facts
// and day give the same decision, whatever the order in which the facts were said. Of the
// days before SourceDate the base holds only some texts: refuse them where they are typed.
func (b *Base) Decide(f FactSet, on Date) Decision {
	var v view
	b.see(&f, nil, &v)
	d := Decision{On: on, base: b, facts: f}
	if d.Conflict = v.contradiction; d.Conflict != "" {
		return d
	}
	e := b.epochAt(on)
	var s standing
	s.dead = b.sift(&v.w, &s, &v.presumed)
	b.weighBut(e, &v.w, &s, s.dead.or(b.presumedDead(&v)))
	d.Possible = s.possible
	b.choose(&d, e, &v, &s)
	return d
}

// choose draws the verdict from the standing of the rules: the only one possible; or the one of
// the live exceptions, under their conditions; or none, and the fact to ask.
func (b *Base) choose(d *Decision, e *epoch, v *view, s *standing) {
	var ground Verdict
	if s.ground.Len() == 1 {
		ground = s.ground.first()
	}
	if s.possible.Len() == 1 {
		b.outright(d, e, v, s, s.possible.first())
		return
	}
	b.chooseOpen(d, e, v, s, ground)
}

// outright gives a verdict that nothing open changes.
func (b *Base) outright(d *Decision, e *epoch, v *view, s *standing, verdict Verdict) {
	d.Verdict = verdict
	b.decideBy(d, e, s, verdict)
	b.presumptions(d, e, v, s)
	b.reserve(d, e, v)
}

// nearest returns, of open rules, the one that lacks least to hold, -1 if there is none; and whether
// they lead to several verdicts.
func (b *Base) nearest(changing ruleSet, v *view, s *standing) (best int32, needs int, unsaid, mixed bool) {
	best = -1
	for i := range changing.all() {
		r := b.ranked[i]
		if best >= 0 {
			mixed = mixed || b.ranked[best].Verdict != r.Verdict
			least := r.must.and(s.unknown)
			if (!unsaid || least.meets(b.unprompted)) && least.len() >= needs {
				continue // it lacks no less
			}
		}
		n, u := b.needs(r, &v.w, s) // whoever asks would have named it: a measure of its own comes last
		if best < 0 || (unsaid && !u) || unsaid == u && n < needs {
			best, needs, unsaid = i, n, u
		}
	}
	return best, needs, unsaid, mixed
}

// chooseOpen is choose where several verdicts are possible.
func (b *Base) chooseOpen(d *Decision, e *epoch, v *view, s *standing, ground Verdict) {
	// Live exceptions: open rules that would change what stands otherwise.
	changing := s.may.less(s.holds).less(b.saying[ground])
	best, bestNeeds, bestUnsaid, mixed := b.nearest(changing, v, s)
	// While a deciding fact is open, only such facts are missing: the rest depends on the answer.
	turning := b.turning(changing, &v.w)
	if turning.len() == 1 && turning.and(b.unprompted).and(s.unknown) == turning { // one has not even said to whom
		ask := b.facts[turning.first()].Key
		d.Missing = append(make([]Key, 0, 2), ask) // room for a danger in doubt
		b.askFirst(d, e, v, s, ask, best)
		return
	}
	for best >= 0 && !b.attainable(best, &v.w) {
		changing.remove(best)
		best, bestNeeds, bestUnsaid, mixed = b.nearest(changing, v, s)
	}
	if best < 0 && ground != NoVerdict {
		b.outright(d, e, v, s, ground)
		return
	}
	var t tally
	ask := Key("")
	if turning.len() > 0 && b.missing(d, v, changing, ground, &t, turning) {
		ask = d.Missing[0]
	} else {
		b.missing(d, v, changing, ground, &t, everyFact)
	}
	if ask == "" && best >= 0 {
		ask = b.defeatable(best, v, s)
	}
	if mixed && ask == "" && bestNeeds == 1 && b.settles(best, e, v, ground) {
		mixed = false
	}
	if ask == "" && (ground == NoVerdict || mixed || best < 0) && len(d.Missing) > 0 {
		ask = d.Missing[0]
	}
	if ask != "" && !t.tells(b.factByKey[ask].index, v.w[b.factByKey[ask].index], ground) && b.agreed(d, v, ask) {
		b.missing(d, v, changing, ground, &t, everyFact)
		d.Missing = slices.DeleteFunc(d.Missing, func(k Key) bool { return k == ask })
		b.presumptions(d, e, v, s)
		b.reserve(d, e, v)
		return
	}
	if ask != "" {
		b.askFirst(d, e, v, s, ask, best)
		return
	}
	if best < 0 { // an unsound base: two rules hold and disagree, and no fact would tell
		return
	}
	r := b.ranked[best]
	d.Verdict, d.Else = r.Verdict, ground
	negate := r.Verdict == Weighed || r.Verdict == Forbidden || bestUnsaid && ground != NoVerdict
	if negate { // what stands is the answer, unless the exception comes true
		d.Verdict, d.Else = ground, r.Verdict
		b.decideBy(d, e, s, ground)
	} else {
		d.Rules = append(d.Rules, r.ID)
		d.Theme = r.Theme
		d.Citations = e.citations[best]
	}
	b.conditions(d, best, changing, v, s, negate, bestNeeds)
	b.presumptions(d, e, v, s)
	b.reserve(d, e, v)
}

// askFirst gives no verdict, but the fact to ask. best is the exception nearest to hold, or -1.
func (b *Base) askFirst(d *Decision, e *epoch, v *view, s *standing, ask Key, best int32) {
	d.Ask = ask
	at := slices.Index(d.Missing, ask)
	if at < 0 {
		at = len(d.Missing)
		d.Missing = append(d.Missing, ask)
	}
	copy(d.Missing[1:at+1], d.Missing[:at]) // the fact asked comes first
	d.Missing[0] = ask
	if best >= 0 {
		d.Theme = b.ranked[best].Theme
		d.Citations = e.citations[best]
	}
	b.presumptions(d, e, v, s)
	b.reserve(d, e, v)
}

// defeatable returns the deciding fact on which an exception may still defeat rule i once its own
// conditions are met, or "": « sous conditions » must not hide a mandate that would forbid.
func (b *Base) defeatable(i int32, v *view, s *standing) Key {
	r := b.ranked[i]
	met := v.w
	r.when.openNeeds(&v.w, func(n need) {
		met[n.leaf.fact] &= n.mask
	})
	var ask Key
	for d := range r.by.and(s.may).all() {
		x := b.ranked[d]
		if s.hold(d) != open || x.Verdict == r.Verdict || x.when.eval(&met) == no {
			continue
		}
		x.when.openLeaves(&met, func(l *node) bool {
			if f := b.facts[l.fact]; f.Kind == Deciding {
				ask = f.Key
			}
			return ask == ""
		})
		if ask != "" {
			break
		}
	}
	return ask
}

// settles reports whether the only condition of rule i tells all: met, the rule's verdict alone is
// possible, whatever other exceptions are open; not met, what stands without them.
func (b *Base) settles(i int32, e *epoch, v *view, ground Verdict) bool {
	alone := false
	b.ranked[i].when.needsAt(0, &v.w, false, func(n need) {
		if n.leaf != &b.ranked[i].when[n.at] || n.leaf.name() != "" {
			return
		}
		met, unmet := v.w, v.w
		met[n.leaf.fact] &= n.mask
		unmet[n.leaf.fact] &^= n.mask
		alone = b.only(e, &met, b.ranked[i].Verdict) && b.only(e, &unmet, ground)
	})
	return alone
}

// only reports whether a world leaves one verdict possible.
func (b *Base) only(e *epoch, w *world, verdict Verdict) bool {
	var s standing
	b.weigh(e, w, &s)
	return s.possible == VerdictSet(0).With(verdict)
}

// decideBy fills in the rules that give the verdict, most specific first: those that are
// exceptions before those they refine, then by number of conditions, then as declared.
func (b *Base) decideBy(d *Decision, e *epoch, s *standing, verdict Verdict) {
	first := int32(-1)
	n := 0
	for i := range s.may.all() {
		if b.ranked[i].Verdict != verdict || (!s.firm.has(i) && s.ground.Has(verdict)) {
			continue
		}
		if first < 0 || moreSpecific(b.ranked[i], b.ranked[first]) {
			first = i
		}
		n++
	}
	if first < 0 {
		return
	}
	d.Theme = b.ranked[first].Theme
	d.Rules = make([]RuleID, 1, n)
	d.Rules[0] = b.ranked[first].ID
	d.Citations = e.citations[first]
	if n == 1 {
		return
	}
	var rest [MaxRules]int32
	k := 0
	for i := range s.may.all() {
		if i != first && b.ranked[i].Verdict == verdict && (s.firm.has(i) || !s.ground.Has(verdict)) {
			j := k
			for j > 0 && moreSpecific(b.ranked[i], b.ranked[rest[j-1]]) {
				rest[j] = rest[j-1]
				j--
			}
			rest[j] = i
			k++
		}
	}
	all := append(make([]Citation, 0, 8), d.Citations...)
	for _, i := range rest[:k] {
		d.Rules = append(d.Rules, b.ranked[i].ID)
		for _, c := range e.citations[i] {
			if !cites(all, c) {
				all = append(all, c)
			}
		}
	}
	d.Citations = all
}

func cites(all []Citation, c Citation) bool {
	for i := range all {
		if all[i].Ref == c.Ref && all[i].Alinea == c.Alinea {
			return true
		}
	}
	return false
}

// moreSpecific orders rules that agree: more exceptions made, then more conditions, then as declared.
func moreSpecific(a, b *Rule) bool {
	if la, lb := len(a.exceptIdx), len(b.exceptIdx); (la == 0) != (lb == 0) {
		return lb == 0
	}
	if len(a.when) != len(b.when) {
		return len(a.when) > len(b.when)
	}
	return a.index < b.index
}
