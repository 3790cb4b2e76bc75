package rules

import (
	"errors"
	"io/fs"
	"motus/rules/internal/strictyaml"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Load reads a base from the files of a folder laid out as rules/droit. It goes on after a
// fault, so that the error joins every *Fault of every file (see Faults). A base with a fault is
// never returned.
func Load(fsys fs.FS) (*Base, error) {
	l := &loader{fsys: fsys, b: &Base{
		factByKey:   map[Key]*Fact{},
		shortcuts:   map[string][]Value{},
		definitions: map[string]*definition{},
		ruleByID:    map[RuleID]*Rule{},
		byName:      map[string]*Provision{},
	}}
	l.one("base.yaml", l.readBase)
	l.one("faits.yaml", l.readFacts)
	l.one("definitions.yaml", l.readDefinitions)
	l.lateFacts()
	l.one("coherence.yaml", l.readCoherence)
	l.one("raccourcis.yaml", l.readShortcuts)
	l.many("dispositions", l.readProvisions)
	if l.dated != nil {
		l.dated()
	}
	l.one("enonces.yaml", l.readStatements)
	l.many("regles", l.readRules)
	l.many("fiches", l.readCards)
	l.one("invariants.yaml", l.readInvariants)
	l.many("cas", l.readCases)
	if len(l.faults) == 0 {
		l.b.indexCoherence()
		l.link()
	}
	if len(l.faults) > 0 {
		return nil, errors.Join(l.faults...)
	}
	return l.b, nil
}

type loader struct {
	fsys   fs.FS
	b      *Base
	faults []error
	late   []func() // conditions of facts, read once every fact is known
	dated  func()   // the date of the base, checked once every provision is known
}

// one reads a file that may be missing: a small base needs few of them.
func (l *loader) one(file string, read func(*strictyaml.Reader, *yaml.Node)) {
	if _, err := fs.Stat(l.fsys, file); errors.Is(err, fs.ErrNotExist) {
		return
	}
	if r, n := strictyaml.ReadFile(l.fsys, file, &l.faults); n != nil {
		read(r, n)
	}
}

// many reads every YAML file of a folder, in the order of their names.
func (l *loader) many(dir string, read func(*strictyaml.Reader, *yaml.Node)) {
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if path.Ext(e.Name()) == ".yaml" {
			l.one(path.Join(dir, e.Name()), read)
		}
	}
}

func (l *loader) readBase(r *strictyaml.Reader, n *yaml.Node) {
	f := r.Fields(n, "version", "verifie_jusqu_au")
	l.b.Version = f.MustText("version")
	l.b.VerifiedTo = readDate(r, f.Must("verifie_jusqu_au"))
	l.dated = func() { l.verifiedTo(r, f.Got["verifie_jusqu_au"]) }
}

// verifiedTo checks that the base does not say it was verified further than its texts were.
func (l *loader) verifiedTo(r *strictyaml.Reader, at *yaml.Node) {
	var last Date
	for _, p := range l.b.provisions {
		if last.Before(p.Verified.UpTo) {
			last = p.Verified.UpTo
		}
	}
	if !last.IsZero() && last != l.b.VerifiedTo {
		r.At(at, "la disposition vérifiée le plus récemment l'est au "+last.String()+", pas au "+l.b.VerifiedTo.String(), "Écrivez ici le jour de cette disposition.")
	}
}

