package rules

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules/internal/strictyaml"
)

func (l *loader) readFacts(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "cle", "libelle", "question", "genre", "se_nomme", "valeurs", "presomption", "dite", "defaut", "levee_si", "en_doute_si", "presume_si")
		fact := &Fact{Key: Key(f.MustText("cle")), Label: f.MustText("libelle"), Question: f.MustText("question"),
			Named: r.YesNo(f.Got["se_nomme"], false), presumed: -1, presumes: f.Text("dite"), place: r.Place(item), index: uint8(len(l.b.facts))}
		if fact.Key == "" {
			l.lose(r.File)
		} else if !isID(string(fact.Key)) {
			r.At(f.Got["cle"], "clé « "+string(fact.Key)+" » : "+letters, "")
		}
		switch g := f.Text("genre"); g {
		case "", "condition":
		case "tranche":
			fact.Kind = Deciding
		case "danger":
			fact.Kind = Danger
		default:
			r.At(f.Got["genre"], "genre inconnu « "+g+" »"+strictyaml.Suggest(g, []string{"condition", "tranche", "danger"}), "")
		}
		for _, v := range r.List(f.Must("valeurs")) {
			vf := r.Fields(v, "id", "libelle", "condition", "vaut", "garant")
			val := FactValue{ID: vf.MustText("id"), Label: vf.MustText("libelle"), Condition: vf.Text("condition"), Guards: r.YesNo(vf.Got["garant"], false), place: r.Place(v)}
			l.mask(r, v, vf, fact, &val)
			if val.bare = val.Condition == ""; val.bare {
				val.Condition = fact.Label + " : " + val.Label
			}
			switch {
			case val.ID == "":
				l.lose(r.File)
				continue // told already
			case !isID(val.ID):
				r.At(vf.Got["id"], "valeur « "+val.ID+" » : "+letters, "")
			case fact.value(val.ID) >= 0:
				r.At(v, "valeur « "+val.ID+" » écrite deux fois", "Gardez-en une seule.")
			}
			fact.Values = append(fact.Values, val)
		}
		if len(fact.Values) == 1 {
			r.At(f.Got["valeurs"], "un fait d'une seule valeur ne dit rien", "Donnez-en deux au moins, par exemple oui et non.")
		}
		if len(fact.Values) == 0 {
			l.lose(r.File)
		}
		if len(fact.Values) > MaxValues {
			l.lose(r.File)
			r.At(item, "trop de valeurs pour un fait (64 au plus)", "Séparez-le en deux faits.")
			continue
		}
		for _, field := range []string{"presomption", "defaut"} {
			if p := f.Got[field]; p != nil {
				if fact.presumed >= 0 {
					r.At(p, "« presomption » et « defaut » s'excluent", "Gardez-en un seul : la présomption est montrée, le défaut ne l'est pas.")
				}
				fact.silent = field == "defaut"
				if fact.presumed = fact.value(r.Text(p)); fact.presumed < 0 {
					l.unknown(r, p, []string{r.File}, "valeur inconnue « "+r.Text(p)+" »"+strictyaml.Among(r.Text(p), valueIDs(fact), listFacts), "")
				}
			}
		}
		if fact.Key == "" {
			continue
		}
		if fact.presumed >= 0 && !fact.silent && fact.presumes == "" {
			r.At(item, "une présomption se dit à l'utilisateur : il manque « dite »", "Par exemple : dite: \"vous êtes tenu au secret\".")
		}
		for _, field := range []string{"levee_si", "en_doute_si", "dite"} {
			if f.Got[field] != nil && f.Got["presomption"] == nil && (field == "dite" || f.Got["defaut"] == nil) {
				r.At(f.Got[field], "« "+field+" » sans présomption", "Ajoutez « presomption », ou retirez-le.")
			}
		}
		if fact.Kind == Danger && fact.Named {
			r.At(f.Got["se_nomme"], "un danger ne se nomme pas de lui-même", "Retirez « se_nomme » : ce dont personne n'a parlé doit pouvoir changer la réponse.")
		}
		if _, twice := l.b.factByKey[fact.Key]; twice {
			r.At(item, "fait « "+string(fact.Key)+" » déclaré deux fois", "Gardez-en un seul.")
			continue
		}
		if len(l.b.facts) == MaxFacts {
			r.At(item, "trop de faits (96 au plus)", "")
			return
		}
		l.b.facts = append(l.b.facts, fact)
		l.b.factByKey[fact.Key] = fact
		l.supposed(r, f.Got["presume_si"], fact)
		lifted, doubted := f.Got["levee_si"], f.Got["en_doute_si"]
		l.late = append(l.late, func() {
			fact.liftedIf = l.condition(r, lifted)
			fact.doubtedIf = l.condition(r, doubted)
		})
	}
}

