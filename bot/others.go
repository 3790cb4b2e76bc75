package bot

import (
	"slices"
	"strings"

	"motus/rules"
	"motus/rules/comprehension"
)

// maxOthers bounds how many questions asked beside the first are answered too.
const maxOthers = 3

// others answers the questions that stand beside the first in the same text, in their order.
func (c *composer) others(r *Reply) {
	for i := range c.q.Others[:min(len(c.q.Others), maxOthers)] {
		q := c.q.Others[i]
		o := Compose(c.b, q, c.on, c.today)
		o.About = c.named()(c.about(&q))
		r.Others = append(r.Others, o)
	}
	if len(c.q.Others) > maxOthers {
		r.Advice = append(r.Advice, Typeset("Vous posez plus de quatre questions à la fois : posez les dernières à part."))
	}
}

// about says to whom or of what another question asks: « Et pour « le procureur » ? ».
func (c *composer) about(q *comprehension.Question) string {
	for _, key := range []rules.Key{"destinataire", "acte"} {
		value := c.b.Get(q.Facts, key)
		if value == "" || key == "destinataire" && value == c.b.Get(c.q.Facts, key) {
			continue
		}
		f := c.b.Fact(key)
		if i := slices.IndexFunc(f.Values, func(v rules.FactValue) bool { return v.ID == value }); i >= 0 {
			return "Et pour « " + f.Values[i].Label + " » ?"
		}
	}
	return "Et pour l'autre question ?"
}

// otherParts says the answers to the other questions, each under what it is about.
func (r *Reply) otherParts(para func(Role, string), list func(Role, string, []string)) {
	for i := range r.Others {
		o := &r.Others[i]
		para(Headline, o.About+" "+o.Headline)
		para(Plain, o.Scope)
		para(Plain, strings.Join(o.Why, " "))
		list(Plain, "Conditions :", o.Conditions)
		para(Plain, o.Otherwise)
	}
}