func (l *loader) readFacts(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "cle", "libelle", "question", "genre", "se_nomme", "valeurs", "presomption", "dite", "defaut", "levee_si", "en_doute_si", "presume_si")
		fact := &Fact{Key: Key(f.MustText("cle")), Label: f.MustText("libelle"), Question: f.MustText("question"),
			Named: r.YesNo(f.Got["se_nomme"], false), presumed: -1, presumes: f.Text("dite"), place: placeOf(r, item), index: uint8(len(l.b.facts))}
		if !isID(string(fact.Key)) {
			r.At(item, "clé « "+string(fact.Key)+" » : minuscules sans accent, chiffres et _ seulement", "")
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
			val := FactValue{ID: vf.MustText("id"), Label: vf.MustText("libelle"), Condition: vf.Text("condition"), Guards: r.YesNo(vf.Got["garant"], false), mask: 1 << len(fact.Values)}
			if of := vf.Text("vaut"); of != "" {
				val.Loose, val.mask = true, 0
				for _, id := range strings.Split(of, "|") {
					i := fact.value(id)
					if i < 0 {
						r.At(vf.Got["vaut"], "valeur inconnue « "+id+" »"+strictyaml.Suggest(id, valueIDs(fact)), "Une valeur imprécise vient après celles dont elle est l'une.")
						continue
					}
					val.mask |= fact.Values[i].mask
				}
			} else if k := len(fact.Values); k > 0 && fact.Values[k-1].Loose {
				r.At(v, "« "+val.ID+" » vient après une valeur imprécise (vaut)", "Écrivez les valeurs imprécises en dernier.")
			}
			if val.Condition == "" {
				val.Condition = val.Label
			}
			switch {
			case !isID(val.ID):
				r.At(v, "valeur « "+val.ID+" » : minuscules sans accent, chiffres et _ seulement", "")
			case fact.value(val.ID) >= 0:
				r.At(v, "valeur « "+val.ID+" » écrite deux fois", "Gardez-en une seule.")
			}
			fact.Values = append(fact.Values, val)
		}
		if len(fact.Values) > MaxValues {
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
					r.At(p, "valeur inconnue « "+r.Text(p)+" »"+strictyaml.Suggest(r.Text(p), valueIDs(fact)), "")
				}
			}
		}
		if fact.presumed >= 0 && !fact.silent && fact.presumes == "" {
			r.At(item, "une présomption se dit à l'utilisateur : il manque « dite »", "Par exemple : dite: \"vous êtes tenu au secret\".")
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
		for _, s := range r.List(f.Got["presume_si"]) {
			sf := r.Fields(s, "si", "valeur", "dite")
			sup := supposition{value: fact.value(sf.MustText("valeur")), says: sf.MustText("dite")}
			if sup.value < 0 {
				r.At(s, "valeur inconnue « "+sf.Text("valeur")+" »"+strictyaml.Suggest(sf.Text("valeur"), valueIDs(fact)), "")
				continue
			}
			if fact.silent {
				r.At(s, "« presume_si » et « defaut » s'excluent", "Une présomption se montre, un défaut non.")
			}
			k, when := len(fact.supposed), sf.Must("si")
			fact.supposed = append(fact.supposed, sup)
			l.late = append(l.late, func() { fact.supposed[k].when = l.condition(r, when) })
		}
		lifted, doubted := f.Got["levee_si"], f.Got["en_doute_si"]
		l.late = append(l.late, func() {
			fact.liftedIf = l.condition(r, lifted)
			fact.doubtedIf = l.condition(r, doubted)
		})
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
		d := &definition{id: f.MustText("id"), label: f.MustText("libelle"), place: placeOf(r, item)}
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
		alors := f.Got["alors"]
		if alors == nil {
			if r.Text(f.Must("impossible")) != "oui" && f.Got["impossible"] != nil {
				r.At(f.Got["impossible"], "on attend « impossible: oui », ou « alors: fait=valeur »", "")
			}
			l.b.exclusions = append(l.b.exclusions, exclusion{when: when, because: because, place: placeOf(r, item)})
			continue
		}
		leaf := l.condition(r, alors)
		if len(leaf) != 1 || leaf[0].op != opIs {
			r.At(alors, "« alors » dit un seul fait : cle=valeur ou cle=valeur|valeur", "")
			continue
		}
		l.b.deductions = append(l.b.deductions, deduction{when, leaf[0].fact, leaf[0].mask, because, placeOf(r, item)})
		// What does not follow cannot be: the same sentence, for the proof.
		not := condition{{op: opAll}}
		not = append(not, when...)
		shift(not[1:], 1)
		neg := leaf[0]
		neg.mask = l.b.facts[neg.fact].full() &^ neg.mask
		neg.end = uint16(len(not) + 1)
		not = append(not, neg)
		not[0].end = uint16(len(not))
		l.b.exclusions = append(l.b.exclusions, exclusion{when: not, because: because, place: placeOf(r, item)})
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
		if _, _, err := keyValue(name); err != nil {
			r.At(item, err.Error(), "")
			continue
		}
		var vals []Value
		for _, w := range f.Words("vaut") {
			k, vs, err := keyValue(w)
			if err == nil {
				var v Value
				if v, err = l.b.Value(k, vs[0]); err == nil {
					vals = append(vals, v)
				}
			}
			if err != nil {
				r.At(f.Got["vaut"], err.Error(), "")
			}
		}
		if _, twice := l.b.shortcuts[name]; twice {
			r.At(item, "raccourci « "+name+" » écrit deux fois", "")
			continue
		}
		l.b.shortcuts[name] = vals
		l.b.shortNames = append(l.b.shortNames, name)
	}
}

