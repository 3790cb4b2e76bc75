package rules

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules/internal/strictyaml"
)

func (l *loader) readRules(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "id", "theme", "dit", "exception_a", "si", "alors", "a_faire", "autrement", "textes", "source", "document_seul", "en_vigueur", "lu_depuis", "conseil", "lectures", "apprecier", "cas")
		rule := &Rule{ID: RuleID(f.MustText("id")), Theme: l.theme(r, f.Must("theme")), Says: f.MustText("dit"),
			Texts: f.Words("textes"), Source: f.Words("source"), Due: f.Text("a_faire"), Aside: r.YesNo(f.Got["autrement"], false), Advice: f.Text("conseil"), Readings: f.Words("lectures"),
			Alone: r.YesNo(f.Got["document_seul"], false), excepts: f.Words("exception_a"), Place: r.Place(item), index: int32(len(l.b.rules))}
		if rule.ID == "" {
			l.lose(r.File)
		} else if !isRuleID(string(rule.ID)) {
			r.At(f.Got["id"], "règle « "+string(rule.ID)+" » : on attend theme.sujet, en minuscules sans accent", "")
		}
		rule.when = l.condition(r, f.Must("si"))
		rule.Verdict = l.verdict(r, f.Must("alors"))
		if e := f.Got["en_vigueur"]; e != nil {
			ef := r.Fields(e, "du", "au")
			rule.Force = Span{readDate(r, ef.Got["du"]), readDate(r, ef.Got["au"])}
			if len(e.Content) == 0 {
				r.At(e, "« en_vigueur » ne dit ni « du » ni « au »", "Retirez-le : la règle a toujours valu.")
			}
			if !rule.Force.To.IsZero() && rule.Force.To.Before(rule.Force.From) {
				r.At(e, "la règle finit le "+rule.Force.To.String()+" avant de commencer le "+rule.Force.From.String(), "Vérifiez « du » et « au ».")
			}
		}
		rule.ReadSince = readDate(r, f.Got["lu_depuis"])
		if at := f.Got["lu_depuis"]; at != nil && rule.ReadSince.Before(rule.Force.From) {
			r.At(at, "le droit n'a pas pu être lu avant que la règle commence", "« lu_depuis » est le jour de « du », ou un jour plus tard.")
		}
		if a := f.Got["apprecier"]; a != nil {
			af := r.Fields(a, "qui", "quand", "sans", "devoir")
			rule.Weighing = &Weighing{af.MustText("qui"), af.MustText("quand"), af.MustText("sans"), !r.YesNo(af.Got["devoir"], true)}
		}
		if rule.Verdict == Weighed && rule.Weighing == nil {
			r.At(item, "« a_apprecier » sans « apprecier »", "Dites qui décide (qui), à quel rythme (quand) et ce qu'il ne faut pas faire d'ici là (sans).")
		}
		if rule.Due != "" && rule.Verdict != Required {
			r.At(f.Got["a_faire"], "« a_faire » sur une règle qui n'oblige pas", "Gardez-le pour « alors: obligatoire » ; sinon, écrivez un « conseil ».")
		}
		if rule.Aside && rule.Verdict != Required {
			r.At(f.Got["autrement"], "« autrement » sur une règle qui n'oblige pas", "« autrement: oui » dit que ce qui est dû se fait sans parler là ; ailleurs, « alors: interdit » suffit.")
		}
		l.names(r, f.Got["textes"], rule.Texts)
		l.statementsExist(r, f.Got["source"], rule.Source)
		if len(rule.Texts) == 0 && len(rule.Source) == 0 {
			r.At(item, "la règle « "+string(rule.ID)+" » ne repose sur rien", "Nommez au moins une disposition (textes) ou un énoncé du document (source).")
		}
		if rule.Alone && len(rule.Texts) > 0 {
			r.At(f.Got["document_seul"], "« document_seul » sur une règle qui cite un texte", "Gardez l'un ou l'autre.")
		}
		for _, c := range r.List(f.Got["cas"]) {
			rule.Examples = append(rule.Examples, l.example(r, c, rule))
		}
		for i, pat := range rule.excepts {
			at := strictyaml.Item(f.Got["exception_a"], i)
			rule.exceptsAt = append(rule.exceptsAt, r.Place(at))
			if pat == string(rule.ID) {
				r.At(at, "la règle « "+pat+" » est exception à elle-même", "Retirez-la de « exception_a ».")
			}
		}
		if _, twice := l.b.ruleByID[rule.ID]; twice && rule.ID != "" {
			r.At(item, "règle « "+string(rule.ID)+" » écrite deux fois", "Gardez-en une seule.")
			continue
		}
		if len(l.b.rules) == MaxRules {
			r.At(item, "trop de règles (256 au plus)", "")
			return
		}
		l.b.rules = append(l.b.rules, rule)
		l.b.ruleByID[rule.ID] = rule
	}
}

