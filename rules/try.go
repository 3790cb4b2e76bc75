package rules

import (
	"fmt"
	"slices"
)

// examples runs the cases that stand in rules, on every day from which something changes while
// the rule holds, or on the day they name.
func (c *checker) examples() {
	for _, r := range c.b.rules {
		for i := range r.Examples {
			ex := &r.Examples[i]
			if !ex.On.IsZero() {
				if c.proves(ex.On) {
					c.Examples++
					c.runCase(ex, ex.Today, ex.On)
				}
				continue
			}
			if c.holds(r) {
				c.Examples++
			}
			for _, e := range c.epochs {
				on := e.from
				if on.IsZero() {
					on = SourceDate
				}
				if r.Force.Has(on) && !c.runCase(ex, ex.Today, on) {
					break // one date is enough to tell it
				}
			}
		}
		if len(r.Examples) == 0 && c.holds(r) {
			c.fault(r.Place, "Écrivez au moins un cas (cas: - {faits: {…}, verdict: …}).", "la règle « %s » n'a pas de cas", r.ID)
		}
	}
}

func (c *checker) cases() {
	today := c.b.latest()
	for i := range c.b.cases {
		cs := &c.b.cases[i]
		if c.proves(today) || c.proves(SourceDate) && !cs.Then.Skip {
			c.Cases++
		}
		c.runCase(cs, cs.Today, today)
		c.runCase(cs, cs.Then, SourceDate)
		if cs.Then.Skip && c.proves(SourceDate) && c.b.Unread(cs.Facts, SourceDate).IsZero() {
			c.fault(cs.Place, "Dites dans la règle depuis quand le droit a été lu (lu_depuis), ou donnez au cas son verdict de 2008.",
				"le cas « %s » n'est pas vérifié en 2008, et la réponse d'alors ne le dit pas", cs.ID)
		}
	}
}

// latest is the day up to which the law was verified: the base's own « today ».
func (b *Base) latest() Date { return b.VerifiedTo }

// runCase decides a case on a day, compares, and reports whether it is as expected.
func (c *checker) runCase(cs *Case, want Expect, on Date) bool {
	if !c.proves(on) {
		return true
	}
	problem := c.b.Try(cs, want, on)
	if problem != "" {
		c.fault(cs.Place, "", "le cas « %s », au %s, %s", cs.ID, on, problem)
	}
	return problem == ""
}

// Try decides a case on a day and says in French what differs from what is expected, or "".
func (b *Base) Try(cs *Case, want Expect, on Date) string {
	if want.Skip {
		return ""
	}
	d := b.Decide(cs.Facts, on)
	switch {
	case d.Conflict != "":
		return "a des faits qui ne vont pas ensemble : " + d.Conflict
	case want.Clarification != "":
		if d.Ask != want.Clarification {
			return fmt.Sprintf("devrait demander « %s » ; il %s%s", want.Clarification, gives(d.Verdict), asking(d))
		}
		return ""
	case d.Verdict != want.Verdict:
		return fmt.Sprintf("devrait donner %s ; il %s%s (règles %v)", want.Verdict, gives(d.Verdict), asking(d), d.Rules)
	case want.Else != d.Else:
		return fmt.Sprintf("devrait avoir pour repli %s ; il a %s", orNone(want.Else), orNone(d.Else))
	case want.Rule != "" && !slices.Contains(d.Rules, want.Rule):
		return fmt.Sprintf("donne bien %s, mais par %v et non par « %s »", d.Verdict, d.Rules, want.Rule)
	}
	if got := conditionKeys(d.Conditions); !sameKeys(got, want.Conditions) {
		return fmt.Sprintf("devrait laisser ouvertes les conditions %v ; il laisse %v", want.Conditions, got)
	}
	if len(cs.Refs) > 0 {
		inForce := false
		for _, ref := range cs.Refs {
			for _, p := range b.provisions {
				if !p.named(ref) || !p.InForce(on) {
					continue
				}
				inForce = true
				for _, ct := range d.Citations {
					if ct.Ref == p.Ref {
						return ""
					}
				}
			}
		}
		if inForce {
			return fmt.Sprintf("devrait citer l'une de %v ; il cite %v", cs.Refs, refs(d.Citations))
		}
	}
	return ""
}

func gives(v Verdict) string {
	if v == NoVerdict {
		return "ne donne aucun verdict"
	}
	return "donne " + v.String()
}

func orNone(v Verdict) string {
	if v == NoVerdict {
		return "aucun verdict"
	}
	return v.String()
}

func asking(d Decision) string {
	if d.Ask != "" {
		return " et demande « " + string(d.Ask) + " »"
	}
	return ""
}

func conditionKeys(cs []Condition) []Key {
	var out []Key
	for _, c := range cs {
		out = append(out, c.Key)
	}
	return out
}

// sameKeys compares without regard to order.
func sameKeys(a, b []Key) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(k Key) bool { return !slices.Contains(b, k) })
}

func refs(cs []Citation) []string {
	var out []string
	for _, c := range cs {
		out = append(out, c.Name())
	}
	return out
}
