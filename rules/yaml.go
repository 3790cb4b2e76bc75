package rules

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// reader reads one YAML file strictly: every key is asked for, what is left over is a fault.
// It goes on after a fault, so that all of them are told at once.
type reader struct {
	file   string
	lines  []string
	faults *[]error
}

var yamlLine = regexp.MustCompile(`line (\d+)`)

// readFile parses a file into its list of items; on a syntax fault it returns nothing.
func readFile(fsys fs.FS, file string, faults *[]error) (*reader, *yaml.Node) {
	data, err := fs.ReadFile(fsys, file)
	r := &reader{file: file, faults: faults}
	if err != nil {
		r.fault(0, 0, "fichier illisible : "+err.Error(), "")
		return r, nil
	}
	r.lines = strings.Split(string(data), "\n")
	for i, l := range r.lines {
		if t := strings.TrimLeft(l, " "); strings.HasPrefix(t, "\t") {
			r.fault(i+1, len(l)-len(t)+1, "une tabulation en début de ligne", "En YAML, décalez avec des espaces, jamais avec la touche Tabulation.")
			return r, nil
		}
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil {
		line := 1
		if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
			line, _ = strconv.Atoi(m[1])
		}
		r.fault(line, 1, "YAML mal formé ("+strings.TrimPrefix(err.Error(), "yaml: ")+")",
			"Vérifiez les guillemets, les deux-points et le décalage de cette ligne et de la précédente.")
		return r, nil
	}
	if len(doc.Content) == 0 {
		r.fault(1, 1, "fichier vide", "On attend une liste : chaque élément commence par « - ».")
		return r, nil
	}
	return r, doc.Content[0]
}

func (r *reader) fault(line, col int, problem, mend string) {
	f := &Fault{File: r.file, Line: line, Col: col, Problem: problem, Mend: mend}
	if line >= 1 && line <= len(r.lines) {
		f.Excerpt = strings.TrimRight(r.lines[line-1], "\r")
	}
	*r.faults = append(*r.faults, f)
}

func (r *reader) at(n *yaml.Node, problem, mend string) {
	r.fault(n.Line, n.Column, problem, mend)
}

func (r *reader) place(n *yaml.Node) Place { return Place{r.file, n.Line, n.Column} }

// list returns the items of a sequence.
func (r *reader) list(n *yaml.Node) []*yaml.Node {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.at(n, "on attend une liste", "Mettez chaque élément sur une ligne qui commence par « - », ou entre crochets.")
		return nil
	}
	return n.Content
}

// text returns a scalar's text.
func (r *reader) text(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	if n.Kind != yaml.ScalarNode {
		r.at(n, "on attend un texte", "")
		return ""
	}
	if n.Tag == "!!null" {
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// words returns a list of texts; a single text counts as a list of one.
func (r *reader) words(n *yaml.Node) []string {
	if n == nil {
		return nil
	}
	if n.Kind == yaml.ScalarNode {
		if t := r.text(n); t != "" {
			return []string{t}
		}
		return nil
	}
	var out []string
	for _, c := range r.list(n) {
		out = append(out, r.text(c))
	}
	return out
}

func (r *reader) date(n *yaml.Node) Date {
	if n == nil {
		return Date{}
	}
	d, err := ParseDate(r.text(n))
	if err != nil {
		r.at(n, err.Error(), "")
	}
	return d
}

// yesNo reads oui or non.
func (r *reader) yesNo(n *yaml.Node, def bool) bool {
	if n == nil {
		return def
	}
	switch r.text(n) {
	case "oui":
		return true
	case "non":
		return false
	}
	r.at(n, "on attend oui ou non", "")
	return def
}

// fields is a mapping whose keys are asked for one by one.
type fields struct {
	r    *reader
	node *yaml.Node
	got  map[string]*yaml.Node
}

// fields opens a mapping: a key outside allowed, or twice there, is a fault.
func (r *reader) fields(n *yaml.Node, allowed ...string) fields {
	f := fields{r, n, make(map[string]*yaml.Node, len(allowed))}
	if n.Kind != yaml.MappingNode {
		r.at(n, "on attend des champs « clé: valeur »", "Champs possibles : "+strings.Join(allowed, ", ")+".")
		return f
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		key := k.Value
		switch _, twice := f.got[key]; {
		case !contains(allowed, key):
			r.at(k, "champ inconnu « "+key+" »"+suggest(key, allowed), "Champs possibles : "+strings.Join(allowed, ", ")+".")
		case twice:
			r.at(k, "champ « "+key+" » écrit deux fois", "Gardez-en un seul.")
		default:
			f.got[key] = n.Content[i+1]
		}
	}
	return f
}

// must returns a field that has to be there.
func (f fields) must(key string) *yaml.Node {
	n := f.got[key]
	if n == nil && f.node.Kind == yaml.MappingNode {
		f.r.at(f.node, "il manque le champ « "+key+" »", "")
	}
	return n
}

func (f fields) text(key string) string     { return f.r.text(f.got[key]) }
func (f fields) mustText(key string) string { return f.r.text(f.must(key)) }
func (f fields) words(key string) []string  { return f.r.words(f.got[key]) }

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
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

// joinFaults makes one error of all faults, or nil.
func joinFaults(faults []error) error { return errors.Join(faults...) }
