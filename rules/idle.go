package rules

import (
	"cmp"
	"slices"
)

// idleExceptions looks, for each thing that a rule says it is an exception to, for one combination that would be
// decided otherwise without it: by another verdict, or by the same for other reasons. « Rien aux journalistes » is
// an exception to the principle of silence, as it speaks in its place. Given days, it looks for nothing: the other
// days may need it.
func (c *checker) idleExceptions() {
	if !c.every() {
		return
	}
	b := c.b // less what was found idle: of two items that say the same, one is
	for k := range b.rules {
		if c.faulty(c.b.rules[k]) {
			continue // it never decides, or says what another one says: that is the cause
		}
		for i := 0; i < len(b.rules[k].excepts); {
			x := rewired{b: b, r: b.rules[k]}
			if !x.cut(i) || x.serves() {
				i++
				continue
			}
			c.fault(x.r.exceptsAt[i], "Retirez-la de « exception_a » ; si elle ne fait que rappeler le droit, dites-le dans « dit » ou « conseil ».",
				"la règle « %s » est exception à « %s », mais cela ne change jamais rien, à aucune date", x.r.ID, x.r.excepts[i])
			b = x.less
		}
	}
}

// faulty reports whether a fault was found in a rule, or in another one on account of it.
func (c *checker) faulty(r *Rule) bool {
	return slices.ContainsFunc(c.Faults, func(f *Fault) bool {
		return f.Place == r.Place || slices.ContainsFunc(f.Also, func(a Also) bool { return a.Place == r.Place })
	})
}

// rewired is a base beside the same one with an item of exception_a less.
type rewired struct {
	b, less *Base
	r       *Rule   // whose item it is, in b
	freed   []*Rule // in less: those that r no longer defeats
	turned  bool    // some now defeat r, which its item forbade
}

// cut makes the other base. It fails where that would not load: then the item breaks a ring of exceptions.
func (x *rewired) cut(item int) bool {
	nb := *x.b
	nb.rules, nb.ranked, nb.ruleByID, nb.epochs = nil, nil, map[RuleID]*Rule{}, nil
	for _, r := range x.b.rules {
		c := *r
		c.exceptIdx, c.byIdx, c.Excepts, c.by, c.excepted = nil, nil, nil, ruleSet{}, ruleSet{}
		if r == x.r {
			c.excepts = slices.Delete(slices.Clone(c.excepts), item, item+1)
			c.exceptsAt = slices.Delete(slices.Clone(c.exceptsAt), item, item+1)
		}
		nb.rules = append(nb.rules, &c)
		nb.ruleByID[c.ID] = &c
	}
	l := &loader{b: &nb}
	if l.link(); len(l.faults) > 0 {
		return false
	}
	x.less = &nb
	was, is := x.r, nb.rules[x.r.index]
	for _, i := range was.exceptIdx {
		if !slices.Contains(is.exceptIdx, i) {
			x.freed = append(x.freed, nb.rules[i])
		}
	}
	x.turned = len(is.byIdx) > len(was.byIdx)
	return true
}

// serves reports whether on some day a possible combination tells the bases apart: a rule that r silences
// speaks without the item, or r itself no longer does.
func (x *rewired) serves() bool {
	if len(x.freed) == 0 && !x.turned {
		return false
	}
	return slices.ContainsFunc(x.b.distinct(), func(e *epoch) bool {
		less := x.less.epochAt(e.from)
		if !e.active.has(x.r.rank) {
			return false
		}
		_, found := x.b.search(x.b.space().w, func(w *world) (truth, *node) { return x.differ(e, less, w) })
		return found
	})
}

// differ reports whether the bases differ in a world, or where to split it to know.
func (x *rewired) differ(e, less *epoch, w *world) (truth, *node) {
	if x.r.when.eval(w) == no {
		return no, nil
	}
	var s, t standing
	x.b.weigh(e, w, &s)
	if s.applies(x.r.rank) == no {
		return no, nil // an exception that does not stand silences nothing
	}
	x.less.weigh(less, w, &t)
	var hopes []*Rule // those of the other base that may make the difference
	for _, r := range x.freed {
		if t.applies(r.rank) != no {
			hopes = append(hopes, r)
		}
	}
	mine := x.less.rules[x.r.index]
	if x.turned && t.applies(mine.rank) != yes {
		hopes = append(hopes, mine)
	}
	if len(hopes) == 0 {
		return no, nil
	}
	if s.applies(x.r.rank) == open {
		return open, cmp.Or(x.b.openUnder(x.r.rank, w, &s), x.less.openUnder(mine.rank, w, &t))
	}
	for _, r := range hopes {
		if t.applies(r.rank) != open {
			return yes, nil
		}
	}
	return open, x.less.openUnder(hopes[0].rank, w, &t)
}
