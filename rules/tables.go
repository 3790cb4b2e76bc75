package rules

import "slices"

// tables are what a decision looks up rather than works out again, made once at loading.
type tables struct {
	fails [MaxFacts][]ruleSet // for each value of each fact, the rules that it alone makes false
	reads [MaxFacts]ruleSet   // for each fact, the rules that read it
	plain [MaxFacts]ruleSet   // of these, those that read it once, in a leaf without which they are false

	deciding   []*Fact  // the facts asked before any verdict is given
	unprompted factBits // those that whoever asks names unprompted

	saying [len(AllVerdicts) + 1]ruleSet // for each verdict, the rules that lead to it
	aside  ruleSet                       // the rules that bid one help otherwise than by speaking there
	swift  [MaxFacts]*Rule               // for each danger that may be put in doubt, the rule that it alone makes decide

	bars     [MaxFacts][]int32   // for each fact, the exclusions that read it
	closing  [MaxFacts][]closing // of these, those that close a fact once the others hold
	bearing  [MaxFacts][]int32   // for each fact, the deductions that read it or conclude on it
	defaults []byDefault         // in the order of the facts
}

// closing is an exclusion, with the values of a fact that make its part of it hold. Those that a
// deduction says already are left out.
type closing struct {
	mask      uint64
	exclusion int32
}

// byDefault is the value a fact takes when nothing is said of it, with what may refuse it.
type byDefault struct {
	fact    *Fact
	bit     uint64      // several for a loose value
	onlyIf  condition   // a value presumed in one case only
	against []condition // from which another value follows, for a silent default
	bars    []int32     // the exclusions that this value may meet
	sure    bool        // nothing may refuse it
	says    Presumed
	denies  ruleSet // the rules of which it makes a part false
}

// indexCoherence fills the tables of exclusions, deductions and defaults.
func (b *Base) indexCoherence() {
	for j := range b.exclusions {
		x := &b.exclusions[j]
		x.when.required(func(n *node) { x.leaves = append(x.leaves, *n) })
		x.plain = x.when.flat()
		for _, l := range x.leaves {
			if x.plain && !x.derived {
				b.closing[l.fact] = append(b.closing[l.fact], closing{l.mask, int32(j)})
			}
		}
		for i := range b.facts {
			if x.when.mentions(uint8(i)) {
				b.bars[i] = append(b.bars[i], int32(j))
			}
		}
	}
	for _, f := range b.facts {
		for j, d := range b.deductions {
			if d.fact == f.index || d.when.mentions(f.index) {
				b.bearing[f.index] = append(b.bearing[f.index], int32(j))
			}
		}
		for _, s := range f.supposed {
			p := b.byDefault(f, s.value, s.says)
			p.onlyIf, p.sure = s.when, false
			b.defaults = append(b.defaults, p)
		}
		if f.presumed >= 0 {
			b.defaults = append(b.defaults, b.byDefault(f, f.presumed, f.presumes))
		}
		if f.Named {
			b.unprompted.add(f.index)
		}
		if f.Kind == Deciding {
			b.deciding = append(b.deciding, f)
		}
	}
}

func (b *Base) byDefault(f *Fact, value int, says string) byDefault {
	p := byDefault{fact: f, bit: f.Values[value].mask, says: Presumed{f.Key, f.Values[value].ID, says}}
	for _, d := range b.deductions {
		if f.silent && d.fact == f.index && d.mask&p.bit == 0 {
			p.against = append(p.against, d.when)
		}
	}
	for _, j := range b.bars[f.index] {
		never := func(n node) bool { return n.fact == f.index && n.mask&p.bit == 0 }
		if !slices.ContainsFunc(b.exclusions[j].leaves, never) {
			p.bars = append(p.bars, j)
		}
	}
	p.sure = len(f.liftedIf)+len(p.against)+len(p.bars) == 0
	return p
}

// indexRules fills the tables of rules, once they are ranked.
func (b *Base) indexRules() {
	b.reads, b.plain, b.saying = [MaxFacts]ruleSet{}, [MaxFacts]ruleSet{}, [len(AllVerdicts) + 1]ruleSet{}
	b.aside, b.swift = ruleSet{}, [MaxFacts]*Rule{}
	for _, f := range b.facts {
		if len(f.doubtedIf) > 0 {
			b.swift[f.index] = b.decidesAlone(f)
		}
	}
	b.defaults = slices.Clone(b.defaults)
	for k := range b.defaults {
		b.defaults[k].denies = ruleSet{}
	}
	for i, f := range b.facts {
		b.fails[i] = make([]ruleSet, f.exact())
	}
	for _, r := range b.rules {
		b.saying[r.Verdict].add(r.rank)
		if r.Aside {
			b.aside.add(r.rank)
		}
		var read [MaxFacts]int
		for i := range r.when {
			if r.when[i].op == opIs {
				read[r.when[i].fact]++
			}
		}
		r.facts, r.must = r.when.facts(), factBits{} // a rule bred from another had its own
		r.when.required(func(l *node) {
			r.must.add(l.fact)
			if read[l.fact] == 1 {
				b.plain[l.fact].add(r.rank)
			}
			for v := range b.fails[l.fact] {
				if l.mask&(1<<v) == 0 {
					b.fails[l.fact][v].add(r.rank)
				}
			}
		})
		for i := range r.when {
			l := &r.when[i]
			if l.op != opIs {
				continue
			}
			b.reads[l.fact].add(r.rank)
			for k := range b.defaults {
				if p := &b.defaults[k]; p.fact.index == l.fact && l.mask&p.bit == 0 {
					p.denies.add(r.rank)
				}
			}
		}
	}
}

// decidesAlone returns the rule that a danger makes decide whatever the rest: it holds, and every
// rule that says otherwise is among those it is an exception to. It spares the weighing of the rest.
func (b *Base) decidesAlone(f *Fact) *Rule {
	w := b.anything
	w[f.index] = f.full() &^ (1 << f.presumed)
	for _, r := range b.rules {
		if r.when.eval(&w) == yes && !slices.ContainsFunc(b.rules, func(t *Rule) bool {
			return t.Verdict != r.Verdict && !r.excepted.has(t.rank)
		}) {
			return r
		}
	}
	return nil
}
