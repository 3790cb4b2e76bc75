package rules

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules/internal/strictyaml"
)

// Fault is one thing wrong in the data: its Place, the Problem, how to Mend it, in French, and the
// other places that it speaks of, Also. Error shows the line of each, a caret under the column.
type Fault = strictyaml.Fault

// Place is where something stands in the data: File, Line and Col, from 1, and Excerpt, the line as
// it is written there.
type Place = strictyaml.Place

// Also is another place that a fault speaks of, and what it Says of it.
type Also = strictyaml.Also

func at(p Place, says string) Also { return Also{Place: p, Says: says} }

// also shows where a rule that a fault speaks of is written, and what it leads to.
func (r *Rule) also() Also { return at(r.Place, "« "+string(r.ID)+" » ("+r.Verdict.String()+")") }

func (b *Base) also(ids []RuleID) []Also {
	var out []Also
	for _, id := range ids {
		out = append(out, b.ruleByID[id].also())
	}
	return out
}

// Faults returns every Fault that err joins, in order.
func Faults(err error) []*Fault { return strictyaml.Faults(err) }

// No text cited is older than the Code civil, none is known so far ahead.
const (
	firstYear = 1804
	lastYear  = 2100
)

// readDate reads a day; none is the zero Date.
func readDate(r *strictyaml.Reader, n *yaml.Node) Date {
	if n == nil {
		return Date{}
	}
	d, err := ParseDate(r.Text(n))
	switch {
	case err != nil:
		r.At(n, "date « "+r.Text(n)+" » : "+err.Error(), "")
	case d.Year < firstYear || d.Year > lastYear:
		r.At(n, "date « "+d.String()+" » : cette année est hors du droit que la base peut dire", "Vérifiez l'année.")
	}
	return d
}

// keyValue splits « cle=valeur », whatever the spaces around; values may be joined by « | ».
func keyValue(s string) (key string, values []string, err error) {
	key, joined, ok := strings.Cut(s, "=")
	key, values = strings.TrimSpace(key), strings.Split(joined, "|")
	for i, v := range values {
		values[i] = strings.TrimSpace(v)
		ok = ok && values[i] != ""
	}
	if !ok || key == "" {
		return "", nil, &FactError{full: "« " + s + " » : on attend fait=valeur", discreet: "on attend fait=valeur"}
	}
	return key, values, nil
}
