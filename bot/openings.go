package bot

import (
	"slices"
	"strings"

	"motus/rules"
)

// alert is the line of peril: first where a danger was said, dropped where helping is the answer
// already, or where one only appears when summoned.
func (c *composer) alert(d *rules.Decision) string {
	line := perilLine
	if c.known("crime_evitable", "oui") {
		line = crimeLine
	}
	switch {
	case d.Reserve != nil:
		return "D'abord, " + lowerFirst(line)
	case slices.Contains(d.Rules, "peril.assistance") && !d.Conditional() || d.Aside() || c.known("acte", "comparaitre"):
		return ""
	}
	return line
}

// maxOpenings is on how many lines openings are told.
const maxOpenings = 4

// openings names what was not spoken of and would change a verdict of silence, or a « sinon : gardez le
// silence », or a « vous n'êtes pas obligé »: what would oblige first, what would only be weighed last, and a disappearance after
// all else where another danger was said. A « vous n'êtes pas obligé » leaves none out: its last
// line holds those that are too many. Where a danger was said, the alert stands first and says enough of silence.
func (c *composer) openings(r *Reply, d *rules.Decision, owed []rules.Owed) []string {
	told := c.deniesDuty(r, d) && !elsewhere(owed)                      // else the duty towards somebody else is the answer
	silent := d.Verdict == rules.Forbidden || d.Else == rules.Forbidden // outright, or « sinon »
	if (!silent || d.Reserve != nil) && !told {
		return nil
	}
	facts := c.q.Facts
	if c.unboundAsksDuty() {
		if v, err := c.b.Value("destinataire", "procureur"); err == nil {
			facts = facts.With(v) // to whom such a duty is owed
		}
	}
	all := slices.DeleteFunc(c.b.Openings(facts, c.on), func(o rules.Condition) bool {
		return d.Reserve != nil && o.Key == d.Reserve.Key // the alert says it
	})
	rank := func(o rules.Condition) int {
		v, err := c.b.Value(string(o.Key), o.Expected)
		if err != nil {
			return 0
		}
		with := c.b.Decide(facts.With(v), c.on)
		n := slices.Index(usefulFirst, with.Verdict)*2 + len(usefulFirst)
		if with.Conditional() {
			n++
		}
		if d.Reserve != nil && strings.HasPrefix(string(o.Key), "disparition") {
			n += 10
		}
		return n
	}
	slices.SortStableFunc(all, func(a, b rules.Condition) int { return rank(a) - rank(b) })
	var out []string
	for i, o := range all {
		if i < maxOpenings {
			out = append(out, o.Label)
		} else if told {
			out[maxOpenings-1] += " ; " + o.Label
		}
	}
	return out
}

// usefulFirst orders verdicts by what they open.
var usefulFirst = []rules.Verdict{rules.Required, rules.Allowed, rules.NoVerdict, rules.Weighed, rules.Forbidden}
