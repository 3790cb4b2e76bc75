package rules

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules/internal/strictyaml"
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
	l.stray()
	l.one("base.yaml", l.readBase)
	l.one("faits.yaml", l.readFacts)
	l.one("definitions.yaml", l.readDefinitions)
	l.lateFacts()
	l.one("coherence.yaml", l.readCoherence)
	l.one("raccourcis.yaml", l.readShortcuts)
	l.many("dispositions", l.readProvisions)
	if l.dated != nil && !l.misses("dispositions") {
		l.dated()
	}
	l.one("enonces.yaml", l.readStatements)
	l.many("regles", l.readRules)
	l.many("fiches", l.readCards)
	l.one("invariants.yaml", l.readInvariants)
	l.many("cas", l.readCases)
	for _, f := range l.last {
		f()
	}
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
	last   []func() // what names something further on, checked once all is read
	lost   []string // files and folders not wholly read: what they hold may be named
}

// The files and folders of a base. The lexicon is read by package comprehension.
var (
	files   = []string{"base.yaml", "faits.yaml", "definitions.yaml", "coherence.yaml", "raccourcis.yaml", "enonces.yaml", "invariants.yaml"}
	folders = []string{"dispositions", "regles", "fiches", "cas", "lexique"}
)

// stray refuses what no one would read, so that a rule in a file badly named is not lost in
// silence, and the want of what every base needs.
func (l *loader) stray() {
	lost := func(name, problem, mend string) {
		l.faults = append(l.faults, &Fault{Place: Place{File: name}, Problem: problem, Mend: mend})
	}
	for _, name := range files[:2] {
		if _, err := fs.Stat(l.fsys, name); err != nil {
			l.lose(name)
			lost(name, "ce fichier manque", "Toute base en a un.")
		}
	}
	err := fs.WalkDir(l.fsys, ".", func(name string, e fs.DirEntry, err error) error {
		switch dir := path.Dir(name); {
		case err != nil || name == "." || e.Name() == "README.md":
			return err
		case e.IsDir() && dir == ".":
			if !slices.Contains(folders, name) {
				lost(name, "ce dossier n'est lu par rien"+strictyaml.Suggest(name, folders), "")
				return fs.SkipDir
			}
		case e.IsDir():
			lost(name, "ce dossier n'est lu par rien", "Mettez ses fichiers dans « "+dir+" ».")
			return fs.SkipDir
		case dir == "." && !slices.Contains(files, name):
			lost(name, "ce fichier n'est lu par rien"+strictyaml.Suggest(name, files), "")
		case dir != "." && path.Ext(name) != ".yaml":
			lost(name, "ce fichier n'est lu par rien", "Un fichier de « "+dir+" » finit par .yaml.")
		}
		return nil
	})
	if err != nil {
		lost(".", "le dossier ne se laisse pas parcourir", "")
	}
}

// one reads a file that may be missing: a small base needs few of them.
func (l *loader) one(file string, read func(*strictyaml.Reader, *yaml.Node)) {
	if _, err := fs.Stat(l.fsys, file); errors.Is(err, fs.ErrNotExist) {
		return
	}
	r, n := strictyaml.ReadFile(l.fsys, file, &l.faults)
	if n != nil {
		read(r, n)
	}
	if n == nil || n.Kind != yaml.SequenceNode || r.Merged {
		l.lose(file)
	}
}

// lose notes that a file was not wholly read, so that what is missing there is not told wherever it
// is named: one colon forgotten would drown in thousands of faults.
func (l *loader) lose(file string) {
	l.lost = append(l.lost, file)
}

// unknown tells that a name is not found in a file or a folder, if that was wholly read.
func (l *loader) unknown(r *strictyaml.Reader, n *yaml.Node, in []string, problem, mend string) {
	if !l.misses(in...) && !(r.Merged && slices.Contains(in, r.File)) {
		r.At(n, problem, mend)
	}
}

// misses reports whether one of these files and folders was not wholly read.
func (l *loader) misses(names ...string) bool {
	return slices.ContainsFunc(l.lost, func(file string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return file == name || strings.HasPrefix(file, name+"/") })
	})
}

// Where what a fact and a condition name is declared.
var (
	ofFacts      = []string{"faits.yaml", "raccourcis.yaml"}
	ofConditions = []string{"faits.yaml", "definitions.yaml"}
)

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
	f := r.Fields(n, "version", "verifie_jusqu_au", "noms", "invariants_dus")
	l.b.Version = f.MustText("version")
	at := f.Must("verifie_jusqu_au")
	if l.b.VerifiedTo = readDate(r, at); !l.b.VerifiedTo.IsZero() {
		l.dated = func() { l.verifiedTo(r, at) }
	}
	l.readNames(r, f.Got["noms"])
	for i, id := range f.Words("invariants_dus") {
		l.b.dues = append(l.b.dues, due{id, r.Place(strictyaml.Item(f.Got["invariants_dus"], i))})
	}
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

