package rules

import (
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// unused reports facts that no rule reads, values that nothing names, and definitions never used. Of
// the values of a fact, one may go unnamed: what is left when it is none of the others. It stands
// last or is the default, so that a value forgotten elsewhere does not pass for it.
func (c *checker) unused() {
	b := c.b
	read, named := b.named()
	for i, f := range b.facts {
		if read[i] == 0 {
			c.fault(f.place, "Retirez-le, ou écrivez la règle qui s'en sert.", "aucune règle ne se sert du fait « %s »", f.Key)
			continue
		}
		left := f.full() &^ named[i]
		for m := left; m != 0; m &= m - 1 {
			v := bits.TrailingZeros64(m)
			if rest := bits.OnesCount64(left) == 1; rest && (f.exact() == 2 || v == f.exact()-1 || v == f.presumed) {
				continue
			}
			c.fault(f.Values[v].place, "Retirez-la, ou nommez-la là où elle compte.", "la valeur « %s » du fait « %s » ne sert pas : rien ne la distingue des autres", f.Values[v].ID, f.Key)
		}
	}
	for _, id := range b.defOrder {
		if d := b.definitions[id]; !d.used {
			c.fault(d.place, "Retirez-la.", "la définition « %s » ne sert pas", id)
		}
	}
}

// bare reports values that an answer may show as a condition, or as what could change it, and that have
// no words of their own for it: « à qui : le maire » can be read, « un délit : non » hardly.
func (c *checker) bare() {
	shown := c.b.mayShow()
	for i, f := range c.b.facts {
		for v := range f.exact() {
			if val := &f.Values[v]; val.bare && (val.Label == "oui" || val.Label == "non") && shown[i]&val.mask != 0 {
				c.fault(val.place, "Écrivez-la comme on la lirait seule dans une liste : « la personne n'est pas d'accord ».",
					"il manque « condition » à la valeur « %s » du fait « %s », qu'une réponse peut montrer", val.ID, f.Key)
			}
		}
	}
}

// mayShow gathers the values of each fact that may have to be established for a rule to hold.
func (b *Base) mayShow() (shown [MaxFacts]uint64) {
	var walk func(c condition, i int, negated bool)
	walk = func(c condition, i int, negated bool) {
		n := &c[i]
		if n.op == opIs {
			m := n.mask
			if negated {
				m = b.facts[n.fact].full() &^ m
			}
			if m != b.facts[n.fact].full() {
				shown[n.fact] |= m
			}
			return
		}
		if n.name() != "" && !negated {
			return // the definition's own words are shown
		}
		for j := i + 1; j < int(n.end); j = int(c[j].end) {
			walk(c, j, negated != (n.op == opNone))
		}
	}
	for _, r := range b.rules {
		if len(r.when) > 0 {
			walk(r.when, 0, false)
		}
	}
	return shown
}

// named gathers the values of each fact that a condition asks for: read, those of rules and of
// presumptions; named, also those of what goes together, of invariants, and of short ways to say it.
func (b *Base) named() (read, named [MaxFacts]uint64) {
	note := func(into *[MaxFacts]uint64, cond condition) {
		for i := range cond {
			if n := &cond[i]; n.op == opIs && n.mask != b.facts[n.fact].full() {
				into[n.fact] |= n.mask
			}
		}
	}
	for _, r := range b.rules {
		note(&read, r.when)
	}
	for _, f := range b.facts {
		note(&read, f.liftedIf)
		note(&read, f.doubtedIf)
		for _, s := range f.supposed {
			note(&read, s.when)
		}
	}
	named = read
	for _, x := range b.exclusions {
		if !x.derived { // its deduction names the values; this one, all the others
			note(&named, x.when)
		}
	}
	for _, x := range b.deductions {
		note(&named, x.when)
		named[x.fact] |= x.mask
	}
	for i := range b.invariants {
		note(&named, b.invariants[i].when)
	}
	for _, name := range b.shortNames {
		for _, v := range b.shortcuts[name] {
			named[v.fact] |= v.in(b).mask
		}
	}
	for i, f := range b.facts {
		if f.presumed >= 0 && !f.silent {
			named[i] |= 1 << f.presumed
		}
	}
	return read, named
}

// twice reports rules that say the same, on the same conditions and on a same day.
func (c *checker) twice() {
	seen := map[string][]*Rule{}
	for _, r := range c.b.rules {
		if !c.holds(r) {
			continue
		}
		key := r.Verdict.String() + " " + r.when.canonical(0)
		for _, o := range seen[key] {
			if r.Force.Has(o.Force.From) || o.Force.Has(r.Force.From) {
				c.tell(&Fault{Place: r.Place, Also: []Also{o.also()}, Mend: "Gardez-en une seule.",
					Problem: fmt.Sprintf("la règle « %s » dit la même chose que « %s »", r.ID, o.ID)})
			}
		}
		seen[key] = append(seen[key], r)
	}
}

// canonical writes a condition in the same way whatever the order of its parts.
func (c condition) canonical(i int) string {
	if i >= len(c) {
		return ""
	}
	n := &c[i]
	if n.op == opIs {
		return fmt.Sprintf("%d=%x", n.fact, n.mask)
	}
	var parts []string
	for j := i + 1; j < int(n.end); j = int(c[j].end) {
		parts = append(parts, c.canonical(j))
	}
	slices.Sort(parts)
	return fmt.Sprint(n.op) + "(" + strings.Join(slices.Compact(parts), ",") + ")"
}
