package rules

import (
	"errors"
	"iter"
	"slices"
	"strings"

	"motus/rules/internal/strictyaml"
)

// MaxRules bounds how many rules a base may hold, so that a decision works on the stack.
const MaxRules = 256

// Base is the law as data, read once and never changed: facts, rules, provisions, fiches and
// statements, in the order in which the files declare them. It is safe for concurrent use.
type Base struct {
	Version    string // version of the rule base: « 2026.11 »
	VerifiedTo Date   // day up to which the law was verified

	facts       []*Fact
	factByKey   map[Key]*Fact
	shortcuts   map[string][]Value
	shortNames  []string
	definitions map[string]*definition
	defOrder    []string
	exclusions  []exclusion
	deductions  []deduction
	rules       []*Rule
	ranked      []*Rule // in the order of evaluation: rules that defeat others come first
	ruleByID    map[RuleID]*Rule
	provisions  []*Provision
	byName      map[string]*Provision
	cards       []*Card
	statements  []Statement
	invariants  []Invariant
	dues        []due
	cases       []Case
	renamed     []renamed

	epochs []epoch

	anything world // every fact unknown
	tables
}

// epoch is a run of days over which the base says the same.
type epoch struct {
	from      Date
	active    ruleSet      // rules in force, by rank
	citations [][]Citation // by rank
}

// Facts lists the facts in declared order. This list, as all those below, is the caller's own; what it
// points to is the base's, to be read only.
func (b *Base) Facts() []*Fact { return slices.Clone(b.facts) }

// Fact returns the fact of a key, or nil.
func (b *Base) Fact(k Key) *Fact { return b.factByKey[k] }

// Rules iterates over the rules in declared order.
func (b *Base) Rules() iter.Seq[*Rule] {
	return func(yield func(*Rule) bool) {
		for _, r := range b.rules {
			if !yield(r) {
				return
			}
		}
	}
}

// Rule returns the rule of an id, or nil.
func (b *Base) Rule(id RuleID) *Rule { return b.ruleByID[id] }

// Cards lists the fiches in declared order.
func (b *Base) Cards() []*Card { return slices.Clone(b.cards) }

