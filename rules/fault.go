package rules

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules/internal/strictyaml"
)

// Fault is one thing wrong in the data: where, what, and how to mend it, in French.
type Fault = strictyaml.Fault

// Faults returns every Fault that err joins, in order.
func Faults(err error) []*Fault { return strictyaml.Faults(err) }

func placeOf(r *strictyaml.Reader, n *yaml.Node) Place { return Place{r.File, n.Line, n.Column} }

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

// keyValue splits « cle=valeur »; values may be joined by « | ».
func keyValue(s string) (key string, values []string, err error) {
	k, v, ok := strings.Cut(s, "=")
	if !ok || k == "" || v == "" {
		return "", nil, &FactError{full: "« " + s + " » : on attend fait=valeur", discreet: "on attend fait=valeur"}
	}
	for _, x := range strings.Split(v, "|") {
		values = append(values, strings.TrimSpace(x))
	}
	return strings.TrimSpace(k), values, nil
}