// mask reads which bits a value stands for: its own, or those of the values of which it is one,
// « mineur » for « moins de 15 ans » or « 15 à 17 ans ».
func (l *loader) mask(r *strictyaml.Reader, v *yaml.Node, f strictyaml.Fields, fact *Fact, val *FactValue) {
	of := f.Text("vaut")
	if of == "" {
		val.mask = 1 << len(fact.Values)
		if k := len(fact.Values); k > 0 && fact.Values[k-1].Loose {
			r.At(v, "« "+val.ID+" » vient après une valeur imprécise (vaut)", "Écrivez les valeurs imprécises en dernier.")
		}
		return
	}
	val.Loose = true
	for _, id := range strings.Split(of, "|") {
		id = strings.TrimSpace(id)
		i := fact.value(id)
		if i < 0 {
			r.At(f.Got["vaut"], "valeur inconnue « "+id+" »"+strictyaml.Among(id, valueIDs(fact), listFacts), "Une valeur imprécise vient après celles dont elle est l'une.")
			continue
		}
		val.mask |= fact.Values[i].mask
	}
}

// supposed reads the values presumed, before the reader's eyes, in one case only.
func (l *loader) supposed(r *strictyaml.Reader, n *yaml.Node, fact *Fact) {
	for _, s := range r.List(n) {
		f := r.Fields(s, "si", "valeur", "dite")
		sup := supposition{value: fact.value(f.MustText("valeur")), says: f.MustText("dite"), place: r.Place(s)}
		if sup.value < 0 {
			if v := f.Got["valeur"]; v != nil {
				l.unknown(r, v, []string{r.File}, "valeur inconnue « "+f.Text("valeur")+" »"+strictyaml.Among(f.Text("valeur"), valueIDs(fact), listFacts), "")
			}
			continue
		}
		if fact.silent {
			r.At(s, "« presume_si » et « defaut » s'excluent", "Une présomption se montre, un défaut non.")
		}
		k, when := len(fact.supposed), f.Must("si")
		fact.supposed = append(fact.supposed, sup)
		l.late = append(l.late, func() { fact.supposed[k].when = l.condition(r, when) })
	}
}

func (l *loader) lateFacts() {
	for _, f := range l.late {
		f()
	}
	for i, f := range l.b.facts {
		l.b.anything[i] = f.full()
	}
}

func (l *loader) readDefinitions(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "id", "libelle", "si")
		d := &definition{id: f.MustText("id"), label: f.MustText("libelle"), place: r.Place(item)}
		if d.id == "" {
			l.lose(r.File)
			continue
		}
		if !isID(d.id) {
			r.At(f.Got["id"], "définition « "+d.id+" » : "+letters, "")
		}
		d.when = l.condition(r, f.Must("si"))
		if _, twice := l.b.definitions[d.id]; twice {
			r.At(item, "définition « "+d.id+" » écrite deux fois", "")
			continue
		}
		l.b.definitions[d.id] = d
		l.b.defOrder = append(l.b.defOrder, d.id)
	}
}

