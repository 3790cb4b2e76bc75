package rules

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules/internal/strictyaml"
)

var (
	documentStatuses = []string{"exact", "imprecis", "errone", "omis", "posterieur"}
	confidences      = []string{"haute", "moyenne", "basse"}
)

func (l *loader) readProvisions(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "ref", "alinea", "titre", "versions", "jusqu_au", "devient", "abroge", "decision", "document", "verifie", "url", "lectures")
		p := &Provision{Ref: f.MustText("ref"), Alinea: f.Text("alinea"), Title: f.MustText("titre"),
			Until: readDate(r, f.Got["jusqu_au"]), Becomes: f.Text("devient"), Repealed: readDate(r, f.Got["abroge"]), URL: f.Text("url"),
			Ruling: r.YesNo(f.Got["decision"], false), Readings: f.Words("lectures"), Place: r.Place(item)}
		if u := f.Got["url"]; u != nil && !strings.HasPrefix(p.URL, "https://") {
			r.At(u, "l'adresse « "+p.URL+" » ne commence pas par https://", "Donnez la page officielle.")
		}
		for _, v := range r.List(f.Must("versions")) {
			p.Versions = append(p.Versions, l.version(r, v, p.Versions))
		}
		if len(p.Versions) == 0 || p.Ref == "" {
			l.lose(r.File)
			continue
		}
		if u := f.Got["jusqu_au"]; u != nil && p.Until.Before(p.Versions[len(p.Versions)-1].From) {
			r.At(u, "la disposition finit le "+p.Until.String()+", avant que sa dernière version commence", "Vérifiez « du » et « jusqu_au ».")
		}
		if a := f.Got["abroge"]; a != nil && SourceDate.Before(p.Repealed) {
			r.At(a, "« abroge » est pour un texte d'avant le "+SourceDate.String()+", cité pour l'histoire", "Écrivez « jusqu_au », le dernier jour où il a valu.")
		}
		if d := f.Got["document"]; d != nil {
			df := r.Fields(d, "section", "statut", "ecart")
			p.Document = Document{df.Text("section"), df.MustText("statut"), df.Text("ecart")}
			if st := p.Document.Status; st != "" && !slices.Contains(documentStatuses, st) {
				r.At(d, "statut inconnu « "+st+" »"+strictyaml.Suggest(st, documentStatuses), "")
			}
		}
		if v := f.Must("verifie"); v != nil {
			l.verified(r, v, p)
		}
		if _, twice := l.b.byName[p.Name()]; twice {
			r.At(item, "disposition « "+p.Name()+" » écrite deux fois", "Gardez-en une seule, avec toutes ses versions.")
			continue
		}
		l.b.provisions = append(l.b.provisions, p)
		l.b.byName[p.Name()] = p
	}
}

// version reads a wording, which comes after those before. It says its effect, unless that is as before.
func (l *loader) version(r *strictyaml.Reader, n *yaml.Node, before []Version) Version {
	f := r.Fields(n, "du", "au_plus_tard", "jour_sur", "alinea", "loi", "change", "vocabulaire", "dit")
	v := Version{Law: f.Text("loi"), Change: f.Text("change"), Words: r.YesNo(f.Got["vocabulaire"], false), Alinea: f.Text("alinea")}
	if len(before) == 0 || f.Got["dit"] != nil {
		v.Says = f.MustText("dit")
	} else {
		last := before[len(before)-1]
		v.Says = last.Says
		if v.Alinea == "" {
			v.Alinea = last.Alinea
		}
		if v.Change == "" {
			f.Fault("une version sans « dit » ni « change »", "Dites ce qui a changé ; si l'effet n'est plus le même, dites-le aussi.")
		}
	}
	if v.Words && (len(before) == 0 || f.Got["dit"] != nil) {
		r.At(f.Got["vocabulaire"], "« vocabulaire » sur une version qui dit un effet", "L'effet est celui de la version d'avant : retirez « dit », ou « vocabulaire ».")
	}
	if !r.YesNo(f.Got["jour_sur"], true) {
		v.Sure = ToTheMonth
	}
	if latest := f.Got["au_plus_tard"]; latest != nil {
		v.From, v.Sure = readDate(r, latest), AtLatest
		for _, k := range []string{"du", "jour_sur"} {
			if f.Got[k] != nil {
				r.At(f.Got[k], "« "+k+" » et « au_plus_tard » s'excluent", "« au_plus_tard » est le jour où cette version a été lue, quand celui où elle commence n'est pas établi.")
			}
		}
	} else if du := f.Must("du"); du != nil && r.Text(du) != "avant_2008" {
		v.From = readDate(r, du)
	}
	if k := len(before); k > 0 && !before[k-1].From.Before(v.From) {
		r.At(n, "version du "+v.From.String()+" : elle ne commence pas après la précédente", "Rangez les versions de la plus ancienne à la plus récente.")
	}
	return v
}

// verified reads how far a provision was checked. What the note tells must not belie the rest: « unchanged » is
// claimed without any note, so that a change is written as a version, and not only told.
func (l *loader) verified(r *strictyaml.Reader, n *yaml.Node, p *Provision) {
	f := r.Fields(n, "jusqu_au", "confiance", "inchange", "note", "preuves")
	p.Verified = Verified{readDate(r, f.Must("jusqu_au")), f.MustText("confiance"), r.YesNo(f.Got["inchange"], false), f.Text("note"), f.Words("preuves")}
	if i := slices.IndexFunc(p.Versions, p.unread); i >= 0 && !p.Ruling && p.Verified.Note == "" {
		r.At(n, "la version du "+p.Versions[i].From.String()+" commence après le jour où le texte a été lu", "Dites dans « note » d'où elle est connue, ou corrigez « jusqu_au ».")
	}
	if c := p.Verified.Confidence; c != "" && !slices.Contains(confidences, c) {
		r.At(n, "confiance inconnue « "+c+" »"+strictyaml.Suggest(c, confidences), "")
	}
	if at := f.Got["inchange"]; p.Verified.Unchanged {
		switch last := p.Versions[len(p.Versions)-1]; {
		case !last.From.IsZero():
			r.At(at, "« inchange: oui », mais une version commence le "+last.From.String(), "Retirez l'un des deux.")
		case p.Verified.Note != "":
			r.At(at, "« inchange: oui » avec une note, qui pourrait dire un changement", "Un changement est une version (« au_plus_tard » si le jour n'est pas établi) ; sinon, retirez la note.")
		}
	}
}
