package rules

import (
	"fmt"
	"strings"
)

// paste writes a case ready to paste into a rule, with the verdict expected; where several would do,
// it names them and leaves the choice. None if no verdict would do.
func paste(facts []KeyValue, verdicts ...Verdict) string {
	if len(verdicts) == 0 {
		return ""
	}
	verdict, choice := verdicts[0].String(), ""
	if len(verdicts) > 1 {
		var ids []string
		for _, v := range verdicts {
			ids = append(ids, v.String())
		}
		verdict, choice = "…", ", avec le verdict voulu ("+strings.Join(ids, ", ")+")"
	}
	parts := make([]string, len(facts))
	for i, f := range facts {
		parts[i] = f.Key + ": " + f.Value
	}
	return fmt.Sprintf("Cas à coller%s : - {faits: {%s}, verdict: %s}", choice, strings.Join(parts, ", "), verdict)
}

// fewest lists facts of a region, as few as it takes for a decision on them to show what is shown;
// all of them if their defaults hide it.
func (b *Base) fewest(w *world, shows func(FactSet) bool) []KeyValue {
	facts := b.describe(w)
	f := b.factsOf(facts)
	if !shows(f) {
		return facts
	}
	for _, kv := range facts {
		if less := b.Forget(f, Key(kv.Key)); shows(less) {
			f = less
		}
	}
	return b.Known(f)
}

// factsOf is the set of facts described.
func (b *Base) factsOf(facts []KeyValue) FactSet {
	var f FactSet
	for _, kv := range facts {
		if v, err := b.Value(kv.Key, kv.Value); err == nil {
			f = f.With(v)
		}
	}
	return f
}
