//go:build mutants

package rules

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
)

// mutant is the base with one thing broken on purpose.
type mutant struct {
	name   string
	change func(r *Rule)
	rule   int
	drop   bool
	frees  bool // the verdict is flipped to « autorise »
}

// mutants lists every way the base is broken: a rule dropped, a verdict flipped, a condition or an
// exception removed.
func mutants(b *Base) []mutant {
	var out []mutant
	for i, r := range b.rules {
		id := string(r.ID)
		out = append(out, mutant{name: "retirer " + id, rule: i, drop: true})
		for _, v := range AllVerdicts {
			if v != r.Verdict {
				out = append(out, mutant{name: fmt.Sprintf("%s → %s", id, v), rule: i,
					frees: v == Allowed, change: func(r *Rule) { r.Verdict = v }})
			}
		}
		for k, part := range topLevel(r.when) {
			out = append(out, mutant{name: fmt.Sprintf("%s sans sa condition %d", id, k+1), rule: i,
				change: func(r *Rule) { r.when = without(r.when, part) }})
		}
		for _, pat := range r.excepts {
			out = append(out, mutant{name: fmt.Sprintf("%s sans exception à %s", id, pat), rule: i,
				change: func(r *Rule) {
					r.excepts = slices.DeleteFunc(slices.Clone(r.excepts), func(s string) bool { return s == pat })
				}})
		}
	}
	return out
}

// topLevel returns where the parts of a « tout » begin.
func topLevel(c condition) []int {
	if len(c) == 0 || c[0].op != opAll {
		return []int{0}
	}
	var out []int
	for j := 1; j < len(c); j = int(c[j].end) {
		out = append(out, j)
	}
	return out
}

// without returns the condition less the part at i.
func without(c condition, i int) condition {
	if i == 0 {
		return nil
	}
	end := int(c[i].end)
	n := end - i
	out := append(slices.Clone(c[:i]), c[end:]...)
	out[0].end -= uint16(n)
	for j := i; j < len(out); j++ {
		out[j].end -= uint16(n)
	}
	return out
}

// breed makes the base with the mutant's change. It fails where the change cannot even load.
func (m mutant) breed(b *Base) (*Base, error) {
	nb := *b
	nb.rules, nb.ranked, nb.ruleByID, nb.epochs = nil, nil, map[RuleID]*Rule{}, nil
	for i, r := range b.rules {
		if m.drop && i == m.rule {
			continue
		}
		c := *r
		c.exceptIdx, c.byIdx, c.Excepts, c.by, c.excepted = nil, nil, nil, ruleSet{}, ruleSet{}
		if i == m.rule && m.change != nil {
			m.change(&c)
		}
		if m.drop {
			dropped := string(b.rules[m.rule].ID)
			c.excepts = slices.DeleteFunc(slices.Clone(c.excepts), func(s string) bool { return s == dropped })
		}
		c.index = int32(len(nb.rules))
		nb.rules = append(nb.rules, &c)
		nb.ruleByID[c.ID] = &c
	}
	l := &loader{b: &nb}
	l.link()
	return &nb, errors.Join(l.faults...)
}

// caught says what objects to a mutant: loading it, a settled case or a rule's example, the proof, or a frontier.
func (m *mutant) caught(b *Base, frontiers []frontier) string {
	nb, err := m.breed(b)
	if err != nil {
		return "chargement"
	}
	c := &checker{b: nb, alive: make([]bool, len(nb.rules)), epochs: nb.distinct()}
	if !c.casesHold(b) {
		return "cas"
	}
	if by := m.disproved(b, nb); by != "" {
		return "preuve : " + by
	}
	return atFrontier(b, nb, frontiers)
}

// atFrontier says what a frontier shows of a mutant: another verdict, or the same for other reasons.
func atFrontier(b, nb *Base, frontiers []frontier) string {
	seen := ""
	for _, f := range frontiers {
		d := nb.Decide(f.facts, f.on)
		if line(d) == f.want {
			continue
		}
		if v := b.Decide(f.facts, f.on).Verdict; v != d.Verdict {
			return fmt.Sprintf("frontière : %s au lieu de %s", cmp.Or(d.Verdict.String(), "aucun verdict"), cmp.Or(v.String(), "aucun"))
		}
		seen = "frontière : autres motifs"
	}
	return seen
}

// disproved asks the proof, of the law of two days: the last and the first on which the rule holds. It says what the
// proof finds first. The whole proof walks every day, which would take too long for each mutant.
func (m *mutant) disproved(b, nb *Base) string {
	force := b.rules[m.rule].Force
	var days []Date
	for _, e := range b.distinct() {
		if force.Has(e.from) {
			days = append(days, e.from)
		}
	}
	for _, on := range slices.Compact([]Date{days[len(days)-1], days[0]}) {
		if r := nb.Check(on); !r.OK() {
			return proofOf(r.Faults[0])
		}
	}
	return ""
}

