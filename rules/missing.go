package rules

import "slices"

// missing lists the open facts of the rules that may yet change the verdict, the one that splits
// the possible verdicts best first; at equal use, in the order in which rules ask for them. Only the
// facts in only are listed. It reports whether there is any.
func (b *Base) missing(d *Decision, v *view, changing ruleSet, ground Verdict, t *tally, only factBits) bool {
	t.countAll(b, changing, &v.w, only)
	if d.Missing = nil; t.n == 0 {
		return false
	}
	d.Missing = make([]Key, 0, t.n+1) // one more for a danger in doubt
	var score [MaxFacts]int32
	for k, f := range t.order[:t.n] {
		if t.n == 1 {
			break // nothing to compare it with
		}
		score[k] = t.split(f, v.w[f], ground)
	}
	for range t.n {
		best := -1
		for k := range t.n {
			if score[k] >= 0 && (best < 0 || score[k] < score[best]) {
				best = k
			}
		}
		d.Missing = append(d.Missing, b.facts[t.order[best]].Key)
		score[best] = -1
	}
	return true
}

// turning returns the deciding facts open in these rules.
func (b *Base) turning(changing ruleSet, w *world) factBits {
	var turning factBits
	for _, f := range b.deciding {
		if m := w[f.index]; m&(m-1) != 0 && changing.meets(b.reads[f.index]) {
			turning.add(f.index)
		}
	}
	return turning
}

// Branch is what one answer to a question would lead to.
type Branch struct {
	Value       string
	Label       string
	Verdict     Verdict // NoVerdict if another fact would still be asked
	Conditional bool
}

// Branches says what each value of a fact would lead to, in declared order; values that cannot
// go with the facts are left out, and loose ones, that would not settle it.
func (b *Base) Branches(f FactSet, key Key, on Date) []Branch {
	fact := b.factByKey[key]
	if fact == nil {
		return nil
	}
	var out []Branch
	may := fact.full()
	if k := f.known[fact.index]; k != 0 {
		may = fact.Values[k-1].mask
	}
	for i, val := range fact.Values[:fact.exact()] {
		if may&(1<<i) == 0 {
			continue
		}
		d := b.Decide(f.With(fact.is(i)), on)
		if d.Conflict != "" {
			continue
		}
		out = append(out, Branch{val.ID, val.Label, d.Verdict, d.Conditional()})
	}
	return out
}

// Duty is a rule that would make it a duty if a presumption were wrong, with what it would take.
// It is Remote if that includes a circumstance that whoever asks names unprompted (another
// recipient, a measure of its own): then « vous n'êtes pas obligé » rests on what was asked, not
// on what was presumed.
type Duty struct {
	Rule   RuleID
	Needs  []Condition
	Remote bool
}

// MayRequire lists the rules that would make it a duty if something presumed were wrong, shown to
// the reader or not. All are Remote when « vous n'êtes pas obligé » rests on nothing presumed, but
// for what Openings names (invariant I-04). Peril is set apart: every answer reserves it in its
// own words.
func (b *Base) MayRequire(f FactSet, on Date) []Duty {
	return b.mayRequire(f, on, b.Openings(f, on))
}

// mayRequire is MayRequire with the openings already known.
func (b *Base) mayRequire(f FactSet, on Date, told []Condition) []Duty {
	var v view
	free := b.freed(&f, told, true)
	b.see(&f, &free, &v)
	if v.contradiction != "" {
		return nil
	}
	e := b.epochAt(on)
	var s standing
	b.weigh(e, &v.w, &s)
	var out []Duty
	for i := range s.may.all() {
		r := b.ranked[i]
		if r.Verdict != Required {
			continue
		}
		d := Duty{Rule: r.ID}
		r.when.openNeeds(&v.w, func(n need) {
			d.Needs = append(d.Needs, b.condition(r.when, n, &v.w))
			d.Remote = d.Remote || b.facts[n.leaf.fact].Named
		})
		out = append(out, d)
	}
	return out
}

// freed tells which defaults a duty may not rest on: all but those that whoever asks names, those
// told as openings, and peril. A named fact that is presumed before the reader's eyes, as the
// recipient is, is freed if named says so.
func (b *Base) freed(f *FactSet, told []Condition, named bool) (free [MaxFacts]bool) {
	for k := range b.defaults {
		fact := b.defaults[k].fact
		free[fact.index] = len(fact.doubtedIf) == 0 && (!fact.Named || named && !fact.silent)
	}
	for _, c := range told {
		free[b.factByKey[c.Key].index] = false
	}
	return free
}

// Openings lists what was not spoken of, and is taken as absent, that would lift a duty of silence,
// outright or once another fact is known, or make any other answer a duty; in declared order. So
// neither « gardez le silence » nor « vous n'êtes pas obligé » rests on what nobody thought to
// mention. Peril is set apart: every answer reserves it.
func (b *Base) Openings(f FactSet, on Date) []Condition {
	d := b.Decide(f, on)
	if d.Conflict != "" || d.Verdict == NoVerdict || d.Verdict == Required {
		return nil
	}
	var out []Condition
	for k := range b.defaults {
		fact := b.defaults[k].fact
		if !fact.silent || fact.Named || f.known[fact.index] != 0 {
			continue
		}
		for i, v := range fact.Values {
			if i == fact.presumed {
				continue
			}
			o := b.Decide(f.With(fact.is(i)), on)
			opens := o.Verdict == Required || o.Possible.Has(Required) && !b.asksNamed(&o)
			if d.Verdict == Forbidden {
				opens = o.Verdict != Forbidden || o.Else != NoVerdict && d.Else == NoVerdict || presumesMore(&o, &d)
			}
			if o.Conflict == "" && opens {
				out = append(out, Condition{fact.Key, v.ID, v.Condition})
			}
		}
	}
	return out
}

// presumesMore reports whether o rests on a presumption that d does not: violence in a couple means
// silence only as long as the victim is an adult who can protect herself.
func presumesMore(o, d *Decision) bool {
	for _, p := range o.Presumed {
		if !slices.Contains(d.Presumed, p) {
			return true
		}
	}
	return false
}

// asksNamed reports whether a decision only asks for a fact that whoever asks would have named.
func (b *Base) asksNamed(d *Decision) bool { return d.Ask != "" && b.factByKey[d.Ask].Named }