func (l *loader) readProvisions(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "ref", "alinea", "titre", "versions", "jusqu_au", "devient", "decision", "document", "verifie", "url", "lectures")
		p := &Provision{Ref: f.MustText("ref"), Alinea: f.Text("alinea"), Title: f.MustText("titre"),
			Until: readDate(r, f.Got["jusqu_au"]), Becomes: f.Text("devient"), URL: f.Text("url"),
			Ruling: r.YesNo(f.Got["decision"], false), Readings: f.Words("lectures"), Place: placeOf(r, item)}
		for _, v := range r.List(f.Must("versions")) {
			vf := r.Fields(v, "du", "jour_sur", "loi", "change", "dit")
			ver := Version{Unsure: !r.YesNo(vf.Got["jour_sur"], true), Law: vf.Text("loi"), Change: vf.Text("change"), Says: vf.MustText("dit")}
			if du := vf.Must("du"); du != nil && r.Text(du) != "avant_2008" {
				ver.From = readDate(r, du)
			}
			if k := len(p.Versions); k > 0 && !p.Versions[k-1].From.Before(ver.From) {
				r.At(v, "version du "+ver.From.String()+" : elle ne commence pas après la précédente", "Rangez les versions de la plus ancienne à la plus récente.")
			}
			p.Versions = append(p.Versions, ver)
		}
		if len(p.Versions) == 0 {
			continue
		}
		if u := f.Got["jusqu_au"]; u != nil && p.Until.Before(p.Versions[len(p.Versions)-1].From) {
			r.At(u, "la disposition finit le "+p.Until.String()+", avant que sa dernière version commence", "Vérifiez « du » et « jusqu_au ».")
		}
		if d := f.Got["document"]; d != nil {
			df := r.Fields(d, "section", "statut", "ecart")
			p.Document = Document{df.Text("section"), df.MustText("statut"), df.Text("ecart")}
			if st := p.Document.Status; !slices.Contains(documentStatuses, st) {
				r.At(d, "statut inconnu « "+st+" »"+strictyaml.Suggest(st, documentStatuses), "")
			}
		}
		if v := f.Must("verifie"); v != nil {
			vf := r.Fields(v, "jusqu_au", "confiance", "note", "preuves")
			p.Verified = Verified{readDate(r, vf.Must("jusqu_au")), vf.MustText("confiance"), vf.Text("note"), vf.Words("preuves")}
			if c := p.Verified.Confidence; !slices.Contains(confidences, c) {
				r.At(v, "confiance inconnue « "+c+" »"+strictyaml.Suggest(c, confidences), "")
			}
		}
		if _, twice := l.b.byName[p.Name()]; twice {
			r.At(item, "disposition « "+p.Name()+" » écrite deux fois", "Gardez-en une seule, avec toutes ses versions.")
			continue
		}
		l.b.provisions = append(l.b.provisions, p)
		l.b.byName[p.Name()] = p
	}
}