// condition reads « fait=valeur », a definition's name, {tout|un|aucun: [...]}, or a list (tout).
func (l *loader) condition(r *strictyaml.Reader, n *yaml.Node) condition {
	if n == nil {
		return nil
	}
	var c condition
	l.conditionInto(r, n, &c)
	if len(c) > maxNodes {
		r.At(n, "condition trop longue, une fois ses définitions dépliées", "Simplifiez-la : elle tient en 10 000 parties.")
		return nil
	}
	return c
}

// maxNodes bounds a condition, well below what a place of it can count. No jurist would read one a
// hundredth as long; only definitions that unfold one another get there.
const maxNodes = 10_000

func (l *loader) conditionInto(r *strictyaml.Reader, n *yaml.Node, c *condition) {
	group := func(o op, children []*yaml.Node) {
		at := len(*c)
		*c = append(*c, node{op: o})
		if len(children) == 0 {
			r.At(n, "une condition vide", "Écrivez ce qu'il faut, ou retirez « si ».")
		}
		for _, ch := range children {
			if l.conditionInto(r, ch, c); len(*c) > maxNodes {
				return
			}
		}
		(*c)[at].end = uint16(len(*c))
	}
	switch n.Kind {
	case yaml.SequenceNode:
		group(opAll, n.Content)
	case yaml.MappingNode:
		ops := map[string]op{"tout": opAll, "un": opAny, "aucun": opNone}
		if len(n.Content) != 2 {
			r.At(n, "une condition porte un seul mot : tout, un ou aucun", "Par exemple : {un: [maltraitance=oui, peril=oui]}.")
			return
		}
		o, ok := ops[n.Content[0].Value]
		if !ok {
			r.At(n.Content[0], "condition inconnue « "+n.Content[0].Value+" »"+strictyaml.Suggest(n.Content[0].Value, []string{"tout", "un", "aucun"}), "")
			return
		}
		group(o, r.List(n.Content[1]))
	default:
		s := r.Text(n)
		if d := l.b.definitions[s]; d != nil {
			d.used = true
			at := len(*c)
			inner := slices.Clone(d.when)
			if len(inner) == 0 {
				return
			}
			shift(inner, at)
			said := said{name: d.label}
			if s := inner[0].said; s != nil {
				said.mask, said.expected, said.label = s.mask, s.expected, s.label
			}
			inner[0].said = &said
			*c = append(*c, inner...)
			return
		}
		key, values, err := keyValue(s)
		if s == "" {
			r.At(n, "une condition vide", "Écrivez fait=valeur, ou retirez-la.")
			return
		}
		if err != nil {
			l.unknown(r, n, ofConditions, "condition « "+s+" » : ni un fait, ni une définition"+strictyaml.Suggest(s, l.b.defOrder), "On attend fait=valeur, ou le nom d'une définition.")
			return
		}
		fact := l.b.factByKey[Key(key)]
		if fact == nil && l.b.valuesOf(key) != nil {
			r.At(n, "« "+s+" » est un raccourci, qui ne sert pas dans une condition", l.spelled(key, values))
			return
		}
		if fact == nil {
			l.unknown(r, n, ofFacts[:1], "fait inconnu « "+key+" »"+l.b.suggestFact(key), "Les faits sont dans droit/faits.yaml.")
			return
		}
		leaf := node{op: opIs, fact: fact.index, end: uint16(len(*c) + 1)}
		for _, v := range values {
			i := fact.value(v)
			if i < 0 {
				l.unknown(r, n, ofFacts[:1], "valeur inconnue « "+v+" » pour le fait « "+key+" »"+strictyaml.Among(v, valueIDs(fact), listFacts), "")
				return
			}
			mask := fact.Values[i].mask
			if leaf.mask&mask == mask {
				r.At(n, "valeur « "+v+" » écrite deux fois", "Gardez-en une.")
			}
			leaf.mask |= mask
		}
		leaf.said = l.b.say(leaf.fact, leaf.mask)
		*c = append(*c, leaf)
	}
}

