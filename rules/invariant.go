package rules

import (
	"fmt"
	"slices"
	"strings"
)

// Invariant is a sentence about safety, proved over the whole space of facts at every date. It
// proves one thing: a verdict never or always given, a combination that cannot be, values never told
// apart, what an agreement frees, or what a proof of its own says.
type Invariant struct {
	ID, Says, Basis string
	Proof           string // name of a proof that is more than a sentence over verdicts
	Force           Span
	Place           Place

	when          condition
	never, always VerdictSet
	impossible    bool      // no possible combination is as « si » says
	same          condition // the verdict does not depend on which of these values a fact has
	frees         []effect  // the only provisions by which consent frees
}

// effect is a provision that gives an agreement effect, where its condition holds.
type effect struct {
	text string
	when condition
}

// proof is an invariant that needs more than verdicts: presumptions, citations, dates.
type proof struct {
	prove  func(*checker, *Invariant) []breach
	covers string   // what it looks at, where that is less than the whole space
	when   bool     // it reads « si »
	reads  []string // the facts that it names, « tenu_au_secret=non » where it names a value too
}

// breach is a way in which an invariant does not hold: in French, with the places that make it so,
// and a case to paste, if there is one.
type breach struct {
	problem string
	also    []Also
	pasted  string
}

// breach is what a rule does that an invariant excludes.
func (r *Rule) breach(does string) breach {
	return breach{problem: "la règle « " + string(r.ID) + " » " + does, also: []Also{r.also()}}
}

var proofs map[string]proof

func init() {
	proofs = map[string]proof{
		"non_oblige": {prove: proveNotObliged, covers: "éprouvé pour chaque fait seul, chaque exemple et chaque cas, avec toutes leurs suites ; pas pour toute réunion de faits", when: true,
			reads: []string{"destinataire", "acte", "mandat", "mission"}},
		"immunite":      {prove: proveImmunity, covers: "lu dans les mots et les textes des règles et des fiches"},
		"references":    {prove: proveReferences},
		"statut":        {prove: proveStatus, reads: []string{"tenu_au_secret=non"}},
		"danger":        {prove: proveDanger},
		"autrement":     {prove: proveAside, when: true},
		"vie_en_danger": {prove: proveLifeAtRisk, reads: []string{"danger_immediat=oui", "destinataire", "profession", "soignant=oui", "peril"}},
	}
}

// due is an invariant that the base says it must have: taken out of one file, it is missed by the other.
type due struct {
	id    string
	place Place
}

func (c *checker) invariants() {
	for _, d := range c.b.dues {
		if !slices.ContainsFunc(c.b.invariants, func(i Invariant) bool { return i.ID == d.id }) {
			c.fault(d.place, "Remettez-le dans invariants.yaml ; sinon, retirez-le d'ici aussi, et dites pourquoi.", "l'invariant %s est dû, et il manque", d.id)
		}
	}
	for i := range c.b.invariants {
		inv := &c.b.invariants[i]
		if len(c.during(inv.Force)) > 0 {
			c.Invariants++
		}
		switch {
		case inv.same != nil:
			c.same(inv)
		case inv.Proof != "":
			p := proofs[inv.Proof]
			for _, found := range p.prove(c, inv) {
				c.broken(inv, nil, found)
			}
			if p.covers != "" {
				c.Partial = append(c.Partial, inv.ID+" : "+p.covers)
			}
		default:
			c.premise(inv)
			c.onDates(inv)
		}
	}
}

// broken tells that an invariant does not hold, on those days.
func (c *checker) broken(inv *Invariant, days []Date, found breach) {
	when := ""
	if len(days) > 0 {
		when = " au " + someDays(days)
	}
	mend := "Fondement : " + inv.Basis + "."
	if found.pasted != "" {
		mend += "\n" + found.pasted
	}
	c.tell(&Fault{Place: inv.Place, Also: found.also, Mend: mend,
		Problem: fmt.Sprintf("l'invariant %s n'est pas tenu%s (« %s ») : %s", inv.ID, when, inv.Says, found.problem)})
}

