package rules

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules/internal/strictyaml"
)

// renamed is what the law calls otherwise since a day: « conseil départemental », once « conseil général ».
type renamed struct {
	name, before string
	since        Date
}

// Named says a text with the names of that day: the files are written with those of today.
func (b *Base) Named(s string, on Date) string {
	for _, n := range b.renamed {
		if on.Before(n.since) {
			s = strings.ReplaceAll(s, n.name, n.before)
		}
	}
	return s
}

// readNames reads what changed its name. Each name is that of one thing only, so that their order says nothing.
func (l *loader) readNames(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "nom", "depuis", "avant")
		now := renamed{f.MustText("nom"), f.MustText("avant"), readDate(r, f.Must("depuis"))}
		if now.name == "" || now.before == "" {
			continue
		}
		for _, o := range append(l.b.renamed, now) {
			if strings.Contains(now.before, o.name) || strings.Contains(o.before, now.name) {
				r.At(item, "l'ancien nom « "+now.before+" » en contient un autre qui a changé", "Donnez des noms qui ne se recouvrent pas.")
			}
		}
		l.b.renamed = append(l.b.renamed, now)
	}
}