func (l *loader) readStatements(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "id", "section", "theme", "dit")
		s := Statement{f.MustText("id"), f.MustText("section"), l.theme(r, f.Must("theme")), f.MustText("dit"), r.Place(item)}
		if s.ID == "" {
			l.lose(r.File)
			continue
		}
		l.mark(r, f, "l'énoncé", s.ID)
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
		r.At(n, "thème inconnu « "+id+" »"+strictyaml.Among(id, ids, listed), "")
	}
	return id
}

func (l *loader) readCards(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "id", "theme", "titre", "dit", "retenir", "en_2008", "ecart", "textes", "source", "voir", "questions", "mots")
		c := &Card{ID: f.MustText("id"), Theme: l.theme(r, f.Must("theme")), Title: f.MustText("titre"), Says: f.MustText("dit"),
			Keep: f.Text("retenir"), In2008: f.Text("en_2008"), Gap: f.Text("ecart"), Texts: f.Words("textes"), Source: f.Words("source"),
			See: f.Words("voir"), Questions: f.Words("questions"), Words: f.Words("mots"), Place: r.Place(item)}
		switch {
		case c.ID == "":
			l.lose(r.File)
			continue
		case !isID(c.ID):
			r.At(f.Got["id"], "fiche « "+c.ID+" » : "+letters, "")
		case l.b.Card(c.ID) != nil:
			r.At(item, "fiche « "+c.ID+" » écrite deux fois", "")
			continue
		}
		l.names(r, f.Got["textes"], c.Texts)
		l.statementsExist(r, f.Got["source"], c.Source)
		l.b.cards = append(l.b.cards, c)
		l.last = append(l.last, func() { l.cardsExist(r, f.Got["voir"], c) })
	}
}

// cardsExist checks the fiches that a fiche names, once all are read.
func (l *loader) cardsExist(r *strictyaml.Reader, n *yaml.Node, c *Card) {
	for i, id := range c.See {
		switch {
		case id == c.ID:
			r.At(strictyaml.Item(n, i), "la fiche « "+id+" » renvoie à elle-même", "Retirez-la.")
		case l.b.Card(id) == nil:
			var ids []string
			for _, k := range l.b.cards {
				ids = append(ids, k.ID)
			}
			l.unknown(r, strictyaml.Item(n, i), []string{"fiches"}, "fiche inconnue « "+id+" »"+strictyaml.Among(id, ids, listed), "")
		}
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
			l.unknown(r, strictyaml.Item(n, i), []string{"dispositions"}, "disposition inconnue « "+name+" »"+strictyaml.Suggest(name, known), "Écrivez-la comme dans droit/dispositions, par exemple « CP 226-14 1° ».")
		}
	}
}

func (l *loader) statementsExist(r *strictyaml.Reader, n *yaml.Node, ids []string) {
	for i, id := range ids {
		if !slices.ContainsFunc(l.b.statements, func(s Statement) bool { return s.ID == id }) {
			l.unknown(r, strictyaml.Item(n, i), []string{"enonces.yaml"}, "énoncé inconnu « "+id+" »", "Les énoncés sont dans droit/enonces.yaml, par exemple S6.15.")
		}
	}
}

// Where a person is shown the words that a file may use.
const (
	listed    = "« motus rules list » les montre"
	listFacts = "« motus rules faits » les montre"
)

// letters says what an id is made of.
const letters = "une lettre, puis minuscules sans accent, chiffres et _ seulement"

// mark refuses an id that not everyone could type.
func (l *loader) mark(r *strictyaml.Reader, f strictyaml.Fields, what, id string) {
	if id != "" && !isMark(id) {
		r.At(f.Got["id"], what+" « "+id+" » : une lettre, puis lettres sans accent, chiffres, « - », « . » et « _ » seulement", "")
	}
}

// isID reports whether s is ASCII snake_case, and begins with a letter.
func isID(s string) bool {
	for i, r := range s {
		if !(r >= 'a' && r <= 'z' || i > 0 && (r == '_' || r >= '0' && r <= '9')) {
			return false
		}
	}
	return s != ""
}

// isMark reports whether s may number a case, an invariant or a statement: « ref-12 », « I-03b », « S6.15 ».
func isMark(s string) bool {
	for i, r := range s {
		letter := r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !(letter || i > 0 && (r == '-' || r == '.' || r == '_' || r >= '0' && r <= '9')) {
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
