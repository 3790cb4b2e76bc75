package rules

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// today is the day tests call today: it is fixed, so that golden files do not age.
var today = Date{2026, 11, 23}

// TestCheck proves the embedded base sound, and that the proof looked at something.
func TestCheck(t *testing.T) {
	r := base(t).Check()
	for _, f := range r.Faults {
		t.Error(f)
	}
	for name, n := range map[string]int{
		"règles": r.Rules, "exceptions": r.Exceptions, "dispositions": r.Provisions, "cas": r.Cases,
		"exemples": r.Examples, "fiches": r.Cards, "parties de l'espace": r.Leaves, "dates prouvées": r.Proved,
	} {
		if n == 0 {
			t.Errorf("%s : aucune", name)
		}
	}
	if r.Statements != 102 || r.Carried != 102 {
		t.Errorf("énoncés portés : %d sur %d, attendu 102 sur 102", r.Carried, r.Statements)
	}
	if r.Themes != len(Themes) {
		t.Errorf("thèmes : %d sur %d", r.Themes, len(Themes))
	}
	if r.Invariants < 34 {
		t.Errorf("invariants : %d, attendu 34 au moins", r.Invariants)
	}
	for n := 1; n <= 36; n++ { // none is removed without saying why
		id := fmt.Sprintf("I-%02d", n)
		if !slices.ContainsFunc(base(t).dues, func(d due) bool { return d.id == id }) {
			t.Errorf("l'invariant %s n'est plus dû : base.yaml ne le nomme pas", id)
		}
	}
	if r.Combinations.Sign() <= 0 {
		t.Error("aucune combinaison comptée")
	}
}

// TestDue: whoever reads « c'est obligatoire » reads what is due in the same sentence.
func TestDue(t *testing.T) {
	for r := range base(t).Rules() {
		if r.Verdict == Required && r.Due == "" {
			t.Errorf("%s:%d : %s oblige sans dire à quoi (a_faire)", r.Place.File, r.Place.Line, r.ID)
		}
	}
}

// TestVerdicts writes each settled case on both dates, one line, and compares. A human reads the
// difference.
func TestVerdicts(t *testing.T) {
	b := base(t)
	if len(b.Cases()) < 116 {
		t.Fatalf("%d cas, attendu 116 au moins", len(b.Cases()))
	}
	var out strings.Builder
	for i := range b.cases {
		c := &b.cases[i]
		for _, at := range []struct {
			on   Date
			want Expect
		}{{today, c.Today}, {SourceDate, c.Then}} {
			if problem := b.Try(c, at.want, at.on); problem != "" {
				t.Errorf("%s:%d: %s au %s %s", c.Place.File, c.Place.Line, c.ID, at.on, problem)
			}
			d := b.Decide(c.Facts, at.on)
			fmt.Fprintf(&out, "%-16s %s  %s\n", c.ID, at.on, line(d))
		}
	}
	compareGolden(t, "testdata/verdicts.golden", out.String())
}

// line says a decision in one line.
func line(d Decision) string {
	s := d.Verdict.String()
	if d.Ask != "" {
		s = "demande " + string(d.Ask)
	}
	if len(d.Conditions) > 0 {
		s += fmt.Sprintf(" si %v", conditionKeys(d.Conditions))
	}
	if d.Else != NoVerdict {
		s += " sinon " + d.Else.String()
	}
	if d.Reserve != nil {
		s += fmt.Sprintf(" (d'abord %s)", d.Reserve.Key)
	}
	return s + fmt.Sprintf("  %v  %v", d.Rules, refs(d.Citations))
}

func compareGolden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) == got {
		return
	}
	w, g := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range max(len(w), len(g)) {
		a, b := "", ""
		if i < len(w) {
			a = w[i]
		}
		if i < len(g) {
			b = g[i]
		}
		if a != b {
			t.Errorf("%s:%d\n attendu %s\n obtenu  %s", file, i+1, a, b)
		}
	}
}

