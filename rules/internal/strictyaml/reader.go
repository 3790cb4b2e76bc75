package strictyaml

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Reader reads one YAML file strictly: every key is asked for, what is left over is a fault.
// It goes on after a fault, so that all of them are told at once.
type Reader struct {
	File   string
	lines  []string
	faults *[]error
}

var yamlLine = regexp.MustCompile(`line (\d+)`)

// ReadFile parses a file into its root node, nil on a syntax fault. It adds every *Fault to faults,
// and so does the reader afterwards.
func ReadFile(fsys fs.FS, file string, faults *[]error) (*Reader, *yaml.Node) {
	data, err := fs.ReadFile(fsys, file)
	r := &Reader{File: file, faults: faults}
	if err != nil {
		r.fault(0, 0, "fichier illisible : "+err.Error(), "")
		return r, nil
	}
	r.lines = strings.Split(string(data), "\n")
	for i, l := range r.lines {
		if t := strings.TrimLeft(l, " -"); strings.HasPrefix(t, "\t") {
			r.fault(i+1, len(l)-len(t)+1, "une tabulation en début de ligne", "En YAML, décalez avec des espaces, jamais avec la touche Tabulation.")
			return r, nil
		}
	}
	var doc, second yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&doc); err != nil && !errors.Is(err, io.EOF) {
		return r, r.malformed(err)
	}
	if err := dec.Decode(&second); err == nil {
		r.fault(second.Line, 1, "un second document après « --- »", "Un fichier est une seule liste : retirez « --- ».")
		return r, nil
	} else if !errors.Is(err, io.EOF) {
		return r, r.malformed(err)
	}
	if len(doc.Content) == 0 {
		r.fault(1, 1, "fichier vide", "On attend une liste : chaque élément commence par « - ».")
		return r, nil
	}
	return r, doc.Content[0]
}

func (r *Reader) malformed(err error) *yaml.Node {
	line := 1
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		line, _ = strconv.Atoi(m[1])
	}
	r.fault(line, 1, "YAML mal formé ("+strings.TrimPrefix(err.Error(), "yaml: ")+")",
		"Vérifiez les guillemets, les deux-points et le décalage de cette ligne et de la précédente.")
	return nil
}

func (r *Reader) fault(line, col int, problem, mend string) {
	f := &Fault{File: r.File, Line: line, Col: col, Problem: problem, Mend: mend}
	if line >= 1 && line <= len(r.lines) {
		f.Excerpt = strings.TrimRight(r.lines[line-1], "\r")
	}
	*r.faults = append(*r.faults, f)
}

// At notes a fault at a node. mend may be empty.
func (r *Reader) At(n *yaml.Node, problem, mend string) {
	r.fault(n.Line, n.Column, problem, mend)
}

// List returns the items of a sequence.
func (r *Reader) List(n *yaml.Node) []*yaml.Node {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.At(n, "on attend une liste", "Mettez chaque élément sur une ligne qui commence par « - », ou entre crochets.")
		return nil
	}
	return n.Content
}

// Text returns a scalar's text.
func (r *Reader) Text(n *yaml.Node) string {
	if n == nil {
		return ""
	}
	if n.Kind != yaml.ScalarNode {
		r.At(n, "on attend un texte", "")
		return ""
	}
	if n.Tag == "!!null" {
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// Words returns a list of texts; a single text counts as a list of one.
func (r *Reader) Words(n *yaml.Node) []string {
	if n == nil {
		return nil
	}
	if n.Kind == yaml.ScalarNode {
		if t := r.Text(n); t != "" {
			return []string{t}
		}
		return nil
	}
	var out []string
	for _, c := range r.List(n) {
		out = append(out, r.Text(c))
	}
	return out
}

// YesNo reads oui or non.
func (r *Reader) YesNo(n *yaml.Node, def bool) bool {
	if n == nil {
		return def
	}
	switch r.Text(n) {
	case "oui":
		return true
	case "non":
		return false
	}
	r.At(n, "on attend oui ou non", "")
	return def
}

// Fields is a mapping whose keys are asked for one by one. Got holds those that are allowed and
// there.
type Fields struct {
	r    *Reader
	node *yaml.Node
	Got  map[string]*yaml.Node
}

// Fields opens a mapping: a key outside allowed, or twice there, is a fault.
func (r *Reader) Fields(n *yaml.Node, allowed ...string) Fields {
	f := Fields{r, n, make(map[string]*yaml.Node, len(allowed))}
	if n.Kind != yaml.MappingNode {
		r.At(n, "on attend des champs « clé: valeur »", "Champs possibles : "+strings.Join(allowed, ", ")+".")
		return f
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		key := k.Value
		switch _, twice := f.Got[key]; {
		case !slices.Contains(allowed, key):
			r.At(k, "champ inconnu « "+key+" »"+Suggest(key, allowed), "Champs possibles : "+strings.Join(allowed, ", ")+".")
		case twice:
			r.At(k, "champ « "+key+" » écrit deux fois", "Gardez-en un seul.")
		default:
			f.Got[key] = n.Content[i+1]
		}
	}
	return f
}

// Must returns a field that has to be there.
func (f Fields) Must(key string) *yaml.Node {
	n := f.Got[key]
	if n == nil && f.node.Kind == yaml.MappingNode {
		f.r.At(f.node, "il manque le champ « "+key+" »", "")
	}
	return n
}

// Text returns a field's text, "" if it is not there.
func (f Fields) Text(key string) string { return f.r.Text(f.Got[key]) }

// MustText returns the text of a field that has to be there.
func (f Fields) MustText(key string) string { return f.r.Text(f.Must(key)) }

// Words returns a field's texts, none if it is not there.
func (f Fields) Words(key string) []string { return f.r.Words(f.Got[key]) }
