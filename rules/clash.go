package rules

// Clash lists facts said that cannot go together, in declared order: leave any one of them out, and
// the others no longer contradict each other. It lists none if the facts can go together.
func (b *Base) Clash(f FactSet) []Key {
	if !b.Contradicts(f) {
		return nil
	}
	for i := range b.facts {
		had := f.known[i]
		f.known[i] = 0
		if !b.Contradicts(f) {
			f.known[i] = had // the contradiction needs it
		}
	}
	var out []Key
	for i, fact := range b.facts {
		if f.known[i] != 0 {
			out = append(out, fact.Key)
		}
	}
	return out
}

// Reconcile keeps, of facts that contradict each other, the first ones named, then every other that
// goes with those kept, in declared order.
func (b *Base) Reconcile(f FactSet, first ...Key) FactSet {
	var out FactSet
	keep := func(fact *Fact) {
		more := out
		if more.known[fact.index] = f.known[fact.index]; !b.Contradicts(more) {
			out = more
		}
	}
	for _, k := range first {
		if fact := b.factByKey[k]; fact != nil {
			keep(fact)
		}
	}
	for _, fact := range b.facts {
		keep(fact)
	}
	return out
}
