package rules

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
)

// Report is what Check proved, with counts, and every fault it found.
type Report struct {
	Facts, Values       int
	Dated               // what was proved or tried
	Written             Dated
	Provisions, Cited   int
	Statements, Carried int
	Cards, Themes       int
	Exclusions          int
	Dates               []Date   // each day from which the base says something else
	Proved              int      // of these, how many differ in their rules, and were walked
	Leaves              int      // parts of the space, all dates together
	Combinations        *big.Int // of facts, at one date
	Partial             []string // invariants proved on less than the whole space, with what was looked at
	Faults              []*Fault
}

// Dated counts what belongs to some days only: Check, given days, looks at that of those days.
type Dated struct {
	Rules, Exceptions, Invariants, Cases, Examples int
}

// OK reports whether nothing was found.
func (r *Report) OK() bool { return len(r.Faults) == 0 }

// Check proves the base sound, over every combination of facts and at every date from which the
// base says something else:
//
//  1. exactly one decision for each combination: no conflict, no gap (Load refuses cycles);
//  2. no dead rule, none written twice, without an example, or without a text to cite on each day
//     it holds, unless it says that it rests on the document alone; no exception that never changes
//     what decides; no fact, value or definition unused;
//  3. every statement of the source document is carried, every theme has a rule or a fiche;
//  4. every safety invariant holds;
//  5. knowing one more fact, presumptions aside, only narrows the verdicts possible: each part of the
//     walk leaves no verdict that the part it was cut from did not.
//
// It also runs the examples that stand in rules, and the settled cases.
//
// Given days, it proves the law of those days only: the rules in force then, and of what the base
// changed from, the change that led to them. Facts, statements, themes and fiches are of every day. An
// exception that changes nothing on those days may on others: it is looked for among all days only.
func (b *Base) Check(on ...Date) Report {
	c := &checker{b: b, alive: make([]bool, len(b.rules)), epochs: b.distinct()}
	if len(on) > 0 {
		c.epochs = slices.DeleteFunc(c.epochs, func(e *epoch) bool {
			return !slices.ContainsFunc(on, func(d Date) bool { return b.epochAt(d).active == e.active })
		})
		for _, d := range on {
			c.citing = append(c.citing, b.epochAt(d))
		}
	} else {
		for i := range b.epochs {
			c.citing = append(c.citing, &b.epochs[i])
		}
	}
	c.count()
	c.space()
	c.deadRules()
	c.twice()
	c.idleExceptions()
	c.unused()
	c.bare()
	c.coverage()
	c.invariants()
	c.examples()
	c.cases()
	return c.Report
}

type checker struct {
	Report
	b      *Base
	alive  []bool
	epochs []*epoch // those to prove
	citing []*epoch // those whose citations to look at: those that say the same, with other citations, too
}

// proves reports whether the rules of a day are to be proved.
func (c *checker) proves(on Date) bool {
	e := c.b.epochAt(on)
	return slices.ContainsFunc(c.epochs, func(x *epoch) bool { return x.active == e.active })
}

// holds reports whether a rule is in force on days to prove.
func (c *checker) holds(r *Rule) bool {
	return slices.ContainsFunc(c.epochs, func(e *epoch) bool { return e.active.has(r.rank) })
}

// every reports whether the law of every day is to be proved.
func (c *checker) every() bool { return len(c.epochs) == len(c.b.distinct()) }

func (c *checker) fault(p Place, mend, format string, args ...any) {
	c.tell(&Fault{Place: p, Problem: fmt.Sprintf(format, args...), Mend: mend})
}

// tell notes a fault, once.
func (c *checker) tell(f *Fault) {
	same := func(o *Fault) bool { return o.Place == f.Place && o.Problem == f.Problem }
	if !slices.ContainsFunc(c.Faults, same) {
		c.Faults = append(c.Faults, f)
	}
}

func (c *checker) count() {
	b := c.b
	c.Facts, c.Provisions, c.Statements = len(b.facts), len(b.provisions), len(b.statements)
	c.Cards, c.Exclusions = len(b.cards), len(b.exclusions)
	c.Written = Dated{Rules: len(b.rules), Invariants: len(b.invariants), Cases: len(b.cases)}
	for _, f := range b.facts {
		c.Values += len(f.Values)
	}
	for _, r := range b.rules {
		c.Written.Exceptions += len(r.exceptIdx)
		c.Written.Examples += len(r.Examples)
		if !c.holds(r) {
			continue
		}
		c.Rules++
		for _, i := range r.exceptIdx {
			if c.holds(b.rules[i]) {
				c.Exceptions++
			}
		}
	}
	c.Dates = b.ChangeDates()
}

// distinct lists the epochs whose rules differ from those of the one before: the others say the
// same, with other citations.
func (b *Base) distinct() []*epoch {
	var out []*epoch
	for i := range b.epochs {
		e := &b.epochs[i]
		if n := len(out); n > 0 && out[n-1].active == e.active {
			continue
		}
		out = append(out, e)
	}
	return out
}

// during lists, of the epochs to prove, those of which the span holds a day.
func (c *checker) during(s Span) []*epoch {
	all := c.b.distinct()
	var out []*epoch
	for i, e := range all {
		var next Date
		if i+1 < len(all) {
			next = all[i+1].from
		}
		if s.meets(e.from, next) && slices.Contains(c.epochs, e) {
			out = append(out, e)
		}
	}
	return out
}

