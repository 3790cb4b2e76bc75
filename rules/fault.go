package rules

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules/internal/strictyaml"
)

// Fault is one thing wrong in the data: where, what, and how to mend it, in French.
type Fault = strictyaml.Fault

// Faults returns every Fault that err joins, in order.
func Faults(err error) []*Fault { return strictyaml.Faults(err) }

func placeOf(r *strictyaml.Reader, n *yaml.Node) Place { return Place{r.File, n.Line, n.Column} }

// readDate reads a day; none is the zero Date.
func readDate(r *strictyaml.Reader, n *yaml.Node) Date {
	if n == nil {
		return Date{}
	}
	d, err := ParseDate(r.Text(n))
	if err != nil {
		r.At(n, err.Error(), "")
	}
	return d
}

// keyValue splits « cle=valeur »; values may be joined by « | ».
func keyValue(s string) (key string, values []string, err error) {
	k, v, ok := strings.Cut(s, "=")
	if !ok || k == "" || v == "" {
		return "", nil, fmt.Errorf("« %s » : on attend fait=valeur", s)
	}
	for _, x := range strings.Split(v, "|") {
		values = append(values, strings.TrimSpace(x))
	}
	return strings.TrimSpace(k), values, nil
}