// TestSameBytes: whatever the order in which the facts of a case are said, they are the same facts,
// and decided twice they give the same bytes.
func TestSameBytes(t *testing.T) {
	b := base(t)
	for i := range b.cases {
		c := &b.cases[i]
		var said []string
		for _, kv := range b.Known(c.Facts) {
			said = append(said, kv.String())
		}
		want := explain(b.Decide(c.Facts, today))
		for range 2 {
			slices.Reverse(said)
			facts, err := b.ParseFacts(strings.Join(said, ","))
			if err != nil || facts != c.Facts {
				t.Errorf("%s : « %s » se lit autrement : %v", c.ID, strings.Join(said, ","), err)
			}
			if got := explain(b.Decide(facts, today)); got != want {
				t.Errorf("%s :\n%s\n%s", c.ID, got, want)
			}
		}
	}
}

// TestMonotony: without presumptions, knowing one more fact never adds a possible verdict.
func TestMonotony(t *testing.T) {
	b := base(t)
	var presumed [MaxFacts]bool // and shown to the reader
	for _, f := range b.facts {
		presumed[f.index] = !f.silent && (f.presumed >= 0 || len(f.supposed) > 0)
	}
	possible := func(f FactSet, on Date) (VerdictSet, bool) {
		var v view
		b.see(&f, &presumed, &v)
		if v.contradiction != "" {
			return 0, false
		}
		var s standing
		b.weigh(b.epochAt(on), &v.w, &s)
		return s.possible, true
	}
	pairs := 0
	for i := range b.cases {
		for _, on := range []Date{today, SourceDate} {
			f := b.cases[i].Facts
			before, ok := possible(f, on)
			if !ok {
				t.Fatalf("%s se contredit", b.cases[i].ID)
			}
			for k, fact := range b.facts {
				if f.known[k] != 0 || fact.silent {
					continue
				}
				for v := range fact.Values {
					after, ok := possible(f.With(fact.is(v)), on)
					if ok && after&^before != 0 {
						t.Errorf("%s au %s : savoir %s=%s ajoute %v à %v", b.cases[i].ID, on, fact.Key, fact.Values[v].ID, after.Verdicts(), before.Verdicts())
					}
					pairs++
				}
			}
		}
	}
	if pairs == 0 {
		t.Fatal("rien n'a été comparé")
	}
}

// FuzzDate: what parses prints back the same.
func FuzzDate(f *testing.F) {
	for _, s := range []string{"2008-03-06", "2024-02-29", "2023-02-29", "0000-00-00", "é"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if d, err := ParseDate(s); err == nil && d.String() != s {
			t.Errorf("%q se relit %q", s, d.String())
		}
	})
}

// FuzzFacts: facts that parse are known as said, and can be decided.
func FuzzFacts(f *testing.F) {
	b := base(f)
	for _, s := range []string{"destinataire=maire", "statut=ase,maltraitance=oui", "a=b", "=", ",,", "destinataire="} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		set, err := b.ParseFacts(s)
		if err != nil {
			return
		}
		for _, kv := range b.Known(set) {
			if b.Get(set, Key(kv.Key)) != kv.Value {
				t.Errorf("%s perdu", kv)
			}
		}
		d := b.Decide(set, today)
		if d.Verdict == NoVerdict && d.Ask == "" && d.Conflict == "" {
			t.Errorf("ni verdict, ni question, ni contradiction pour %q", s)
		}
	})
}

// TestCoherenceHasNoDates: what coherence.yaml says is so on every day. A text that it names was in force in 2008,
// or it says by which number, or since when the thing exists.
func TestCoherenceHasNoDates(t *testing.T) {
	b := base(t)
	named := 0
	for _, x := range b.exclusions {
		for _, p := range b.provisions {
			_, number, _ := strings.Cut(p.Ref, " ")
			at := strings.Index(x.because, number)
			if at < 0 || !strings.ContainsAny(x.because[at+len(number):][:1], " ,;).") {
				continue
			}
			named++
			renumbered := strings.HasSuffix(x.because[:at], "devenu ")
			then := slices.ContainsFunc(b.FindProvisions(p.Ref), func(o *Provision) bool { return o.InForce(SourceDate) })
			if !then && !renumbered && !strings.Contains(x.because, "depuis") {
				t.Errorf("%s:%d : %s n'était pas en vigueur en 2008", x.place.File, x.place.Line, p.Ref)
			}
		}
	}
	if named == 0 {
		t.Error("aucun texte nommé")
	}
}