// spelled says how to write a shortcut in a condition, which names facts.
func (l *loader) spelled(key string, values []string) string {
	var facts FactSet
	for _, v := range l.b.shortcuts[key+"="+strings.Join(values, "|")] {
		facts = facts.With(v)
	}
	if facts.IsEmpty() {
		return "Écrivez les faits que disent vos raccourcis « " + key + " »."
	}
	return "Écrivez ce qu'il vaut : " + list(l.b.Known(facts)) + "."
}

// example reads a case that stands in a rule.
func (l *loader) example(r *strictyaml.Reader, n *yaml.Node, rule *Rule) Case {
	f := r.Fields(n, "faits", "verdict", "si", "sinon", "demande", "le", "pourquoi")
	c := Case{ID: string(rule.ID), On: readDate(r, f.Got["le"]), Note: f.Text("pourquoi"), Place: r.Place(n)}
	if !c.On.IsZero() && c.On.Before(SourceDate) {
		r.At(f.Got["le"], "la base ne dit rien d'avant le "+SourceDate.String(), "Vérifiez « le ».")
	}
	c.Facts = l.factSet(r, f.Must("faits"))
	c.Today = l.expect(r, f)
	if c.Today.Verdict == rule.Verdict {
		c.Today.Rule = rule.ID
	}
	return c
}

func (l *loader) factSet(r *strictyaml.Reader, n *yaml.Node) FactSet {
	var told saying
	if n == nil {
		return FactSet{}
	}
	if n.Kind != yaml.MappingNode {
		r.At(n, "on attend des faits {cle: valeur}", "")
		return FactSet{}
	}
	keys := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i].Value, r.Text(n.Content[i+1])
		if keys[k] {
			r.At(n.Content[i], "« "+k+" » écrit deux fois", "Gardez-en un seul.")
			continue
		}
		keys[k] = true
		if n.Content[i+1].Kind != yaml.ScalarNode {
			continue // told already
		}
		if err := told.add(l.b, k+"="+v); err != nil {
			l.unknown(r, n.Content[i], ofFacts, err.Error(), "Les faits sont dans droit/faits.yaml, les raccourcis dans droit/raccourcis.yaml.")
		}
	}
	return told.facts
}

func (l *loader) verdict(r *strictyaml.Reader, n *yaml.Node) Verdict {
	if n == nil {
		return NoVerdict
	}
	v, err := ParseVerdict(r.Text(n))
	if err != nil {
		r.At(n, "verdict inconnu « "+r.Text(n)+" »"+strictyaml.Suggest(r.Text(n), verdictIDs[1:]), "")
	}
	return v
}

func (l *loader) verdicts(r *strictyaml.Reader, n *yaml.Node) VerdictSet {
	var set VerdictSet
	for i := range r.Words(n) {
		set = set.With(l.verdict(r, strictyaml.Item(n, i)))
	}
	return set
}

// answers are the contract's answers to a yes/no question.
var answers = []string{"oui", "oui_sous_conditions", "non", "depend"}

func (l *loader) expect(r *strictyaml.Reader, f strictyaml.Fields) Expect {
	var e Expect
	e.Verdict = l.verdict(r, f.Got["verdict"])
	e.Else = l.verdict(r, f.Got["sinon"])
	for i, w := range f.Words("si") {
		if l.b.factByKey[Key(w)] == nil {
			l.unknown(r, strictyaml.Item(f.Got["si"], i), ofFacts[:1], "fait inconnu « "+w+" »"+l.b.suggestFact(w), "« si » liste les clés des faits qui restent à établir.")
		}
		e.Conditions = append(e.Conditions, Key(w))
	}
	e.Clarification = Key(f.Text("demande"))
	e.Answer = f.Text("reponse")
	e.Rule = RuleID(f.Text("regle"))
	verdict, ask := f.Got["verdict"], f.Got["demande"]
	switch {
	case verdict == nil && ask == nil:
		f.Fault("il manque « verdict » ou « demande »", "Dites le verdict attendu, ou le fait à demander.")
	case verdict != nil && ask != nil:
		r.At(ask, "« verdict » et « demande » s'excluent", "Si un fait est demandé, aucun verdict n'est donné.")
	case ask != nil && l.b.factByKey[e.Clarification] == nil:
		l.unknown(r, ask, ofFacts[:1], "fait inconnu « "+string(e.Clarification)+" »"+l.b.suggestFact(string(e.Clarification)), "")
	}
	if e.Answer != "" && !slices.Contains(answers, e.Answer) {
		r.At(f.Got["reponse"], "réponse inconnue « "+e.Answer+" »"+strictyaml.Suggest(e.Answer, answers), "")
	}
	if e.Rule != "" {
		l.last = append(l.last, func() {
			if l.b.ruleByID[e.Rule] == nil {
				l.unknown(r, f.Got["regle"], []string{"regles"}, "règle inconnue « "+string(e.Rule)+" »"+strictyaml.Suggest(string(e.Rule), l.b.ruleIDs()), "Un identifiant de règle : "+listed+".")
			}
		})
	}
	return e
}

