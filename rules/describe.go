package rules

import (
	"strconv"
	"strings"
)

// Describe says the conditions of a rule in French, one a line, as a jurist reads them back:
// « à qui : le maire », « l'un de ceci : 1° … ; 2° … ».
func (b *Base) Describe(r *Rule) []string {
	if len(r.when) == 0 {
		return nil
	}
	if r.when[0].op == opAll {
		var out []string
		for j := 1; j < len(r.when); j = int(r.when[j].end) {
			out = append(out, b.describeAt(r.when, j, 0))
		}
		return out
	}
	return []string{b.describeAt(r.when, 0, 0)}
}

// describeAt says one place of a condition, at a depth of lists. The parts of a list are numbered, as a
// text of law numbers them, so that « et » shows what it joins.
func (b *Base) describeAt(c condition, i, depth int) string {
	n := &c[i]
	if name := n.name(); name != "" {
		return name
	}
	if n.op == opIs {
		return b.describeLeaf(n)
	}
	var parts []string
	for j := i + 1; j < int(n.end); j = int(c[j].end) {
		part := b.describeAt(c, j, depth+1)
		if n.op == opAll && c[j].op != opIs && c[j].name() == "" && int(n.end) > int(c[j].end) {
			part = "(" + part + ")"
		}
		parts = append(parts, part)
	}
	head := "l'un de ceci : "
	switch {
	case n.op == opAll:
		return strings.Join(parts, ", et ")
	case n.op == opNone:
		head = "rien de ceci : "
	case len(parts) == 1:
		return parts[0]
	}
	if len(parts) > 1 {
		for k := range parts {
			parts[k] = number(k, depth) + " " + parts[k]
		}
	}
	return head + strings.Join(parts, " ; ")
}

// number marks the part k of a list: 1°, then a) in a list within a list.
func number(k, depth int) string {
	if depth > 0 && k < 26 {
		return string(rune('a'+k)) + ")"
	}
	return strconv.Itoa(k+1) + "°"
}

func (b *Base) describeLeaf(n *node) string {
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