// space walks every combination at every date. It tells a pair of rules in conflict once, at the
// first date and for the first combination.
func (c *checker) space() {
	b := c.b
	pairs := map[string]bool{}
	for _, e := range c.epochs {
		c.Proved++
		whole := b.space()
		c.Combinations = whole.size
		sum := new(big.Int)
		narrows := b.walk(e, whole, allVerdicts(), func(r region, s *standing) {
			c.Leaves++
			sum.Add(sum, r.size)
			if s.possible.Len() == 1 && s.ground == s.possible {
				for i := range e.active.all() {
					if s.firm.has(i) && !c.alive[i] {
						_, ok := b.possible(r.w)
						c.alive[i] = ok
					}
				}
				return
			}
			c.unsound(e, r, s, pairs)
		}, func(r region) {
			sum.Add(sum, r.size)
		})
		if !narrows {
			c.fault(Place{File: "regles"}, "C'est une faute du programme, pas des données.", "au %s, savoir un fait de plus rend possible un verdict qui ne l'était pas", day(e.from))
		}
		if sum.Cmp(whole.size) != 0 {
			c.fault(Place{}, "", "le parcours de l'espace a compté %s combinaisons sur %s", sum, whole.size)
		}
	}
}

// unsound reports a conflict or a gap, if the part holds a possible combination.
func (c *checker) unsound(e *epoch, r region, s *standing, pairs map[string]bool) {
	b := c.b
	var firm []*Rule
	for i := range e.active.all() {
		if s.firm.has(i) {
			firm = append(firm, b.ranked[i])
		}
	}
	key := "trou"
	var first, second *Rule
	for i, x := range firm {
		for _, y := range firm[i+1:] {
			if x.Verdict != y.Verdict && first == nil {
				first, second = x, y
				key = string(x.ID) + "/" + string(y.ID)
			}
		}
	}
	if pairs[key] {
		return
	}
	w, ok := b.possible(r.w)
	if !ok {
		return
	}
	pairs[key] = true
	facts := b.fewest(&w, func(f FactSet) bool {
		var v view
		b.see(&f, nil, &v)
		var s standing
		b.weigh(e, &v.w, &s)
		if first == nil {
			return v.contradiction == "" && s.possible == 0
		}
		return v.contradiction == "" && s.firm.has(first.rank) && s.firm.has(second.rank)
	})
	if first == nil {
		c.gap(e, facts)
		return
	}
	c.tell(&Fault{Place: first.Place, Also: []Also{second.also()},
		Problem: fmt.Sprintf("conflit au %s entre « %s » (%s) et « %s » (%s) pour : %s", day(e.from), first.ID, first.Verdict, second.ID, second.Verdict, list(facts)),
		Mend:    "L'une doit être exception à l'autre, ou leurs conditions s'exclure.\n" + paste(facts, first.Verdict, second.Verdict)})
}

func day(d Date) string {
	if d.IsZero() {
		return SourceDate.String()
	}
	return d.String()
}

func list(facts []KeyValue) string {
	parts := make([]string, len(facts))
	for i, f := range facts {
		parts[i] = f.String()
	}
	return strings.Join(parts, ", ")
}

// coverage checks that statements are carried, themes present, and that each rule in force can
// cite a text on every day it holds, or rests on the document alone.
func (c *checker) coverage() {
	b := c.b
	carried := map[string]bool{}
	cited := map[string]bool{}
	themes := map[string]bool{}
	for _, r := range b.rules {
		themes[r.Theme] = true
		for _, s := range r.Source {
			carried[s] = true
		}
		for _, t := range r.Texts {
			cited[t] = true
		}
		if len(r.Texts) == 0 {
			if !r.Alone && c.holds(r) {
				c.fault(r.Place, "Citez-en un (textes), ou dites que le document est seul à le dire (document_seul: oui).", "la règle « %s » ne cite aucun texte", r.ID)
			}
			continue
		}
		for _, e := range c.citing {
			if r.Force.Has(e.from) && len(e.citations[r.rank]) == 0 {
				c.fault(r.Place, "Bornez la règle (en_vigueur), ou citez le texte qui valait alors.",
					"au %s, la règle « %s » ne peut citer aucun texte en vigueur", day(e.from), r.ID)
				break
			}
		}
	}
	for _, k := range b.cards {
		themes[k.Theme] = true
		for _, s := range k.Source {
			carried[s] = true
		}
		for _, t := range k.Texts {
			cited[t] = true
		}
	}
	for _, s := range b.statements {
		if carried[s.ID] {
			c.Carried++
		} else {
			c.fault(s.Place, "Nommez-le dans le champ « source » d'une règle ou d'une fiche.", "l'énoncé %s n'est porté par rien : « %s »", s.ID, s.Says)
		}
	}
	for _, p := range b.provisions {
		if cited[p.Name()] {
			c.Cited++
		}
	}
	for _, t := range Themes {
		if themes[t.ID] {
			c.Themes++
		} else if len(b.cards) > 0 {
			c.fault(Place{File: "fiches"}, "Écrivez-lui une fiche.", "le thème « %s » n'a ni règle ni fiche", t.ID)
		}
	}
}
