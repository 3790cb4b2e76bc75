package rules

import (
	"errors"
	"io/fs"
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
	l.one("enonces.yaml", l.readStatements)
	l.many("regles", l.readRules)
	l.many("fiches", l.readCards)
	l.one("invariants.yaml", l.readInvariants)
	l.many("cas", l.readCases)
	if len(l.faults) == 0 {
		l.b.indexExclusions()
		l.link()
	}
	if len(l.faults) > 0 {
		return nil, joinFaults(l.faults)
	}
	return l.b, nil
}

type loader struct {
	fsys   fs.FS
	b      *Base
	faults []error
	late   []func() // conditions of facts, read once every fact is known
}

// one reads a file that may be missing: a small base needs few of them.
func (l *loader) one(file string, read func(*reader, *yaml.Node)) {
	if _, err := fs.Stat(l.fsys, file); errors.Is(err, fs.ErrNotExist) {
		return
	}
	if r, n := readFile(l.fsys, file, &l.faults); n != nil {
		read(r, n)
	}
}

// many reads every YAML file of a folder, in the order of their names.
func (l *loader) many(dir string, read func(*reader, *yaml.Node)) {
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

func (l *loader) readBase(r *reader, n *yaml.Node) {
	f := r.fields(n, "version", "verifie_jusqu_au")
	l.b.Version = f.mustText("version")
	l.b.VerifiedTo = r.date(f.must("verifie_jusqu_au"))
}

func (l *loader) readFacts(r *reader, n *yaml.Node) {
	for _, item := range r.list(n) {
		f := r.fields(item, "cle", "libelle", "question", "genre", "valeurs", "presomption", "dite", "defaut", "levee_si", "en_doute_si")
		fact := &Fact{Key: Key(f.mustText("cle")), Label: f.mustText("libelle"), Question: f.mustText("question"),
			presumed: -1, presumes: f.text("dite"), place: r.place(item), index: uint8(len(l.b.facts))}
		if !isID(string(fact.Key)) {
			r.at(item, "clé « "+string(fact.Key)+" » : minuscules sans accent, chiffres et _ seulement", "")
		}
		switch g := f.text("genre"); g {
		case "", "condition":
		case "tranche":
			fact.Kind = Deciding
		case "danger":
			fact.Kind = Danger
		default:
			r.at(f.got["genre"], "genre inconnu « "+g+" »"+suggest(g, []string{"condition", "tranche", "danger"}), "")
		}
		for _, v := range r.list(f.must("valeurs")) {
			vf := r.fields(v, "id", "libelle", "condition")
			val := FactValue{vf.mustText("id"), vf.mustText("libelle"), vf.text("condition")}
			if val.Condition == "" {
				val.Condition = val.Label
			}
			switch {
			case !isID(val.ID):
				r.at(v, "valeur « "+val.ID+" » : minuscules sans accent, chiffres et _ seulement", "")
			case fact.value(val.ID) >= 0:
				r.at(v, "valeur « "+val.ID+" » écrite deux fois", "Gardez-en une seule.")
			}
			fact.Values = append(fact.Values, val)
		}
		if len(fact.Values) > MaxValues {
			r.at(item, "trop de valeurs pour un fait (64 au plus)", "Séparez-le en deux faits.")
			continue
		}
		for _, field := range []string{"presomption", "defaut"} {
			if p := f.got[field]; p != nil {
				if fact.presumed >= 0 {
					r.at(p, "« presomption » et « defaut » s'excluent", "Gardez-en un seul : la présomption est montrée, le défaut ne l'est pas.")
				}
				fact.silent = field == "defaut"
				if fact.presumed = fact.value(r.text(p)); fact.presumed < 0 {
					r.at(p, "valeur inconnue « "+r.text(p)+" »"+suggest(r.text(p), valueIDs(fact)), "")
				}
			}
		}
		if fact.presumed >= 0 && !fact.silent && fact.presumes == "" {
			r.at(item, "une présomption se dit à l'utilisateur : il manque « dite »", "Par exemple : dite: \"vous êtes tenu au secret\".")
		}
		if _, twice := l.b.factByKey[fact.Key]; twice {
			r.at(item, "fait « "+string(fact.Key)+" » déclaré deux fois", "Gardez-en un seul.")
			continue
		}
		if len(l.b.facts) == MaxFacts {
			r.at(item, "trop de faits (96 au plus)", "")
			return
		}
		l.b.facts = append(l.b.facts, fact)
		l.b.factByKey[fact.Key] = fact
		lifted, doubted := f.got["levee_si"], f.got["en_doute_si"]
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

func (l *loader) readDefinitions(r *reader, n *yaml.Node) {
	for _, item := range r.list(n) {
		f := r.fields(item, "id", "libelle", "si")
		d := &definition{id: f.mustText("id"), label: f.mustText("libelle"), place: r.place(item)}
		d.when = l.condition(r, f.must("si"))
		if _, twice := l.b.definitions[d.id]; twice {
			r.at(item, "définition « "+d.id+" » écrite deux fois", "")
			continue
		}
		l.b.definitions[d.id] = d
		l.b.defOrder = append(l.b.defOrder, d.id)
	}
}

func (l *loader) readCoherence(r *reader, n *yaml.Node) {
	for _, item := range r.list(n) {
		f := r.fields(item, "si", "alors", "impossible", "parce_que")
		because := f.mustText("parce_que")
		when := l.condition(r, f.must("si"))
		alors := f.got["alors"]
		if alors == nil {
			if r.text(f.must("impossible")) != "oui" && f.got["impossible"] != nil {
				r.at(f.got["impossible"], "on attend « impossible: oui », ou « alors: fait=valeur »", "")
			}
			l.b.exclusions = append(l.b.exclusions, exclusion{when: when, because: because, place: r.place(item)})
			continue
		}
		leaf := l.condition(r, alors)
		if len(leaf) != 1 || leaf[0].op != opIs {
			r.at(alors, "« alors » dit un seul fait : cle=valeur ou cle=valeur|valeur", "")
			continue
		}
		l.b.deductions = append(l.b.deductions, deduction{when, leaf[0].fact, leaf[0].mask, because, r.place(item)})
		// What does not follow cannot be: the same sentence, for the proof.
		not := condition{{op: opAll}}
		not = append(not, when...)
		shift(not[1:], 1)
		neg := leaf[0]
		neg.mask = l.b.facts[neg.fact].full() &^ neg.mask
		neg.end = uint16(len(not) + 1)
		not = append(not, neg)
		not[0].end = uint16(len(not))
		l.b.exclusions = append(l.b.exclusions, exclusion{when: not, because: because, place: r.place(item)})
	}
}

// shift moves the ends of a condition copied by n places.
func shift(c condition, n int) {
	for i := range c {
		c[i].end += uint16(n)
	}
}

func (l *loader) readShortcuts(r *reader, n *yaml.Node) {
	for _, item := range r.list(n) {
		f := r.fields(item, "ecrit", "vaut")
		name := f.mustText("ecrit")
		if _, _, err := keyValue(name); err != nil {
			r.at(item, err.Error(), "")
			continue
		}
		var vals []Value
		for _, w := range f.words("vaut") {
			k, vs, err := keyValue(w)
			if err == nil {
				var v Value
				if v, err = l.b.Value(k, vs[0]); err == nil {
					vals = append(vals, v)
				}
			}
			if err != nil {
				r.at(f.got["vaut"], err.Error(), "")
			}
		}
		if _, twice := l.b.shortcuts[name]; twice {
			r.at(item, "raccourci « "+name+" » écrit deux fois", "")
			continue
		}
		l.b.shortcuts[name] = vals
		l.b.shortNames = append(l.b.shortNames, name)
	}
}

func (l *loader) readProvisions(r *reader, n *yaml.Node) {
	for _, item := range r.list(n) {
		f := r.fields(item, "ref", "alinea", "titre", "versions", "jusqu_au", "devient", "document", "verifie", "url", "lectures")
		p := &Provision{Ref: f.mustText("ref"), Alinea: f.text("alinea"), Title: f.mustText("titre"),
			Until: r.date(f.got["jusqu_au"]), Becomes: f.text("devient"), URL: f.text("url"),
			Readings: f.words("lectures"), Place: r.place(item)}
		for _, v := range r.list(f.must("versions")) {
			vf := r.fields(v, "du", "jour_sur", "loi", "change", "dit")
			ver := Version{Unsure: !r.yesNo(vf.got["jour_sur"], true), Law: vf.text("loi"), Change: vf.text("change"), Says: vf.mustText("dit")}
			if du := vf.must("du"); du != nil && r.text(du) != "avant_2008" {
				ver.From = r.date(du)
			}
			if k := len(p.Versions); k > 0 && !p.Versions[k-1].From.Before(ver.From) {
				r.at(v, "version du "+ver.From.String()+" : elle ne commence pas après la précédente", "Rangez les versions de la plus ancienne à la plus récente.")
			}
			p.Versions = append(p.Versions, ver)
		}
		if len(p.Versions) == 0 {
			continue
		}
		if u := f.got["jusqu_au"]; u != nil && p.Until.Before(p.Versions[len(p.Versions)-1].From) {
			r.at(u, "la disposition finit le "+p.Until.String()+", avant que sa dernière version commence", "Vérifiez « du » et « jusqu_au ».")
		}
		if d := f.got["document"]; d != nil {
			df := r.fields(d, "section", "statut", "ecart")
			p.Document = Document{df.text("section"), df.mustText("statut"), df.text("ecart")}
			if st := p.Document.Status; !contains(documentStatuses, st) {
				r.at(d, "statut inconnu « "+st+" »"+suggest(st, documentStatuses), "")
			}
		}
		if v := f.must("verifie"); v != nil {
			vf := r.fields(v, "jusqu_au", "confiance", "note", "preuves")
			p.Verified = Verified{r.date(vf.must("jusqu_au")), vf.mustText("confiance"), vf.text("note"), vf.words("preuves")}
			if c := p.Verified.Confidence; !contains(confidences, c) {
				r.at(v, "confiance inconnue « "+c+" »"+suggest(c, confidences), "")
			}
		}
		if _, twice := l.b.byName[p.Name()]; twice {
			r.at(item, "disposition « "+p.Name()+" » écrite deux fois", "Gardez-en une seule, avec toutes ses versions.")
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

func (l *loader) readStatements(r *reader, n *yaml.Node) {
	for _, item := range r.list(n) {
		f := r.fields(item, "id", "section", "theme", "dit")
		s := Statement{f.mustText("id"), f.mustText("section"), l.theme(r, f.must("theme")), f.mustText("dit"), r.place(item)}
		if slices.ContainsFunc(l.b.statements, func(o Statement) bool { return o.ID == s.ID }) {
			r.at(item, "énoncé « "+s.ID+" » écrit deux fois", "")
			continue
		}
		l.b.statements = append(l.b.statements, s)
	}
}

func (l *loader) theme(r *reader, n *yaml.Node) string {
	id := r.text(n)
	var ids []string
	for _, t := range Themes {
		if t.ID == id {
			return id
		}
		ids = append(ids, t.ID)
	}
	if n != nil {
		r.at(n, "thème inconnu « "+id+" »"+suggest(id, ids), "")
	}
	return id
}

func (l *loader) readCards(r *reader, n *yaml.Node) {
	for _, item := range r.list(n) {
		f := r.fields(item, "id", "theme", "titre", "dit", "retenir", "en_2008", "ecart", "textes", "source", "voir", "questions", "mots")
		c := &Card{ID: f.mustText("id"), Theme: l.theme(r, f.must("theme")), Title: f.mustText("titre"), Says: f.mustText("dit"),
			Keep: f.text("retenir"), In2008: f.text("en_2008"), Gap: f.text("ecart"), Texts: f.words("textes"), Source: f.words("source"),
			See: f.words("voir"), Questions: f.words("questions"), Words: f.words("mots"), Place: r.place(item)}
		if l.b.Card(c.ID) != nil {
			r.at(item, "fiche « "+c.ID+" » écrite deux fois", "")
			continue
		}
		l.names(r, f.got["textes"], c.Texts)
		l.statementsExist(r, f.got["source"], c.Source)
		l.b.cards = append(l.b.cards, c)
	}
}

// names checks that provisions exist.
func (l *loader) names(r *reader, n *yaml.Node, names []string) {
	for i, name := range names {
		if l.b.byName[name] == nil {
			var known []string
			for _, p := range l.b.provisions {
				known = append(known, p.Name())
			}
			r.at(itemAt(n, i), "disposition inconnue « "+name+" »"+suggest(name, known), "Écrivez-la comme dans droit/dispositions, par exemple « CP 226-14 1° ».")
		}
	}
}

func (l *loader) statementsExist(r *reader, n *yaml.Node, ids []string) {
	for i, id := range ids {
		if !slices.ContainsFunc(l.b.statements, func(s Statement) bool { return s.ID == id }) {
			r.at(itemAt(n, i), "énoncé inconnu « "+id+" »", "Les énoncés sont dans droit/enonces.yaml, par exemple S6.15.")
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
