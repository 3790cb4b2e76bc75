package strictyaml

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Reader reads one YAML file strictly: every key is asked for, what is left over is a fault.
// It goes on after a fault, so that all of them are told at once.
type Reader struct {
	File   string
	Merged bool // a field stood twice in an item, which may be two: of these, one is not read
	lines  []string
	faults *[]error
	told   map[*yaml.Node]bool // what is spoilt: nothing more is told of it
}

// ReadFile parses a file into its root node, nil on a syntax fault. It adds every *Fault to faults,
// and so does the reader afterwards.
func ReadFile(fsys fs.FS, file string, faults *[]error) (*Reader, *yaml.Node) {
	data, err := fs.ReadFile(fsys, file)
	r := &Reader{File: file, faults: faults}
	if err != nil {
		r.fault(0, 0, "le fichier ne se laisse pas lire", "")
		return r, nil
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	r.lines = strings.Split(string(data), "\n")
	if !r.readable(data) {
		return r, nil
	}
	var doc, second yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(data))
	if err := dec.Decode(&doc); err != nil && !errors.Is(err, io.EOF) {
		r.malformed(err)
		return r, nil
	}
	if err := dec.Decode(&second); err == nil {
		r.fault(second.Line, 1, "un second document après « --- »", "Un fichier est une seule liste : retirez « --- ».")
		return r, nil
	} else if !errors.Is(err, io.EOF) {
		r.malformed(err)
		return r, nil
	}
	if len(doc.Content) == 0 {
		r.fault(1, 1, "fichier vide", "On attend une liste : chaque élément commence par « - ».")
		return r, nil
	}
	if r.refuse(doc.Content[0]) {
		return r, nil
	}
	r.torn(doc.Content[0])
	return r, doc.Content[0]
}

func (r *Reader) fault(line, col int, problem, mend string) {
	*r.faults = append(*r.faults, &Fault{Place: r.place(line, col), Problem: problem, Mend: mend})
}

func (r *Reader) place(line, col int) Place {
	p := Place{File: r.File, Line: line, Col: col}
	if line >= 1 && line <= len(r.lines) {
		p.Excerpt = strings.TrimRight(r.lines[line-1], "\r")
	}
	return p
}

// Place is where a node stands, for the faults that show once all is read.
func (r *Reader) Place(n *yaml.Node) Place { return r.place(n.Line, n.Column) }

// At notes a fault at a node. mend may be empty.
func (r *Reader) At(n *yaml.Node, problem, mend string) {
	if r.told[n] {
		return
	}
	r.fault(n.Line, n.Column, problem, mend)
}

// spoilt notes that a node is not what is expected at all: what would be told of it further on only
// follows.
func (r *Reader) spoilt(n *yaml.Node, problem, mend string) {
	r.At(n, problem, mend)
	if r.told == nil {
		r.told = map[*yaml.Node]bool{}
	}
	r.told[n] = true
}

// List returns the items of a sequence.
func (r *Reader) List(n *yaml.Node) []*yaml.Node {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		r.spoilt(n, "on attend une liste", "Mettez chaque élément sur une ligne qui commence par « - », ou entre crochets.")
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
		r.spoilt(n, "on attend un texte", "")
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
		t := r.Text(n)
		if t == "" {
			return nil
		}
		if n.Style == 0 && strings.Contains(t, ", ") {
			r.At(n, "plusieurs textes sans crochets n'en font qu'un", "Écrivez une liste : [a, b], ou mettez le texte entre guillemets s'il est seul.")
		}
		return []string{t}
	}
	var out []string
	for _, c := range r.List(n) {
		t := r.Text(c)
		switch {
		case c.Kind != yaml.ScalarNode:
			continue // told already
		case t == "":
			r.At(c, "un élément vide", "Remplissez-le ou retirez-le.")
			continue
		case slices.Contains(out, t):
			r.At(c, "« "+t+" » écrit deux fois", "Gardez-en un seul.")
		}
		out = append(out, t)
	}
	return out
}

// Item is the node of the text that Words gives at i: what is no text, or an empty one, is not counted.
func Item(n *yaml.Node, i int) *yaml.Node {
	if n.Kind != yaml.SequenceNode {
		return n
	}
	for _, c := range n.Content {
		if c.Kind != yaml.ScalarNode || isEmpty(c) {
			continue
		}
		if i == 0 {
			return c
		}
		i--
	}
	return n
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

// Fields is a mapping whose keys are asked for one by one. Got holds those that are allowed, there
// and not empty.
type Fields struct {
	r    *Reader
	node *yaml.Node
	Got  map[string]*yaml.Node
	told map[string]bool // those that are empty, or misspelt
}

// Fields opens a mapping: a key outside allowed, twice there, or without a value, is a fault.
func (r *Reader) Fields(n *yaml.Node, allowed ...string) Fields {
	f := Fields{r, n, make(map[string]*yaml.Node, len(allowed)), map[string]bool{}}
	if n.Kind != yaml.MappingNode {
		r.spoilt(n, "on attend des champs « clé: valeur »", "Champs possibles : "+strings.Join(allowed, ", ")+".")
		return f
	}
	var meant []string
	merged := false
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.Content[i]
		key := k.Value
		_, twice := f.Got[key]
		first, _, _ := strings.Cut(key, " ")
		switch {
		case first != key && slices.Contains(allowed, first) && isEmpty(n.Content[i+1]):
			r.At(k, "il manque « : » après « "+first+" »", "On attend « "+first+": … ».")
			meant = append(meant, first)
		case !slices.Contains(allowed, key):
			r.At(k, "champ inconnu « "+key+" »"+Suggest(key, allowed), "Champs possibles : "+strings.Join(allowed, ", ")+".")
			meant = append(meant, Nearest(key, allowed))
		case twice || f.told[key]:
			if !merged { // once: all the fields of an item follow those of the one above
				r.At(k, "champ « "+key+" » écrit deux fois", "Gardez-en un seul, ou commencez un autre élément par « - ».")
			}
			merged, r.Merged = true, true
		case isEmpty(n.Content[i+1]):
			r.At(n.Content[i+1], "« "+key+" » est vide", "Remplissez-le ou retirez-le.")
			f.told[key] = true
		default:
			f.Got[key] = n.Content[i+1]
		}
	}
	for _, key := range meant {
		f.told[key] = true
	}
	return f
}

// isEmpty reports whether a value says nothing: no text, or an empty list.
func isEmpty(n *yaml.Node) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		return n.Tag == "!!null" || strings.TrimSpace(n.Value) == ""
	case yaml.SequenceNode:
		return len(n.Content) == 0
	}
	return false
}

// Must returns a field that has to be there.
func (f Fields) Must(key string) *yaml.Node {
	n := f.Got[key]
	if n == nil && !f.told[key] && f.node.Kind == yaml.MappingNode {
		f.r.At(f.node, "il manque le champ « "+key+" »", "")
	}
	return n
}

// Fault notes a fault of the whole mapping.
func (f Fields) Fault(problem, mend string) { f.r.At(f.node, problem, mend) }

// Text returns a field's text, "" if it is not there.
func (f Fields) Text(key string) string { return f.r.Text(f.Got[key]) }

// MustText returns the text of a field that has to be there.
func (f Fields) MustText(key string) string { return f.r.Text(f.Must(key)) }

// Words returns a field's texts, none if it is not there.
func (f Fields) Words(key string) []string { return f.r.Words(f.Got[key]) }
