package rules

import (
	"slices"
	"strings"
)

// proveNotObliged (I-04): « non, pas obligé » is said only when MayRequire gives nothing but remote
// duties. For every single fact, every example and every case, no completion of what is not known
// then leads to « obligatoire », presumptions set free, shown or silent, but for what whoever asks
// would have named, what the answer tells as openings, and peril, which each answer reserves.
// And where someone is to be protected, as inv.when says, no duty that a text carries towards
// another is left unsaid by Owed: none would bear, whoever of those concerned is told instead, nor,
// for a child, under a mandate or a mission that nobody spoke of.
func proveNotObliged(c *checker, inv *Invariant) []breach {
	b := c.b
	var sets []FactSet
	for _, f := range b.facts {
		for v := range f.Values {
			sets = append(sets, FactSet{}.With(f.is(v)))
		}
	}
	for _, r := range b.rules {
		for _, ex := range r.Examples {
			sets = append(sets, ex.Facts)
		}
	}
	for _, cs := range b.cases {
		sets = append(sets, cs.Facts)
	}
	var out []breach
	for _, e := range c.epochs {
		for i := range sets {
			f := &sets[i]
			d := b.Decide(*f, e.from)
			if d.Conflict != "" || d.Verdict == NoVerdict || d.Verdict == Required {
				continue
			}
			told := b.Openings(*f, e.from)
			if slices.ContainsFunc(b.mayRequire(*f, e.from, told), func(d Duty) bool { return !d.Remote }) || slices.ContainsFunc(b.Owed(*f, e.from), func(o Owed) bool { return o.Law }) {
				continue
			}
			if w, found := b.owesOthers(e, f, inv.when); found {
				out = append(out, breach{problem: "au " + day(e.from) + ", « non » tairait un devoir pour " + list(b.describe(&w))})
			}
			var v view
			free := b.freed(f, told, false)
			b.see(f, &free, &v)
			w, found := b.search(v.w, func(w *world) (truth, *node) {
				var s standing
				if t, l := b.mayOblige(e, w, &s); t != yes {
					return t, l
				}
				return b.requiresUnnamed(w, &v.w, &s), nil
			})
			if found {
				out = append(out, breach{problem: "au " + day(e.from) + ", « non » serait dit pour " + list(b.describe(&w))})
			}
		}
	}
	return out
}

// requiresUnnamed reports whether a rule that obliges in w does so whatever the facts that whoever
// asks would have named, and did not, in the world of the question.
func (b *Base) requiresUnnamed(w, asked *world, s *standing) truth {
	free := *w
	for i, f := range b.facts {
		if f.Named {
			free[i] = asked[i]
		}
	}
	for i := range s.may.all() {
		if r := b.ranked[i]; r.Verdict == Required && r.when.eval(&free) == yes {
			return yes
		}
	}
	return no
}

const immunityText = "CP 226-14 immunité"

// proveImmunity (I-29): protection is spoken of only beside a paragraph of 226-14 that permits,
// and before 2015 as disciplinary only. It reads words: « immunité », « aucune responsabilité »…
func proveImmunity(c *checker, _ *Invariant) []breach {
	b := c.b
	var out []breach
	for _, k := range b.cards {
		if speaksOfImmunity(k.Says+k.Keep) && !slices.Contains(k.Texts, immunityText) {
			out = append(out, breach{problem: "la fiche « " + k.ID + " » parle d'immunité sans citer 226-14", also: []Also{at(k.Place, "« "+k.ID+" »")}})
		}
	}
	for _, r := range b.rules {
		if !c.holds(r) {
			continue
		}
		if !slices.Contains(r.Texts, immunityText) {
			if speaksOfImmunity(r.Says + r.Advice) {
				out = append(out, r.breach("parle d'immunité sans citer 226-14"))
			}
			continue
		}
		permits := false
		for _, t := range r.Texts {
			permits = permits || strings.HasPrefix(t, "CP 226-14 ") && t != immunityText
		}
		if r.Verdict != Allowed || !permits {
			out = append(out, r.breach("cite l'immunité sans signalement de 226-14"))
		}
	}
	if p := b.byName[immunityText]; p != nil && c.proves(SourceDate) {
		if v, ok := p.At(SourceDate); ok && (!strings.Contains(v.Says, "disciplinaire") || strings.Contains(v.Says, "pénale")) {
			out = append(out, breach{problem: "en 2008 l'immunité n'était que disciplinaire : la version d'alors dit autre chose", also: []Also{at(p.Place, "« "+p.Name()+" »")}})
		}
	}
	return out
}

func speaksOfImmunity(s string) bool {
	s = strings.ToLower(s)
	return strings.Contains(s, "immunité") || strings.Contains(s, "aucune responsabilité") || strings.Contains(s, "aucune poursuite")
}

// proveReferences (I-30): each rule that begins or ends on a day rests on a text that changed that
// day. That citations are in force is so by construction: Cite leaves the others out.
func proveReferences(c *checker, _ *Invariant) []breach {
	begins := func(d Date) bool { // what is to be proved
		return slices.ContainsFunc(c.epochs, func(e *epoch) bool { return e.from == d })
	}
	var out []breach
	for _, r := range c.b.rules {
		days := []Date{r.Force.From}
		if !r.Force.To.IsZero() {
			days = append(days, r.Force.To.next())
		}
		for _, d := range days {
			if !d.IsZero() && begins(d) && !c.b.changes(r.Texts, d) {
				out = append(out, r.breach("change le "+d.String()+", mais aucun texte qu'elle cite ne change ce jour-là"))
			}
		}
	}
	return out
}