// proofOf names the proof that a fault comes from: the invariant, or what is not as it should.
func proofOf(f *Fault) string {
	if _, after, ok := strings.Cut(f.Problem, "l'invariant "); ok {
		id, _, _ := strings.Cut(after, " ")
		return id
	}
	for words, name := range map[string]string{
		"conflit": "conflit", "aucune règle ne décide": "trou", "ne décide jamais": "règle morte", "n'est porté par rien": "énoncé oublié",
	} {
		if strings.Contains(f.Problem, words) {
			return name
		}
	}
	return f.Problem
}

// casesHold runs the settled cases, then the examples of every rule of the sound base, those of a
// dropped rule too, until one is not as expected.
func (c *checker) casesHold(sound *Base) bool {
	for i := range c.b.cases {
		cs := &c.b.cases[i]
		if !c.runCase(cs, cs.Today, c.b.latest()) || !c.runCase(cs, cs.Then, SourceDate) {
			return false
		}
	}
	for _, r := range sound.rules {
		for i := range r.Examples {
			if ex := &r.Examples[i]; !ex.On.IsZero() {
				if !c.runCase(ex, ex.Today, ex.On) {
					return false
				}
				continue
			}
			for _, e := range sound.distinct() {
				on := e.from
				if on.IsZero() {
					on = SourceDate
				}
				if r.Force.Has(on) && !c.runCase(&r.Examples[i], r.Examples[i].Today, on) {
					return false
				}
			}
		}
	}
	return true
}

// TestMutants breaks the base in every way it knows. Each mutant must be caught. mutants.golden says, of those that
// no case shows and that load, what catches each, for a person to read: the proof, or a frontier only, which is but a copy
// of what the base said. « Rien » is said of those that no combination at all tells from the sound base. None that
// changes a verdict may survive; one that permits what was not is seen by a case or by the proof.
func TestMutants(t *testing.T) {
	b := base(t)
	sound := &checker{b: b, alive: make([]bool, len(b.rules)), epochs: b.distinct()}
	if !sound.casesHold(b) {
		t.Fatalf("la base elle-même ne tient pas, tout mutant semblerait vu : %v", sound.Faults[0])
	}
	if r := b.Check(today, SourceDate); !r.OK() {
		t.Fatalf("la base elle-même n'est pas saine, tout mutant semblerait vu : %v", r.Faults[0])
	}
	all := mutants(b)
	frontiers := readFrontiers(t, b)
	if *update {
		frontiers = findFrontiers(b, all)
		writeFrontiers(t, b, frontiers)
	}
	how := make([]string, len(all))
	var wg sync.WaitGroup
	for w := range 2 {
		wg.Go(func() {
			for i := w; i < len(all); i += 2 {
				how[i] = all[i].caught(b, frontiers)
			}
		})
	}
	wg.Wait()
	by := map[string]int{}
	var hidden strings.Builder
	for i, m := range all {
		kind, _, _ := strings.Cut(how[i], " ")
		by[kind]++
		switch how[i] {
		case "chargement", "cas":
			continue
		case "":
			if nb, err := m.breed(b); err == nil {
				if f, ok := witness(b, nb, &all[i]); ok {
					t.Errorf("%s survit, et se voit pour %s", m.name, f.String(b))
				}
			}
		}
		if m.frees && kind != "preuve" {
			t.Errorf("%s : ni un cas ni la preuve ne le voit", m.name)
		}
		fmt.Fprintf(&hidden, "%s | %s\n", m.name, cmp.Or(how[i], "rien"))
	}
	t.Logf("%d mutants : %d vus au chargement, %d par les cas, %d par la preuve, %d par les frontières ; %d survivants",
		len(all), by["chargement"], by["cas"], by["preuve"], by["frontière"], by[""])
	compareGolden(t, "testdata/mutants.golden", hidden.String())
}

// findFrontiers looks, for each mutant that neither loading nor a case catches, for a combination
// of facts that tells it from the sound base.
func findFrontiers(b *Base, all []mutant) []frontier {
	found := make([][]frontier, len(all))
	var wg sync.WaitGroup
	for w := range 2 {
		wg.Go(func() {
			for i := w; i < len(all); i += 2 {
				m := &all[i]
				nb, err := m.breed(b)
				if err != nil {
					continue
				}
				c := &checker{b: nb, alive: make([]bool, len(nb.rules)), epochs: nb.distinct()}
				if !c.casesHold(b) {
					continue
				}
				if f, ok := witness(b, nb, m); ok {
					found[i] = []frontier{f}
				}
			}
		})
	}
	wg.Wait()
	var out []frontier
	seen := map[string]bool{}
	for _, fs := range found {
		for _, f := range fs {
			if k := f.String(b); !seen[k] {
				seen[k] = true
				out = append(out, f)
			}
		}
	}
	return out
}

