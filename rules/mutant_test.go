//go:build mutants

package rules

import (
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
	toward Verdict // the verdict a flip leads to
	other  string  // the exception removed
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
				out = append(out, mutant{name: fmt.Sprintf("%s → %s", id, v), rule: i, toward: v,
					change: func(r *Rule) { r.Verdict = v }})
			}
		}
		for k, part := range topLevel(r.when) {
			out = append(out, mutant{name: fmt.Sprintf("%s sans sa condition %d", id, k+1), rule: i,
				change: func(r *Rule) { r.when = without(r.when, part) }})
		}
		for _, pat := range r.excepts {
			out = append(out, mutant{name: fmt.Sprintf("%s sans exception à %s", id, pat), rule: i, other: pat,
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

// caught says what objects to a mutant: loading it, a settled case or a rule's example, a frontier,
// or the proof. Cheap objections come first.
func (m *mutant) caught(b *Base, frontiers []frontier) string {
	nb, err := m.breed(b)
	if err != nil {
		return "chargement"
	}
	c := &checker{b: nb, alive: make([]bool, len(nb.rules))}
	c.cases()
	c.examplesOf(b)
	if len(c.Faults) > 0 {
		return "cas"
	}
	for _, f := range frontiers {
		if line(nb.Decide(f.facts, f.on)) != f.want {
			return "frontière"
		}
	}
	c.space()
	if len(c.Faults) == 0 {
		c.deadRules()
	}
	if len(c.Faults) == 0 {
		c.coverage()
	}
	if len(c.Faults) == 0 {
		c.invariants()
	}
	if len(c.Faults) > 0 {
		return "preuve"
	}
	return ""
}

// examplesOf runs the examples of every rule of the sound base, those of a dropped rule too.
func (c *checker) examplesOf(sound *Base) {
	for _, r := range sound.rules {
		for i := range r.Examples {
			if ex := &r.Examples[i]; !ex.On.IsZero() {
				if !c.runCase(ex, ex.Today, ex.On) {
					return
				}
				continue
			}
			for _, e := range sound.distinct() {
				on := e.from
				if on.IsZero() {
					on = SourceDate
				}
				if r.Force.Has(on) && !c.runCase(&r.Examples[i], r.Examples[i].Today, on) {
					return
				}
			}
		}
	}
}

// TestMutants breaks the base in every way it knows. Each mutant must be caught; those that no
// combination tried tells from the sound base are written, by name, in survivants.golden, for a
// person to read. A flip towards autorise may never survive.
func TestMutants(t *testing.T) {
	b := base(t)
	sound := &checker{b: b, alive: make([]bool, len(b.rules))}
	if sound.cases(); len(sound.Faults) == 0 {
		sound.examplesOf(b)
	}
	if len(sound.Faults) > 0 {
		t.Fatalf("la base elle-même ne tient pas, tout mutant semblerait vu : %v", sound.Faults[0])
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
	var survivors strings.Builder
	for i, m := range all {
		by[how[i]]++
		if how[i] != "" {
			continue
		}
		if m.toward == Allowed {
			t.Errorf("une bascule vers autorise survit : %s", m.name)
		}
		fmt.Fprintln(&survivors, m.name)
	}
	t.Logf("%d mutants : %d vus par les cas, %d par les frontières, %d par la preuve, %d au chargement ; %d survivants",
		len(all), by["cas"], by["frontière"], by["preuve"], by["chargement"], by[""])
	compareGolden(t, "testdata/survivants.golden", survivors.String())
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
				c := &checker{b: nb, alive: make([]bool, len(nb.rules))}
				c.cases()
				c.examplesOf(b)
				if len(c.Faults) > 0 {
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

// maxTried bounds how many combinations a witness is looked for among.
const maxTried = 300_000

// witness returns a combination on which the two bases decide otherwise. It tries every
// combination of what the rule, and the rules of an exception, tell apart.
func witness(b, nb *Base, m *mutant) (frontier, bool) {
	r := b.rules[m.rule]
	conds := []condition{r.when}
	on := today
	if !r.Force.Has(on) {
		on = SourceDate
		for _, e := range b.epochs {
			if r.Force.Has(e.from) && !e.from.IsZero() {
				on = e.from
			}
		}
	}
	tries := [][]condition{conds}
	for _, x := range b.rules {
		if m.other != "" && slices.Contains(r.Excepts, x.ID) {
			tries = append(tries, []condition{r.when, x.when})
		}
	}
	for _, cs := range tries {
		if f, ok := differ(b, nb, cs, on); ok {
			return f, true
		}
	}
	return frontier{}, false
}

// differ walks the combinations of the facts that conditions read, one value of each kind that the
// conditions tell apart.
func differ(b, nb *Base, cs []condition, on Date) (frontier, bool) {
	var order []uint8
	masks := map[uint8][]uint64{}
	for _, c := range cs {
		for _, n := range c {
			if n.op != opIs {
				continue
			}
			if masks[n.fact] == nil {
				order = append(order, n.fact)
			}
			masks[n.fact] = append(masks[n.fact], n.mask)
		}
	}
	kinds := make([][]uint8, len(order))
	for i, f := range order {
		seen := map[string]bool{}
		for v := range b.facts[f].Values {
			k := ""
			for _, m := range masks[f] {
				k += fmt.Sprint(m >> v & 1)
			}
			if !seen[k] || k[0] == '1' && len(kinds[i]) < 3 {
				kinds[i] = append(kinds[i], uint8(v))
			}
			seen[k] = true
		}
	}
	tried := 0
	var walk func(i int, set FactSet) (frontier, bool)
	walk = func(i int, set FactSet) (frontier, bool) {
		if tried > maxTried {
			return frontier{}, false
		}
		if i == len(order) {
			tried++
			x, y := b.Decide(set, on), nb.Decide(set, on)
			if x.Conflict == "" && (x.Verdict != y.Verdict || x.Ask != y.Ask || x.Else != y.Else || len(x.Conditions) != len(y.Conditions) || !slices.Equal(x.Rules, y.Rules)) {
				return frontier{on, set, line(x)}, true
			}
			return frontier{}, false
		}
		for _, v := range kinds[i] {
			if f, ok := walk(i+1, set.With(Value{order[i], v})); ok {
				return f, true
			}
		}
		return walk(i+1, set)
	}
	return walk(0, FactSet{})
}
