package rules

import (
	"maps"
	"math/bits"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules/internal/strictyaml"
)

// kinds are the fields by which an invariant says what it proves: one each.
var kinds = []string{"jamais", "toujours", "impossible", "meme_verdict", "accord", "preuve"}

func (l *loader) readInvariants(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, append([]string{"id", "enonce", "fondement", "si", "du", "au"}, kinds...)...)
		inv := Invariant{ID: f.MustText("id"), Says: f.MustText("enonce"), Basis: f.MustText("fondement"),
			Force: Span{readDate(r, f.Got["du"]), readDate(r, f.Got["au"])}, Place: r.Place(item)}
		l.mark(r, f, "l'invariant", inv.ID)
		l.kind(r, item, f, &inv)
		inv.when = l.condition(r, f.Got["si"])
		l.spoken(r, f.Got["au"], inv.Force)
		if inv.ID != "" && slices.ContainsFunc(l.b.invariants, func(o Invariant) bool { return o.ID == inv.ID }) {
			r.At(item, "invariant « "+inv.ID+" » écrit deux fois", "")
			continue
		}
		l.b.invariants = append(l.b.invariants, inv)
	}
}

// kind reads what an invariant proves: one thing, with no field that its kind would ignore.
func (l *loader) kind(r *strictyaml.Reader, item *yaml.Node, f strictyaml.Fields, inv *Invariant) {
	var given []string
	for _, k := range kinds {
		if f.Got[k] != nil {
			given = append(given, k)
		}
	}
	switch len(given) {
	case 0:
		r.At(item, "l'invariant « "+inv.ID+" » ne prouve rien", "Dites jamais, toujours, impossible, meme_verdict, accord ou preuve.")
		return
	case 1:
	default:
		r.At(f.Got[given[1]], "« "+given[1]+" » après « "+given[0]+" » : un invariant prouve une seule chose", "Écrivez-en deux.")
	}
	ignored := []string{}
	switch given[0] {
	case "jamais":
		inv.never = l.verdicts(r, f.Got["jamais"])
	case "toujours":
		if inv.always = l.verdicts(r, f.Got["toujours"]); inv.always == allVerdicts() {
			r.At(f.Got["toujours"], "« toujours » l'un des quatre verdicts ne prouve rien", "Retirez-en un au moins.")
		}
	case "impossible":
		if inv.impossible = r.YesNo(f.Got["impossible"], true); !inv.impossible {
			r.At(f.Got["impossible"], "« impossible: non » ne prouve rien", "Écrivez « oui », ou prouvez autre chose.")
		}
		f.Must("si")
		ignored = []string{"du", "au"}
	case "meme_verdict":
		leaf := l.condition(r, f.Got["meme_verdict"])
		if len(leaf) > 1 || len(leaf) == 1 && leaf[0].op != opIs {
			r.At(f.Got["meme_verdict"], "on attend un fait et ses valeurs : acte=reveler|confirmer_le_suivi", "")
			leaf = nil
		} else if len(leaf) == 1 && bits.OnesCount64(leaf[0].mask) == 1 {
			r.At(f.Got["meme_verdict"], "« meme_verdict » d'une seule valeur ne prouve rien", "Nommez-en deux au moins : acte=reveler|confirmer_le_suivi.")
		}
		inv.same = leaf
		ignored = []string{"si", "du", "au"}
	case "accord":
		inv.frees = l.effects(r, f.Got["accord"])
	case "preuve":
		inv.Proof = f.Text("preuve")
		if _, known := proofs[inv.Proof]; !known {
			r.At(f.Got["preuve"], "preuve inconnue « "+inv.Proof+" »"+strictyaml.Suggest(inv.Proof, slices.Sorted(maps.Keys(proofs))), "")
		}
		l.reads(r, f.Got["preuve"], "cette preuve", proofs[inv.Proof].reads...)
		if ignored = []string{"du", "au"}; !proofs[inv.Proof].when {
			ignored = append(ignored, "si")
		}
	}
	for _, k := range ignored {
		if f.Got[k] != nil {
			r.At(f.Got[k], "« "+k+" » ne sert pas avec « "+given[0]+" »", "Retirez-le : la preuve ne le lirait pas.")
		}
	}
}

// effects reads the provisions by which an agreement frees: « CP 226-14 2° », or {texte, si} for one
// that only gives it effect there.
func (l *loader) effects(r *strictyaml.Reader, n *yaml.Node) []effect {
	var out []effect
	for _, item := range r.List(n) {
		var x effect
		at := item
		if item.Kind == yaml.MappingNode {
			f := r.Fields(item, "texte", "si")
			at = f.Must("texte")
			x.text, x.when = f.Text("texte"), l.condition(r, f.Must("si"))
		} else {
			x.text = r.Text(item)
		}
		if at != nil {
			l.names(r, at, []string{x.text})
		}
		out = append(out, x)
	}
	l.reads(r, n, "« accord »", string(consent)+"=oui", string(consent)+"=non")
	return out
}

// reads checks that the base has the facts and the values that a proof names: cle, or cle=valeur.
func (l *loader) reads(r *strictyaml.Reader, n *yaml.Node, who string, names ...string) {
	const mend = "Déclarez-le dans droit/faits.yaml, ou retirez l'invariant."
	for _, name := range names {
		key, value, valued := strings.Cut(name, "=")
		f := l.b.factByKey[Key(key)]
		switch {
		case f == nil:
			l.unknown(r, n, ofFacts[:1], who+" lit le fait « "+key+" », qui manque", mend)
			return // one is enough to mend
		case valued && f.value(value) < 0:
			l.unknown(r, n, ofFacts[:1], who+" lit la valeur « "+value+" » du fait « "+key+" », qui manque", mend)
			return
		}
	}
}

// spoken checks days of force: in order, and not all before the law that the base holds.
func (l *loader) spoken(r *strictyaml.Reader, au *yaml.Node, s Span) {
	switch {
	case s.To.IsZero():
	case s.To.Before(s.From):
		r.At(au, "« au » ("+s.To.String()+") vient avant « du » ("+s.From.String()+")", "Vérifiez « du » et « au ».")
	case s.To.Before(SourceDate):
		r.At(au, "la base ne dit rien d'avant le "+SourceDate.String()+" : ces jours n'y sont pas", "Vérifiez « au ».")
	}
}
