package rules

import (
	"fmt"
	"strings"
)

// paste writes a case ready to paste into a rule, with the verdict expected; none if no verdict
// would do.
func paste(facts []KeyValue, verdict Verdict) string {
	if verdict == NoVerdict {
		return ""
	}
	parts := make([]string, len(facts))
	for i, f := range facts {
		parts[i] = f.Key + ": " + f.Value
	}
	return fmt.Sprintf("Cas à coller : - {faits: {%s}, verdict: %s}", strings.Join(parts, ", "), verdict)
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