func writeFrontiers(t *testing.T, b *Base, all []frontier) {
	t.Helper()
	var s strings.Builder
	for _, f := range all {
		fmt.Fprintln(&s, f.String(b))
	}
	if err := os.WriteFile(frontierFile, []byte(s.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// witness returns a combination on which the two bases decide otherwise, by another verdict if there
// is one, else by other rules. It looks at every possible combination, on every day the rule holds.
func witness(b, nb *Base, m *mutant) (frontier, bool) {
	for _, verdictOnly := range []bool{true, false} {
		for _, e := range b.distinct() {
			if !b.rules[m.rule].Force.Has(e.from) {
				continue
			}
			on := e.from
			if on.IsZero() {
				on = SourceDate
			}
			w, found := differ(b, nb, m, on, verdictOnly)
			if !found {
				continue
			}
			facts := b.factsOf(b.fewest(&w, func(f FactSet) bool {
				x, y := b.Decide(f, on), nb.Decide(f, on)
				return x.Conflict == "" && line(x) != line(y) && (!verdictOnly || x.Verdict != y.Verdict)
			}))
			return frontier{on, facts, line(b.Decide(facts, on))}, true
		}
	}
	return partial(b, nb)
}

// partial looks for a difference where facts are wanting: what is asked, and the conditions. It
// tries each fact alone, and each example and case with one fact forgotten.
func partial(b, nb *Base) (frontier, bool) {
	var tries []FactSet
	for _, f := range b.facts {
		for v := range f.Values {
			tries = append(tries, FactSet{}.With(f.is(v)))
		}
	}
	less := func(f FactSet) {
		for _, kv := range b.Known(f) {
			tries = append(tries, b.Forget(f, Key(kv.Key)))
		}
	}
	for _, r := range b.rules {
		for _, ex := range r.Examples {
			less(ex.Facts)
		}
	}
	for _, c := range b.cases {
		less(c.Facts)
	}
	for _, on := range []Date{today, SourceDate} {
		for _, f := range tries {
			x, y := b.Decide(f, on), nb.Decide(f, on)
			if x.Conflict == "" && (x.Verdict != y.Verdict || x.Ask != y.Ask || len(x.Conditions) != len(y.Conditions)) {
				return frontier{on, f, line(x)}, true
			}
		}
	}
	return frontier{}, false
}

// differ searches the space for a combination where the mutation bears, the rule holding in one of
// the bases, and where they give another verdict, or the same by other rules.
func differ(b, nb *Base, m *mutant, on Date, verdictOnly bool) (world, bool) {
	e, ne := b.epochAt(on), nb.epochAt(on)
	was, now := b.rules[m.rule], nb.ruleByID[b.rules[m.rule].ID]
	if now == nil { // dropped
		now = was
	}
	return b.search(b.space().w, func(w *world) (truth, *node) {
		switch h := now.when.eval(w); h {
		case no:
			return no, nil
		case open:
			return open, now.when.openLeaf(w)
		}
		if len(was.when) != len(now.when) { // a condition dropped bears where it fails
			switch h := was.when.eval(w); h {
			case yes:
				return no, nil
			case open:
				return open, was.when.openLeaf(w)
			}
		}
		var s, t standing
		b.weigh(e, w, &s)
		nb.weigh(ne, w, &t)
		if l := b.unsettled(e, w, &s); l != nil {
			return open, l
		}
		if l := nb.unsettled(ne, w, &t); l != nil {
			return open, l
		}
		if s.possible != t.possible {
			return yes, nil
		}
		if verdictOnly {
			return no, nil
		}
		if l := b.stillOpen(&s, w); l != nil {
			return open, l
		}
		if l := nb.stillOpen(&t, w); l != nil {
			return open, l
		}
		if slices.Equal(b.firmRules(&s), nb.firmRules(&t)) {
			return no, nil
		}
		return yes, nil
	})
}

// stillOpen returns a place on which a rule that may stand stays open.
func (b *Base) stillOpen(s *standing, w *world) *node {
	for i := range s.may.all() {
		if s.hold(i) == open {
			return b.ranked[i].when.openLeaf(w)
		}
	}
	return nil
}

func (b *Base) firmRules(s *standing) []RuleID {
	var out []RuleID
	for i := range s.may.all() {
		if s.firm.has(i) {
			out = append(out, b.ranked[i].ID)
		}
	}
	slices.Sort(out)
	return out
}