// someDays lists three days at most, and counts the others.
func someDays(days []Date) string {
	var out []string
	for i, d := range days {
		if i == 3 {
			return strings.Join(out, ", ") + fmt.Sprintf(" et %d autre(s) jour(s)", len(days)-i)
		}
		out = append(out, day(d))
	}
	return strings.Join(out, ", ")
}

// premise checks that an invariant speaks of something: a possible combination is as it says; or of
// nothing, if that is what it says.
func (c *checker) premise(inv *Invariant) {
	w, found := c.b.search(c.b.space().w, func(w *world) (truth, *node) {
		return inv.when.eval(w), inv.when.openLeaf(w)
	})
	switch {
	case inv.impossible && found:
		c.broken(inv, nil, breach{problem: "cette combinaison est possible : " + list(c.b.describe(&w))})
	case !inv.impossible && !found:
		c.fault(inv.Place, "Corrigez « si », ou dites « impossible: oui » si c'est là ce qu'il prouve.",
			"l'invariant %s ne parle de rien : aucune combinaison possible ne remplit son « si »", inv.ID)
	}
}

// onDates proves an invariant on each run of days that its own days touch, and tells all at once
// those on which it does not hold.
func (c *checker) onDates(inv *Invariant) {
	b := c.b
	never := inv.never
	for _, v := range AllVerdicts {
		if inv.always != 0 && !inv.always.Has(v) {
			never = never.With(v)
		}
	}
	var days []Date
	var facts []KeyValue
	for _, e := range c.during(inv.Force) {
		on := e.from
		if on.Before(inv.Force.From) {
			on = inv.Force.From
		}
		var w world
		var found bool
		shows := func(f FactSet) bool { return b.leads(inv, on, f, never) }
		if len(inv.frees) > 0 {
			w, found = b.freedBy(inv, e)
			shows = func(f FactSet) bool { return b.consentTells(inv, on, f) }
		} else if never != 0 {
			w, found = b.leadsTo(inv, e, never)
		}
		if !found {
			continue
		}
		if days = append(days, on); len(days) == 1 {
			facts = b.fewest(&w, shows)
		}
	}
	if len(days) == 0 {
		return
	}
	deciding := b.Decide(b.factsOf(facts), days[0]).Rules
	found := breach{also: b.also(deciding)}
	switch {
	case len(inv.frees) > 0:
		found.problem, found.pasted = "l'accord délie pour ", paste(facts, Forbidden)
	case len(deciding) == 0:
		found.problem, found.pasted = "plusieurs règles se contredisent pour ", paste(facts, allowed(never)...)
	default:
		found.problem, found.pasted = fmt.Sprintf("%v décide pour ", deciding), paste(facts, allowed(never)...)
	}
	found.problem += list(facts)
	c.broken(inv, days, found)
}

// allowed lists the verdicts that a set leaves.
func allowed(never VerdictSet) []Verdict {
	var out []Verdict
	for _, v := range AllVerdicts {
		if !never.Has(v) {
			out = append(out, v)
		}
	}
	return out
}

// leadsTo looks for a possible combination that the invariant speaks of and that leads to a verdict
// it excludes.
func (b *Base) leadsTo(inv *Invariant, e *epoch, never VerdictSet) (world, bool) {
	return b.search(b.space().w, func(w *world) (truth, *node) {
		if t := inv.when.eval(w); t != yes {
			return t, inv.when.openLeaf(w)
		}
		var s standing
		b.weigh(e, w, &s)
		if s.possible&never == 0 {
			return no, nil
		}
		if l := b.unsettled(e, w, &s); l != nil {
			return open, l
		}
		return yes, nil
	})
}