func (l *loader) readCoherence(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "si", "alors", "impossible", "parce_que")
		because := f.MustText("parce_que")
		when := l.condition(r, f.Must("si"))
		alors, impossible := f.Got["alors"], f.Got["impossible"]
		if alors != nil && impossible != nil {
			r.At(impossible, "« alors » et « impossible » s'excluent", "Gardez-en un seul.")
		}
		if alors == nil {
			switch {
			case impossible == nil:
				r.At(item, "il manque « impossible: oui », ou « alors: fait=valeur »", "")
			case r.Text(impossible) != "oui":
				r.At(impossible, "on attend « impossible: oui », ou « alors: fait=valeur »", "")
			}
			l.b.exclusions = append(l.b.exclusions, exclusion{when: when, because: because, place: r.Place(item)})
			continue
		}
		leaf := l.condition(r, alors)
		if len(leaf) == 0 {
			continue // told already
		}
		if len(leaf) != 1 || leaf[0].op != opIs {
			r.At(alors, "« alors » dit un seul fait : cle=valeur ou cle=valeur|valeur", "")
			continue
		}
		l.b.deductions = append(l.b.deductions, deduction{when, leaf[0].fact, leaf[0].mask, because, r.Place(item)})
		// What does not follow cannot be: the same sentence, for the proof.
		not := condition{{op: opAll}}
		not = append(not, when...)
		shift(not[1:], 1)
		neg := leaf[0]
		neg.mask = l.b.facts[neg.fact].full() &^ neg.mask
		neg.end = uint16(len(not) + 1)
		not = append(not, neg)
		not[0].end = uint16(len(not))
		l.b.exclusions = append(l.b.exclusions, exclusion{when: not, because: because, derived: true, place: r.Place(item)})
	}
}

// shift moves the ends of a condition copied by n places.
func shift(c condition, n int) {
	for i := range c {
		c[i].end += uint16(n)
	}
}

func (l *loader) readShortcuts(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "ecrit", "vaut")
		name := f.MustText("ecrit")
		if name == "" {
			l.lose(r.File)
			continue
		}
		k, vs, err := keyValue(name)
		if err != nil || len(vs) != 1 || !isID(k) || !isID(vs[0]) {
			r.At(f.Got["ecrit"], "raccourci « "+name+" » : on attend fait=valeur", "En minuscules sans accent, chiffres et _ : statut=ase.")
			l.lose(r.File)
			continue
		}
		name = k + "=" + vs[0] // as whoever says it is read
		if fact := l.b.factByKey[Key(k)]; fact != nil && fact.value(vs[0]) >= 0 {
			r.At(f.Got["ecrit"], "le raccourci « "+name+" » cache un fait de ce nom", "Donnez-lui un autre nom.")
		}
		vals := l.shortcut(r, f.Must("vaut"))
		if _, twice := l.b.shortcuts[name]; twice {
			r.At(item, "raccourci « "+name+" » écrit deux fois", "")
			continue
		}
		l.b.shortcuts[name] = vals
		l.b.shortNames = append(l.b.shortNames, name)
	}
}

// shortcut reads what a shortcut stands for: one value of each fact it names.
func (l *loader) shortcut(r *strictyaml.Reader, n *yaml.Node) []Value {
	var vals []Value
	var told FactSet
	for i, w := range r.Words(n) {
		at := strictyaml.Item(n, i)
		k, vs, err := keyValue(w)
		if err != nil {
			r.At(at, err.Error(), "")
			continue
		}
		if len(vs) > 1 {
			r.At(at, "« "+w+" » : un raccourci dit une seule valeur d'un fait", "Gardez-en une.")
			continue
		}
		v, err := l.b.Value(k, vs[0])
		if err != nil {
			l.unknown(r, at, ofFacts[:1], err.Error(), "")
			continue
		}
		if had := told.known[v.fact]; had != 0 && had != v.said {
			r.At(at, "« "+w+" » contredit ce que le même raccourci vient de dire", "Gardez-en un seul.")
		}
		told = told.With(v)
		vals = append(vals, v)
	}
	return vals
}