// Card returns the fiche of an id, or nil.
func (b *Base) Card(id string) *Card {
	for _, c := range b.cards {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// CardOf returns the main fiche of a theme, or nil.
func (b *Base) CardOf(theme string) *Card {
	for _, c := range b.cards {
		if c.Theme == theme {
			return c
		}
	}
	return nil
}

// Provisions lists the provisions in declared order.
func (b *Base) Provisions() []*Provision { return slices.Clone(b.provisions) }

// FindProvisions returns the provisions that a reference names: « cp 226-14 » gives all its
// paragraphs, « CP 226-14 1° » the one.
func (b *Base) FindProvisions(ref string) []*Provision {
	var out []*Provision
	for _, p := range b.provisions {
		if p.matches(ref) {
			out = append(out, p)
		}
	}
	return out
}

// Cite makes the citations of provisions named as rules name them, leaving out those not in
// force on that day.
func (b *Base) Cite(names []string, on Date) []Citation {
	var out []Citation
	for _, n := range names {
		if p := b.byName[n]; p != nil && p.InForce(on) {
			out = append(out, p.cite(on))
		}
	}
	return out
}

// Statements lists the statements of the source document.
func (b *Base) Statements() []Statement { return slices.Clone(b.statements) }

// Cases lists the settled cases of droit/cas.
func (b *Base) Cases() []Case { return slices.Clone(b.cases) }

// Shortcuts lists the short ways to say facts: « statut=ase ».
func (b *Base) Shortcuts() []string { return slices.Clone(b.shortNames) }

// ParseFacts reads « cle=valeur,cle=valeur », as --facts and a team profile write them, with
// shortcuts expanded. Two parts that contradict each other make it fail, whatever their order: none
// is to be believed. Of a loose value and one of those it may be, the precise one is kept.
func (b *Base) ParseFacts(s string) (FactSet, error) {
	var told saying
	some := false
	for n, part := range strings.Split(s, ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		some = true
		if err := told.add(b, part); err != nil {
			if bad, ok := errors.AsType[*FactError](err); ok {
				bad.part = n + 1
			}
			return FactSet{}, err
		}
	}
	if !some && strings.TrimSpace(s) != "" {
		return FactSet{}, &FactError{full: emptyList, discreet: emptyList}
	}
	return told.facts, nil
}

const emptyList = "la liste de faits est vide ; on attend cle=valeur,cle=valeur, par exemple statut=ase,mandat=judiciaire"

// saying gathers facts said, with the words that said each.
type saying struct {
	facts FactSet
	by    [MaxFacts]string // « peril_imminent=non », for peril and for action_immediate
}

// add reads one part, « cle=valeur » or a shortcut. It fails if the part contradicts an earlier one.
func (s *saying) add(b *Base, part string) error {
	vals, words, err := b.parseFact(part)
	if err != nil {
		return err
	}
	for _, v := range vals {
		f := b.facts[v.fact]
		value := v.in(b)
		if had := s.facts.known[v.fact]; had != 0 {
			earlier := &f.Values[had-1]
			switch {
			case earlier.mask&^value.mask == 0:
				continue // as precise, or more
			case value.mask&^earlier.mask != 0:
				clash := f.means(words, value) + " contredit " + f.means(s.by[v.fact], earlier) + " : gardez-en un"
				return &FactError{full: clash, discreet: clash}
			}
		}
		s.facts = s.facts.With(v)
		s.by[v.fact] = words
	}
	return nil
}

// means quotes the words by which a value was said, and the value itself if they are a shortcut.
func (f *Fact) means(words string, v *FactValue) string {
	if plain := string(f.Key) + "=" + v.ID; plain != words {
		return "« " + words + " » (qui vaut " + plain + ")"
	}
	return "« " + words + " »"
}

// parseFact reads one part into what it says, one value of each fact, and its words, tidied.
func (b *Base) parseFact(part string) (vals []Value, words string, err error) {
	k, vs, err := keyValue(part)
	if err != nil {
		return nil, "", err
	}
	words = k + "=" + strings.Join(vs, "|")
	if vals, ok := b.shortcuts[words]; ok {
		return vals, words, nil
	}
	v, err := b.Value(k, strings.Join(vs, "|"))
	if err != nil {
		return nil, "", err
	}
	return []Value{v}, words, nil
}

// Nearest returns the id of the rule or fiche, or the reference of the provision, that is spelt
// most like name, whatever its capitals; "" if none is near.
func (b *Base) Nearest(name string) string {
	var known []string
	for r := range b.Rules() {
		known = append(known, string(r.ID))
	}
	for _, c := range b.cards {
		known = append(known, c.ID)
	}
	for _, p := range b.provisions {
		known = append(known, p.Ref)
	}
	written := map[string]string{}
	for i, k := range known {
		known[i] = strings.ToLower(k)
		written[known[i]] = k
	}
	return written[strictyaml.Nearest(strings.ToLower(name), known)]
}

// suggestKey ends an error with what a key, as a person says facts, may have been meant for.
func (b *Base) suggestKey(key string) string {
	keys := b.keys()
	for _, s := range b.shortNames {
		k, _, _ := strings.Cut(s, "=")
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return strictyaml.Suggest(key, keys)
}

// suggestFact ends an error with the fact that a key of a condition may have been meant for.
func (b *Base) suggestFact(key string) string { return strictyaml.Suggest(key, b.keys()) }

func (b *Base) keys() []string {
	var keys []string
	for _, f := range b.facts {
		keys = append(keys, string(f.Key))
	}
	return keys
}

// ChangeDates lists the days on which a rule or a provision begins or ceases to apply.
func (b *Base) ChangeDates() []Date {
	var out []Date
	for _, e := range b.epochs {
		out = append(out, e.from)
	}
	return out
}

// SameLaw reports whether the law is the same on both days: the same rules, and the same wording of
// every text. That a text was read longer ago changes nothing.
func (b *Base) SameLaw(a, c Date) bool {
	if c.Before(a) {
		a, c = c, a
	}
	between := func(d Date) bool { return a.Before(d) && !c.Before(d) }
	ends := func(d Date) bool { return !d.IsZero() && between(d.next()) }
	for _, r := range b.rules {
		if between(r.Force.From) || ends(r.Force.To) {
			return false
		}
	}
	for _, p := range b.provisions {
		if ends(p.Until) || slices.ContainsFunc(p.Versions, func(v Version) bool { return between(v.From) }) {
			return false
		}
	}
	return true
}

// epochAt finds the run of days that holds d.
func (b *Base) epochAt(d Date) *epoch {
	lo, hi := 0, len(b.epochs)
	for lo+1 < hi {
		mid := (lo + hi) / 2
		if d.Before(b.epochs[mid].from) {
			hi = mid
		} else {
			lo = mid
		}
	}
	return &b.epochs[lo]
}