// changes reports whether one of these provisions has another wording from that day on, or none.
func (b *Base) changes(names []string, d Date) bool {
	return slices.ContainsFunc(names, func(n string) bool {
		p := b.byName[n]
		ends := !p.Until.IsZero() && p.Until.next() == d
		return ends || slices.ContainsFunc(p.Versions, func(v Version) bool { return v.From == d })
	})
}

// proveStatus (I-34): nothing but the person's own word makes her not bound: no deduction leads there.
func proveStatus(c *checker, _ *Invariant) []breach {
	b := c.b
	var out []breach
	f := b.factByKey["tenu_au_secret"]
	free := uint64(1) << f.value("non")
	for _, d := range b.deductions {
		if d.fact == f.index && d.mask&free != 0 {
			out = append(out, breach{problem: "« non tenu » se déduit", also: []Also{at(d.place, "par cette ligne")}})
		}
	}
	return out
}

// proveAside (I-02b): wherever help is due and speaking there helps nobody, what decides says that
// it is done otherwise; and what says so decides alone.
func proveAside(c *checker, inv *Invariant) []breach {
	b := c.b
	var out []breach
	for _, e := range c.epochs {
		var speaks *Rule
		w, found := b.search(b.space().w, func(w *world) (truth, *node) {
			switch inv.when.eval(w) {
			case no:
				return no, nil
			case open:
				return open, inv.when.openLeaf(w)
			}
			var s standing
			b.weigh(e, w, &s)
			if l := b.unsettled(e, w, &s); l != nil {
				return open, l
			}
			for i := range s.may.all() {
				if s.firm.has(i) && !b.ranked[i].Aside {
					speaks = b.ranked[i]
					return yes, nil
				}
			}
			return no, nil
		})
		if found {
			out = append(out, breach{problem: "au " + day(e.from) + ", « parlez » serait dit pour " + list(b.describe(&w)), also: []Also{speaks.also()}})
		}
	}
	for _, r := range b.rules {
		if r.Aside && c.holds(r) && (r.Due == "" || r.Verdict != Required) {
			out = append(out, r.breach("ne dit pas ce qui est dû"))
		}
	}
	return out
}

// proveLifeAtRisk (I-03b): once a life is said to be in immediate danger, « gardez le silence » is
// never said outright, nor « aucun péril n'est en vue » presumed, to any profession but those of
// health, for any recipient.
func proveLifeAtRisk(c *checker, _ *Invariant) []breach {
	b := c.b
	var out []breach
	risk, to, job := b.factByKey["danger_immediat"], b.factByKey["destinataire"], b.factByKey["profession"]
	life := risk.is(risk.value("oui"))
	for _, e := range c.epochs {
		for i := range to.Values {
			for k := range job.Values {
				f := FactSet{}.With(life).With(to.is(i)).With(job.is(k))
				d := b.Decide(f, e.from)
				if b.Follows(f, "soignant") == "oui" || d.Conflict != "" {
					continue
				}
				presumed := slices.ContainsFunc(d.Presumed, func(p *Presumed) bool { return p.Key == "peril" })
				if presumed || d.Verdict == Forbidden && !d.Conditional() {
					out = append(out, breach{problem: "au " + day(e.from) + ", pour " + list(b.Known(f)), also: b.also(d.Rules)})
				}
			}
		}
	}
	return out
}

// owesOthers looks for a duty, carried by a text, towards one of those to whom a danger is told,
// other than the one asked about. It trusts nothing of Owed: it splits the space.
func (b *Base) owesOthers(e *epoch, f *FactSet, protects condition) (world, bool) {
	var asked view
	if b.see(f, nil, &asked); asked.contradiction != "" || protects.eval(&asked.w) == no {
		return world{}, false
	}
	to := b.factByKey["destinataire"]
	g, child := *f, b.ChildAtRisk(*f)
	g.known[b.factByKey["acte"].index] = 0
	for i, val := range to.Values {
		if !val.Guards || int(f.known[to.index]) == i+1 {
			continue
		}
		g.known[to.index] = uint8(i + 1)
		if !child && b.Follows(g, "mandat") != b.Follows(*f, "mandat") {
			continue
		}
		var v view
		var free [MaxFacts]bool
		for _, k := range []Key{"mandat", "mission"} {
			free[b.factByKey[k].index] = child
		}
		if b.see(&g, &free, &v); v.contradiction != "" {
			continue
		}
		w, found := b.search(v.w, func(w *world) (truth, *node) {
			var s standing
			if t, l := b.mayOblige(e, w, &s); t != yes {
				return t, l
			}
			for i := range s.may.all() {
				if r := b.ranked[i]; s.firm.has(i) && r.Verdict == Required && !r.Aside && len(r.Texts) > 0 {
					return yes, nil
				}
			}
			return no, nil
		})
		if found {
			return w, true
		}
	}
	return world{}, false
}

// mayOblige weighs a world: no if nothing may oblige there, open if what decides is not settled yet.
func (b *Base) mayOblige(e *epoch, w *world, s *standing) (truth, *node) {
	b.weigh(e, w, s)
	if !s.possible.Has(Required) {
		return no, nil
	}
	if l := b.unsettled(e, w, s); l != nil {
		return open, l
	}
	return yes, nil
}
