package rules

import (
	"math/bits"
	"slices"
)

// agreed answers outright where every answer to a question leads to the same verdict and the same
// fallback: under the conditions of all of them. It reports whether they do agree.
func (b *Base) agreed(d *Decision, v *view, ask Key) bool {
	fact := b.factByKey[ask]
	var all Decision
	alike := true // each answer comes with the same conditions: then « sinon » is what applies if one fails
	for m := v.w[fact.index]; m != 0; m &= m - 1 {
		x := b.Decide(d.facts.With(fact.is(bits.TrailingZeros64(m))), d.On)
		switch {
		case x.Conflict != "":
		case x.Verdict == NoVerdict:
			return false
		case all.Verdict == NoVerdict:
			all = x
			all.Conditions, all.Citations = slices.Clone(x.Conditions), slices.Clone(x.Citations)
		case !all.join(&x, &alike):
			return false
		}
	}
	if all.Verdict == NoVerdict {
		return false
	}
	if !alike {
		all.Else = NoVerdict
	}
	d.Verdict, d.Else, d.Theme = all.Verdict, all.Else, all.Theme
	d.Conditions, d.Rules, d.Citations = all.Conditions, all.Rules, all.Citations
	return true
}

// join adds the conditions, rules and citations of a decision that says the same. It reports
// whether it does: a condition that both need, each in its own way, keeps them apart. alike
// is cleared if one has a condition that the other has not.
func (d *Decision) join(x *Decision, alike *bool) bool {
	if x.Verdict != d.Verdict || x.Else != d.Else {
		return false
	}
	*alike = *alike && len(x.Conditions) == len(d.Conditions)
	for _, c := range x.Conditions {
		i := slices.IndexFunc(d.Conditions, func(o Condition) bool { return o.Key == c.Key })
		switch {
		case i < 0:
			d.Conditions = append(d.Conditions, c)
			*alike = false
		case d.Conditions[i].Expected != c.Expected:
			return false
		}
	}
	for _, id := range x.Rules {
		if !slices.Contains(d.Rules, id) {
			d.Rules = append(d.Rules, id)
		}
	}
	for _, c := range x.Citations {
		if !cites(d.Citations, c) {
			d.Citations = append(d.Citations, c)
		}
	}
	return true
}