var (
	documentStatuses = []string{"exact", "imprecis", "errone", "omis", "posterieur"}
	confidences      = []string{"haute", "moyenne", "basse"}
)

func (l *loader) readStatements(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "id", "section", "theme", "dit")
		s := Statement{f.MustText("id"), f.MustText("section"), l.theme(r, f.Must("theme")), f.MustText("dit"), placeOf(r, item)}
		if slices.ContainsFunc(l.b.statements, func(o Statement) bool { return o.ID == s.ID }) {
			r.At(item, "énoncé « "+s.ID+" » écrit deux fois", "")
			continue
		}
		l.b.statements = append(l.b.statements, s)
	}
}

func (l *loader) theme(r *strictyaml.Reader, n *yaml.Node) string {
	id := r.Text(n)
	var ids []string
	for _, t := range Themes {
		if t.ID == id {
			return id
		}
		ids = append(ids, t.ID)
	}
	if n != nil {
		r.At(n, "thème inconnu « "+id+" »"+strictyaml.Suggest(id, ids), "")
	}
	return id
}

func (l *loader) readCards(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "id", "theme", "titre", "dit", "retenir", "en_2008", "ecart", "textes", "source", "voir", "questions", "mots")
		c := &Card{ID: f.MustText("id"), Theme: l.theme(r, f.Must("theme")), Title: f.MustText("titre"), Says: f.MustText("dit"),
			Keep: f.Text("retenir"), In2008: f.Text("en_2008"), Gap: f.Text("ecart"), Texts: f.Words("textes"), Source: f.Words("source"),
			See: f.Words("voir"), Questions: f.Words("questions"), Words: f.Words("mots"), Place: placeOf(r, item)}
		if l.b.Card(c.ID) != nil {
			r.At(item, "fiche « "+c.ID+" » écrite deux fois", "")
			continue
		}
		l.names(r, f.Got["textes"], c.Texts)
		l.statementsExist(r, f.Got["source"], c.Source)
		l.b.cards = append(l.b.cards, c)
	}
}

// names checks that provisions exist.
func (l *loader) names(r *strictyaml.Reader, n *yaml.Node, names []string) {
	for i, name := range names {
		if l.b.byName[name] == nil {
			var known []string
			for _, p := range l.b.provisions {
				known = append(known, p.Name())
			}
			r.At(itemAt(n, i), "disposition inconnue « "+name+" »"+strictyaml.Suggest(name, known), "Écrivez-la comme dans droit/dispositions, par exemple « CP 226-14 1° ».")
		}
	}
}

func (l *loader) statementsExist(r *strictyaml.Reader, n *yaml.Node, ids []string) {
	for i, id := range ids {
		if !slices.ContainsFunc(l.b.statements, func(s Statement) bool { return s.ID == id }) {
			r.At(itemAt(n, i), "énoncé inconnu « "+id+" »", "Les énoncés sont dans droit/enonces.yaml, par exemple S6.15.")
		}
	}
}

func itemAt(n *yaml.Node, i int) *yaml.Node {
	if n.Kind == yaml.SequenceNode && i < len(n.Content) {
		return n.Content[i]
	}
	return n
}

// isID reports whether s is ASCII snake_case.
func isID(s string) bool {
	for i, r := range s {
		if !(r >= 'a' && r <= 'z' || r == '_' && i > 0 || r >= '0' && r <= '9') {
			return false
		}
	}
	return s != ""
}

// isRuleID reports whether s reads theme.sujet.
func isRuleID(s string) bool {
	parts := strings.Split(s, ".")
	return len(parts) == 2 && isID(parts[0]) && isID(parts[1])
}
