package bot

import (
	"slices"
	"strings"

	"motus/rules"
	"motus/rules/comprehension"
)

// reconcile answers contradictory facts all the same where a peril is present: to help is due
// whatever the rest says. It keeps the peril and the recipient, drops what contradicts them, and
// returns why the facts contradict, for the reply to say; "" where there is nothing to drop.
func (c *composer) reconcile(d *rules.Decision) string {
	if d.Conflict == "" || !c.known("peril", "oui") {
		return ""
	}
	why := d.Conflict
	q := *c.q
	q.Facts = c.b.Reconcile(q.Facts, "peril", "destinataire")
	c.q = &q
	*d = c.b.Decide(q.Facts, c.on)
	return "Le reste ne va pas ensemble, et ne change rien tant que le péril dure : " + lowerFirst(why)
}

// conflict asks which of the facts that contradict each other is to be corrected, and says what
// each value of the first of them would lead to. A danger said comes before.
func (c *composer) conflict(r *Reply, d *rules.Decision) {
	r.Kind = KindClarification
	r.Headline = "Ces faits ne vont pas ensemble."
	if c.q.Modality != comprehension.Open {
		r.Answer = Depends
		r.Headline = "Cela dépend : ces faits ne vont pas ensemble."
	}
	r.Why = []string{d.Conflict}
	r.Alert = perilLine
	if r.Danger = c.q.Danger || c.dangerSaid(); r.Danger {
		r.Alert = "D'abord : " + lowerFirst(perilLine)
	}
	clash := c.b.Clash(c.q.Facts)
	slices.SortStableFunc(clash, func(x, y rules.Key) int { // the fact on which most turns comes first
		return int(c.b.Fact(y).Kind) - int(c.b.Fact(x).Kind)
	})
	var labels []string
	for _, k := range clash {
		r.Missing = append(r.Missing, string(k))
		labels = append(labels, c.b.Fact(k).Label)
	}
	r.Ask = "Lequel faut-il corriger : " + oneOf(labels) + " ?"
	r.Theme = c.clashTheme(r.Theme, clash)
	r.Cases = "Si c'est « " + labels[0] + " » que l'on corrige :"
	rest := c.b.Reconcile(c.b.Forget(c.q.Facts, clash[0]))
	r.Branches = c.branches(r, rest, clash[0])
}

// oneOf lists what to choose from: « a, b ou c ».
func oneOf(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " ou " + list[last]
}

// clashTheme is the theme of the decision that one of the contradictory facts would lead to without
// the others.
func (c *composer) clashTheme(theme string, clash []rules.Key) string {
	for i := 0; theme == "" && i < len(clash); i++ {
		f := c.q.Facts
		for j, k := range clash {
			if j != i {
				f = c.b.Forget(f, k)
			}
		}
		d := c.b.Decide(c.b.Reconcile(f), c.on)
		theme = d.Theme
	}
	if theme == "" {
		return "decision"
	}
	return theme
}

// dangerSaid reports whether a fact of danger is known to be otherwise than by default.
func (c *composer) dangerSaid() bool {
	for _, f := range c.b.Facts() {
		safe, ok := f.Default()
		if said := c.b.Get(c.q.Facts, f.Key); f.Kind == rules.Danger && ok && said != "" && said != safe {
			return true
		}
	}
	return false
}
