package rules

import (
	"slices"
	"strings"

	"motus/rules/internal/strictyaml"
)

// resolveExceptions turns the ids and patterns of exception_a into rules. A pattern never covers
// the rule itself, nor a rule that says it is an exception to this one.
func (l *loader) resolveExceptions(r *Rule) {
	b := l.b
	for i, pat := range r.excepts {
		found := false
		for _, t := range b.rules {
			if string(t.ID) == pat {
				found = true
				l.except(r, t)
				continue
			}
			if t == r || !covers(pat, t) {
				continue
			}
			found = true
			if slices.Contains(t.excepts, string(r.ID)) || slices.Contains(t.excepts, "*") {
				continue
			}
			l.except(r, t)
		}
		if !found {
			l.faults = append(l.faults, &Fault{Place: r.exceptsAt[i],
				Problem: "la règle « " + string(r.ID) + " » est exception à « " + pat + " », qui n'existe pas" + strictyaml.Suggest(pat, append(b.ruleIDs(), verdictIDs[1:]...)),
				Mend:    "On attend une règle (" + listed + "), un sujet entier (maire.*), un verdict (" + strings.Join(verdictIDs[1:], ", ") + "), ou \"*\"."})
		}
	}
}

func (b *Base) ruleIDs() []string {
	var ids []string
	for _, r := range b.rules {
		ids = append(ids, string(r.ID))
	}
	return ids
}

// covers reports whether a pattern of exception_a names rule t: « * » every rule, « maire.* »
// those of a subject, a verdict those that lead to it.
func covers(pat string, t *Rule) bool {
	if pat == "*" || pat == t.Verdict.String() {
		return true
	}
	prefix, ok := strings.CutSuffix(pat, ".*")
	return ok && strings.HasPrefix(string(t.ID), prefix+".")
}

func (l *loader) except(r, t *Rule) {
	if t == r || slices.Contains(r.exceptIdx, t.index) {
		return
	}
	r.exceptIdx = append(r.exceptIdx, t.index)
	r.Excepts = append(r.Excepts, t.ID)
	t.byIdx = append(t.byIdx, r.index)
}

// rank numbers rules in the order of evaluation, and turns the graph of exceptions into ranks.
func (b *Base) rank(order []int32) {
	b.ranked = make([]*Rule, len(order))
	for k, i := range order {
		b.ranked[k] = b.rules[i]
		b.rules[i].rank = int32(k)
	}
	for _, r := range b.rules {
		for k, i := range r.byIdx {
			r.byIdx[k] = b.rules[i].rank
			r.by.add(b.rules[i].rank)
			b.rules[i].excepted.add(r.rank)
		}
	}
}

// topological orders rules so that those that defeat a rule come before it. It fails if some defeat
// one another in a ring.
func topological(rules []*Rule) (order []int32, ok bool) {
	const onPath, done = 1, 2
	state := make([]uint8, len(rules))
	var visit func(i int32) bool
	visit = func(i int32) bool {
		if state[i] != 0 {
			return state[i] == done
		}
		state[i] = onPath
		for _, d := range rules[i].byIdx {
			if !visit(d) {
				return false
			}
		}
		state[i] = done
		order = append(order, i)
		return true
	}
	for i := range rules {
		if !visit(int32(i)) {
			return nil, false
		}
	}
	return order, true
}

// ring tells the shortest ring of exceptions, with the place of each: the fewer the rules, the
// plainer which exception is one too many.
func (l *loader) ring() {
	ring := shortestRing(l.b.rules)
	f := &Fault{Mend: "Une règle ne peut pas l'emporter sur celle qui l'emporte sur elle : retirez l'une des exceptions."}
	around := ""
	for k, r := range ring {
		t := ring[(k+1)%len(ring)]
		prevails := "« " + string(r.ID) + " » l'emporte sur « " + string(t.ID) + " »"
		if around += string(r.ID) + " → "; k == 0 {
			f.Place, f.Problem = l.excepting(r, t), prevails
			continue
		}
		f.Also = append(f.Also, at(l.excepting(r, t), prevails))
	}
	f.Problem = "exceptions en rond (" + around + string(ring[0].ID) + ") : " + f.Problem
	l.faults = append(l.faults, f)
}

// excepting is where r says that it is an exception to t: by its name, else by a pattern.
func (l *loader) excepting(r, t *Rule) Place {
	i := slices.Index(r.excepts, string(t.ID))
	if i < 0 {
		i = slices.IndexFunc(r.excepts, func(pat string) bool { return covers(pat, t) })
	}
	if i < len(r.exceptsAt) {
		return r.exceptsAt[i]
	}
	return r.Place // a base bred by a test
}

// shortestRing returns the fewest rules of which each is an exception to the next, and the last to
// the first. Of rings as short, it is that of the rule declared first, which begins it.
func shortestRing(rules []*Rule) []*Rule {
	var best []*Rule
	for _, r := range rules {
		if ring := ringFrom(rules, r); best == nil || ring != nil && len(ring) < len(best) {
			best = ring
		}
	}
	return best
}

// ringFrom returns the shortest way from a rule to itself by exceptions, or nil: it looks at those
// one exception away, then two.
func ringFrom(rules []*Rule, start *Rule) []*Rule {
	from := make([]*Rule, len(rules)) // the rule by which each was reached
	for next := []*Rule{start}; len(next) > 0; next = next[1:] {
		r := next[0]
		for _, i := range r.exceptIdx {
			if i != start.index {
				if from[i] == nil {
					from[i] = r
					next = append(next, rules[i])
				}
				continue
			}
			ring := []*Rule{r}
			for ; r != start; r = from[r.index] {
				ring = append(ring, from[r.index])
			}
			slices.Reverse(ring)
			return ring
		}
	}
	return nil
}
