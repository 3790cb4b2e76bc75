package rules

import "strings"

// Describe says the conditions of a rule in French, one a line, as a jurist reads them back:
// « à qui : le maire », « l'un de : … ».
func (b *Base) Describe(r *Rule) []string {
	if len(r.when) == 0 {
		return nil
	}
	if r.when[0].op == opAll {
		var out []string
		for j := 1; j < len(r.when); j = int(r.when[j].end) {
			out = append(out, b.describeAt(r.when, j))
		}
		return out
	}
	return []string{b.describeAt(r.when, 0)}
}

func (b *Base) describeAt(c condition, i int) string {
	n := &c[i]
	if name := n.name(); name != "" {
		return name
	}
	if n.op == opIs {
		f := b.facts[n.fact]
		var in, out []string
		for v := range f.exact() {
			if n.mask&(1<<v) != 0 {
				in = append(in, f.Values[v].Label)
			} else {
				out = append(out, f.Values[v].Label)
			}
		}
		if len(in) > len(out) && len(in) > 4 {
			return f.Label + " : tout sauf " + strings.Join(out, ", ")
		}
		return f.Label + " : " + strings.Join(in, " ou ")
	}
	var parts []string
	for j := i + 1; j < int(n.end); j = int(c[j].end) {
		parts = append(parts, b.describeAt(c, j))
	}
	switch n.op {
	case opAny:
		return "l'un de ceci : " + strings.Join(parts, " | ")
	case opNone:
		return "rien de ceci : " + strings.Join(parts, " | ")
	}
	return strings.Join(parts, ", et ")
}

// ExceptedBy lists the rules that defeat r, in the base's order.
func (b *Base) ExceptedBy(r *Rule) []RuleID {
	var out []RuleID
	for _, x := range b.rules {
		for _, id := range x.Excepts {
			if id == r.ID {
				out = append(out, x.ID)
			}
		}
	}
	return out
}