// leads reports whether the decision for these facts is one that the invariant excludes.
func (b *Base) leads(inv *Invariant, on Date, f FactSet, never VerdictSet) bool {
	var v view
	b.see(&f, nil, &v)
	d := b.Decide(f, on)
	return d.Conflict == "" && inv.when.eval(&v.w) == yes && never.Has(d.Verdict) && !d.Conditional()
}

// same proves that the values of a fact are never told apart: no condition of a rule, of what goes
// together, or of a presumption, be it made, lifted or doubted, holds one and not the other.
func (c *checker) same(inv *Invariant) {
	leaf := inv.same[0]
	tells := func(cond condition) bool {
		for i := range cond {
			if n := cond[i]; n.op == opIs && n.fact == leaf.fact && n.mask&leaf.mask != 0 && n.mask&leaf.mask != leaf.mask {
				return true
			}
		}
		return false
	}
	told := func(p Place, problem string) {
		c.fault(p, "Fondement : "+inv.Basis+".", "l'invariant %s n'est pas tenu (« %s ») : %s", inv.ID, inv.Says, problem)
	}
	for _, r := range c.b.rules {
		if c.holds(r) && tells(r.when) {
			told(r.Place, "la règle « "+string(r.ID)+" » distingue")
		}
	}
	for _, x := range c.b.exclusions {
		if tells(x.when) {
			told(x.place, "cette combinaison distingue")
		}
	}
	for _, f := range c.b.facts {
		if tells(f.liftedIf) || tells(f.doubtedIf) {
			told(f.place, "la présomption du fait « "+string(f.Key)+" » distingue")
		}
		for _, s := range f.supposed {
			if tells(s.when) {
				told(s.place, "ce que l'on présume ici du fait « "+string(f.Key)+" » distingue")
			}
		}
	}
}

// freedBy looks for a possible combination where an agreement turns « interdit » into something else
// by a rule that rests on no provision that gives it effect there.
func (b *Base) freedBy(inv *Invariant, e *epoch) (world, bool) {
	f := b.factByKey[consent]
	start := b.space().w
	start[f.index] = 1 << f.value("oui")
	return b.search(start, func(w *world) (truth, *node) {
		if t := inv.when.eval(w); t != yes {
			return t, inv.when.openLeaf(w)
		}
		var s, t standing
		other := *w
		other[f.index] = 1 << f.value("non")
		b.weigh(e, w, &s)
		b.weigh(e, &other, &t)
		freed := false
		for i := range s.may.all() {
			if r := b.ranked[i]; r.Verdict != Forbidden {
				rests, split := inv.rests(r, w)
				if split != nil {
					return open, split
				}
				freed = freed || !rests
			}
		}
		if !freed || !t.possible.Has(Forbidden) {
			return no, nil
		}
		if l := b.unsettled(e, w, &s); l != nil {
			return open, l
		}
		if l := b.unsettled(e, &other, &t); l != nil {
			return open, l
		}
		return yes, nil
	})
}

const consent = Key("consentement")

// consentTells reports whether these facts are forbidden without an agreement, and not with it.
func (b *Base) consentTells(inv *Invariant, on Date, f FactSet) bool {
	fact := b.factByKey[consent]
	with := f.With(fact.is(fact.value("oui")))
	without := f.With(fact.is(fact.value("non")))
	x, y := b.Decide(with, on), b.Decide(without, on)
	var v view
	b.see(&with, nil, &v)
	return f == with && x.Conflict+y.Conflict == "" && inv.when.eval(&v.w) == yes &&
		x.Verdict != NoVerdict && x.Verdict != Forbidden && !x.Conditional() && y.Verdict == Forbidden
}

// rests reports whether a rule rests on a provision that gives an agreement effect in w, or returns
// a place to split on while it cannot tell.
func (inv *Invariant) rests(r *Rule, w *world) (bool, *node) {
	var split *node
	for _, x := range inv.frees {
		if !slices.Contains(r.Texts, x.text) {
			continue
		}
		switch x.when.eval(w) {
		case yes:
			return true, nil
		case open:
			split = x.when.openLeaf(w)
		}
	}
	return false, split
}
