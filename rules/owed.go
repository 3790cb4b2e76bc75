package rules

import "strings"

// Owed is a duty to tell someone else than the one asked about: « suis-je obligé de le dire au
// procureur ? » of an ill-treated child is no « non » to whoever owes it to the judge.
type Owed struct {
	To    string // a value of destinataire
	Label string // « le juge qui vous a mandaté »
	When  string // « si la justice vous a confié la mesure » ; "" if it is certain
	Law   bool   // a text carries it, not the document alone
}

// Owed lists the duties towards others that what was said may entail, certain ones first, when it
// tells of someone to protect (the definition a_proteger); nil otherwise. Where that is a child
// (enfant_a_proteger), a mandate and a mission that nobody spoke of count as possible, whatever is
// presumed of them.
func (b *Base) Owed(f FactSet, on Date) []Owed {
	to := b.factByKey["destinataire"]
	if to == nil || !b.mayHold("a_proteger", &f) {
		return nil
	}
	child := b.ChildAtRisk(f)
	asked := f.known[to.index]
	if act := b.factByKey["acte"]; act != nil {
		f.known[act.index] = 0 // one may always tell
	}
	var sure, unsure []Owed
	for i, val := range to.Values {
		if !val.Guards || int(asked) == i+1 {
			continue
		}
		g := f.With(to.is(i))
		if !child && b.Follows(f, "mandat") != b.Follows(g, "mandat") {
			continue // this recipient supposes a mandate that nobody spoke of
		}
		o, ok := b.owed(g, on)
		switch {
		case !ok && child:
			o, ok = b.owedIf(g, on, "mission", "ase")
		case ok && o.When == "":
			o.When = b.unsaid(f, g, "mandat")
		}
		if !ok || !o.Law && o.When != "" {
			continue
		}
		o.To, o.Label = val.ID, val.Label
		if o.When == "" {
			sure = append(sure, o)
		} else {
			unsure = append(unsure, o)
		}
	}
	return append(sure, unsure...)
}

// owed tells whether these facts make it a duty, and on what it still hangs.
func (b *Base) owed(f FactSet, on Date) (Owed, bool) {
	d := b.Decide(f, on)
	switch {
	case d.Conflict != "":
		return Owed{}, false
	case d.Ask != "" && d.Possible.Has(Required):
		return Owed{When: b.turnsOn(f, d.Ask, on), Law: true}, true
	case d.Verdict != Required || b.ruleByID[d.Rules[0]].Aside:
		return Owed{}, false
	}
	o := Owed{}
	for _, id := range d.Rules {
		o.Law = o.Law || len(b.ruleByID[id].Texts) > 0
	}
	if d.Conditional() {
		needs := make([]string, len(d.Conditions))
		for i, c := range d.Conditions {
			needs[i] = c.Label
		}
		o.When = "si " + strings.Join(needs, " et ")
	}
	return o, true
}

// owedIf is owed with one more fact, if nothing was said of it.
func (b *Base) owedIf(f FactSet, on Date, key, value string) (Owed, bool) {
	v, err := b.Value(key, value)
	if err != nil || f.known[v.fact] != 0 {
		return Owed{}, false
	}
	o, ok := b.owed(f.With(v), on)
	if o.When == "" {
		o.When = "si " + v.in(b).Condition
	}
	return o, ok
}

// unsaid says what g supposes of a fact that f leaves open: « si la justice vous a confié la mesure ».
func (b *Base) unsaid(f, g FactSet, key Key) string {
	had, has := b.Follows(f, key), b.Follows(g, key)
	if has == "" || had == has {
		return ""
	}
	fact := b.factByKey[key]
	return "si " + fact.Values[fact.value(has)].Condition
}

// ChildAtRisk reports whether what was said tells of a child to protect, or may.
func (b *Base) ChildAtRisk(f FactSet) bool { return b.mayHold("enfant_a_proteger", &f) }

// mayHold reports whether a definition holds, or may, of what was said and what is taken for want
// of a word.
func (b *Base) mayHold(definition string, f *FactSet) bool {
	d := b.definitions[definition]
	if d == nil {
		return false
	}
	var v view
	b.see(f, nil, &v)
	return v.contradiction == "" && d.when.eval(&v.w) != no
}

// Disputed returns the rule that leaves a duty to be weighed, with its readings, though another
// rule decides that one may speak; "" if there is none.
func (b *Base) Disputed(f FactSet, on Date) RuleID {
	var v view
	b.see(&f, nil, &v)
	if v.contradiction != "" {
		return ""
	}
	for i := range b.epochAt(on).active.and(b.saying[Weighed]).all() {
		if r := b.ranked[i]; len(r.Readings) > 0 && !r.Weighing.NotDue && r.when.holds(&v.w) {
			return r.ID
		}
	}
	return ""
}

// turnsOn says with which value of a fact it is a duty: « si un mineur est en danger ».
func (b *Base) turnsOn(f FactSet, key Key, on Date) string {
	fact := b.factByKey[key]
	for _, br := range b.Branches(f, key, on) {
		if br.Verdict == Required {
			return "si " + fact.Values[fact.value(br.Value)].Condition
		}
	}
	for _, br := range b.Branches(f, key, on) {
		if br.Verdict == NoVerdict { // another fact tells next
			return "si " + fact.Values[fact.value(br.Value)].Condition
		}
	}
	return "selon ce fait : " + fact.Label
}