func (l *loader) readCases(r *strictyaml.Reader, n *yaml.Node) {
	for _, item := range r.List(n) {
		f := r.Fields(item, "id", "question", "faits", "aujourdhui", "en_2008", "refs", "note")
		c := Case{ID: f.MustText("id"), Question: f.Text("question"), Refs: f.Words("refs"), Note: f.Text("note"), Place: r.Place(item)}
		l.mark(r, f, "le cas", c.ID)
		c.Facts = l.factSet(r, f.Must("faits"))
		read := func(n *yaml.Node) Expect {
			ef := r.Fields(n, "verdict", "si", "sinon", "demande", "reponse", "regle", "note")
			return l.expect(r, ef)
		}
		if t := f.Must("aujourdhui"); t != nil {
			c.Today = read(t)
		}
		c.Then = c.Today
		if t := f.Got["en_2008"]; t != nil {
			switch {
			case t.Kind == yaml.MappingNode:
				c.Then = read(t)
			case r.Text(t) == "non_teste":
				c.Then = Expect{Skip: true}
			case r.Text(t) != "pareil":
				r.At(t, "on attend pareil, non_teste ou {verdict: …}", "")
			}
		}
		for i, ref := range c.Refs {
			if !slices.ContainsFunc(l.b.provisions, func(p *Provision) bool { return p.named(ref) }) {
				l.unknown(r, strictyaml.Item(f.Got["refs"], i), []string{"dispositions"}, "disposition inconnue « "+ref+" »"+strictyaml.Suggest(ref, l.b.references()), "")
			}
		}
		if c.ID != "" && slices.ContainsFunc(l.b.cases, func(o Case) bool { return o.ID == c.ID }) {
			r.At(item, "cas « "+c.ID+" » écrit deux fois", "Gardez-en un seul.")
		}
		l.b.cases = append(l.b.cases, c)
	}
}

// references lists the provisions as a case may name them.
func (b *Base) references() []string {
	var out []string
	for _, p := range b.provisions {
		out = append(out, p.Ref)
	}
	return out
}

// link draws the graph of exceptions, puts rules in the order of evaluation, and cuts time into
// runs of days that say the same.
func (l *loader) link() {
	b := l.b
	for _, r := range b.rules {
		l.resolveExceptions(r)
	}
	order, ok := topological(b.rules)
	if !ok {
		l.ring()
		return
	}
	b.rank(order)
	b.indexRules()
	dates := []Date{{}}
	for _, r := range b.rules {
		dates = append(dates, r.Force.From)
		if !r.Force.To.IsZero() {
			dates = append(dates, r.Force.To.next())
		}
	}
	for _, p := range b.provisions {
		dates = append(dates, p.turns()...)
	}
	slices.SortFunc(dates, func(a, b Date) int { return int(a.key() - b.key()) })
	dates = slices.Compact(dates)
	for k, d := range dates {
		e := epoch{from: d, citations: make([][]Citation, len(b.rules))}
		for i, r := range b.ranked {
			if r.Force.Has(d) {
				e.active.add(int32(i))
				if k > 0 && b.epochs[k-1].active.has(int32(i)) && !b.turn(r.Texts, d) {
					e.citations[i] = b.epochs[k-1].citations[i]
					continue
				}
				e.citations[i] = b.Cite(r.Texts, d)
			}
		}
		b.epochs = append(b.epochs, e)
	}
}

// turn reports whether one of these provisions is cited otherwise from that day on.
func (b *Base) turn(names []string, d Date) bool {
	return slices.ContainsFunc(names, func(n string) bool {
		p := b.byName[n]
		return p != nil && slices.Contains(p.turns(), d)
	})
}
