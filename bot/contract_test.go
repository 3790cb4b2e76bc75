package bot

import (
	"encoding/json"
	"math/rand"
	"strings"
	"testing"

	"motus/rules"
	"motus/rules/comprehension"
)

// draw makes sets of a few facts at random, the same at each run.
func draw(t *testing.T, b *rules.Base, n int, see func(f rules.FactSet, on rules.Date, m comprehension.Modality)) {
	t.Helper()
	r := rand.New(rand.NewSource(226))
	facts, days := b.Facts(), b.ChangeDates()
	for range n {
		var f rules.FactSet
		for range r.Intn(6) {
			x := facts[r.Intn(len(facts))]
			f = f.With(must(t, b, string(x.Key), x.Values[r.Intn(len(x.Values))].ID))
		}
		on := days[r.Intn(len(days))]
		if on.Before(rules.SourceDate) {
			on = rules.SourceDate
		}
		see(f, on, comprehension.Modality(r.Intn(5)))
	}
}

// TestGrounds: what is allowed or due says on what it rests, an article or the document alone.
func TestGrounds(t *testing.T) {
	b := base(t)
	alone := 0
	draw(t, b, 6000, func(f rules.FactSet, on rules.Date, m comprehension.Modality) {
		r := Compose(b, comprehension.Question{Kind: comprehension.Decision, Facts: f, New: f, Modality: m}, on, today)
		if r.Kind != KindDecision || len(r.Citations) > 0 {
			return
		}
		alone++
		if !strings.Contains(plain(r.Text()), "Aucun article : document, section ") {
			t.Errorf("%s : ne dit pas sur quoi il repose :\n%s", list(b.Known(f)), r.Text())
		}
	})
	if alone == 0 {
		t.Error("aucune réponse ne repose sur le document seul")
	}
}

// TestDated: the law of another day is out of date only if it changed since.
func TestDated(t *testing.T) {
	b := base(t)
	days := b.ChangeDates()
	for _, c := range []struct {
		on   rules.Date
		want string
	}{
		{rules.SourceDate, "périmé"},
		{rules.Date{Year: 2026, Month: 11, Day: 22}, "inchangé depuis"},
		{rules.Date{Year: 2026, Month: 11, Day: 24}, "droit tel qu'on le connaît"},
		{today, ""},
	} {
		f, err := b.ParseFacts("destinataire=maire")
		if err != nil {
			t.Fatal(err)
		}
		r := Compose(b, comprehension.ReadFacts(f), c.on, today)
		text := plain(r.Headline)
		for _, w := range []string{"périmé", "inchangé depuis", "droit tel qu'on le connaît"} {
			if strings.Contains(text, w) != (w == c.want) {
				t.Errorf("%s : %q", c.on, text)
			}
		}
	}
	if b.SameLaw(rules.SourceDate, days[len(days)-1]) {
		t.Error("le droit n'aurait pas changé depuis 2008")
	}
}

// TestNames: an answer of 2008 says nothing by a name that came later, but to tell what became of a text; and
// one of today says none that is gone.
func TestNames(t *testing.T) {
	later := []string{"conseil départemental", "France Travail", "ARS", "RGPD", "CJPM", "CPCE", "CRPA", "CGFP", "CSI ", "RSA", "SIAO", "Défenseur des droits"}
	b := base(t)
	seen := map[bool]int{}
	eachReply(t, func(name string, _ comprehension.Modality, r *Reply) {
		then := r.Decision.On == rules.SourceDate
		text := plain(r.Text())
		if cut := strings.Index(text, "devenu ensuite "); cut >= 0 {
			text = text[:cut]
		}
		if strings.Contains(text, "conseil général") {
			seen[then]++
		}
		for _, w := range later {
			if then && strings.Contains(text, w) && !strings.Contains(text, w+" n'existait pas encore") {
				t.Errorf("%s : « %s » en 2008", name, w)
			}
		}
	})
	if seen[true] == 0 || seen[false] > 0 {
		t.Errorf("« conseil général » : %d réponses de 2008, %d d'aujourd'hui", seen[true], seen[false])
	}
	for on, want := range map[rules.Date]string{{Year: 2015, Month: 3, Day: 21}: "conseil général", {Year: 2015, Month: 3, Day: 22}: "conseil départemental"} {
		f, err := b.ParseFacts("destinataire=president_cd,mineur_en_danger=oui,peril=non")
		if err != nil {
			t.Fatal(err)
		}
		q := comprehension.ReadFacts(rules.FactSet{})
		q.Others = []comprehension.Question{comprehension.ReadFacts(f)} // asked beside another question
		for _, r := range []Reply{Compose(b, comprehension.ReadFacts(f), on, today), Compose(b, q, on, today)} {
			if !strings.Contains(plain(r.Text()), "président du "+want) || strings.Count(r.Text(), "président du conseil") != strings.Count(plain(r.Text()), "président du "+want) {
				t.Errorf("%s : %s", on, r.Text())
			}
		}
	}
}

// TestUnreadLaw: an answer on a day whose law was not read says so, right after its first words.
func TestUnreadLaw(t *testing.T) {
	b := base(t)
	said := 0
	for _, c := range b.Cases() {
		for on, untested := range map[rules.Date]bool{rules.SourceDate: c.Then.Skip, today: false} {
			r := Compose(b, comprehension.ReadFacts(c.Facts), on, today)
			warned := strings.HasPrefix(r.Scope, "À vérifier") && strings.Contains(r.Text(), r.Scope)
			if warned != untested {
				t.Errorf("%s, le %s : %q", c.ID, on, r.Scope)
			}
			if warned {
				said++
			}
		}
	}
	if said == 0 {
		t.Error("aucun cas n'est à vérifier")
	}
}

// TestCardOfToday: a fiche asked for another day says that it speaks of today's law.
func TestCardOfToday(t *testing.T) {
	b := base(t)
	q := comprehension.Question{Kind: comprehension.Notion, Card: b.CardOf("information_preoccupante")}
	for on, of := range map[rules.Date]bool{rules.SourceDate: true, today: false} {
		r := Compose(b, q, on, today)
		if says := strings.Contains(r.Scope, "droit d’aujourd’hui"); says != of {
			t.Errorf("%s : %q", on, r.Scope)
		}
		if !strings.Contains(plain(r.Foot), plain("Droit au "+today.French())) {
			t.Errorf("%s : %q", on, r.Foot)
		}
	}
}

// TestAnswers: the settled cases that say the answer to their question get it.
func TestAnswers(t *testing.T) {
	b := base(t)
	reader, err := comprehension.New(b, rules.Files())
	if err != nil {
		t.Fatal(err)
	}
	asked := 0
	for _, c := range b.Cases() {
		for _, at := range []struct {
			on   rules.Date
			want rules.Expect
		}{{today, c.Today}, {rules.SourceDate, c.Then}} {
			if at.want.Answer == "" || at.want.Skip {
				continue
			}
			asked++
			q := reader.Read(c.Question, comprehension.Question{})
			q = reader.With(comprehension.Question{Kind: comprehension.Decision, Modality: q.Modality}, c.Facts)
			if r := Compose(b, q, at.on, today); string(r.Answer) != at.want.Answer {
				t.Errorf("%s au %s (%s) : « %s », attendu « %s »\n%s", c.ID, at.on, modalities[q.Modality], r.Answer, at.want.Answer, c.Question)
			}
		}
	}
	if asked == 0 {
		t.Error("aucun cas ne dit de réponse")
	}
}

// TestClarification: whatever was said, a question back is whole. It asks the first of « manquants »,
// its branches are about that fact and differ, or say what the others lead to, and a danger in doubt
// comes first.
func TestClarification(t *testing.T) {
	b := base(t)
	asked := 0
	draw(t, b, 6000, func(f rules.FactSet, on rules.Date, m comprehension.Modality) {
		r := Compose(b, comprehension.Question{Kind: comprehension.Decision, Facts: f, New: f, Modality: m}, on, today)
		a := r.JSON(json.RawMessage("1"), on)
		name := list(b.Known(f)) + " au " + on.String() + ", " + modalities[m]
		if a.Theme == nil {
			t.Errorf("%s : sans thème", name)
		}
		if r.Kind != KindClarification {
			return
		}
		asked++
		if len(a.Missing) == 0 || len(a.Branches) == 0 {
			t.Errorf("%s : manquants %v, %d branches", name, a.Missing, len(a.Branches))
			return
		}
		if r.Decision.Reserve != nil && a.Missing[0] != string(r.Decision.Reserve.Key) {
			t.Errorf("%s : un danger en doute, et l'on demande %s", name, a.Missing[0])
		}
		differ := false
		for _, br := range a.Branches {
			if br.Fact != a.Missing[0] {
				t.Errorf("%s : des branches sur %s, une question sur %s", name, br.Fact, a.Missing[0])
			}
			first := a.Branches[0]
			differ = differ || br.Conditional != first.Conditional || br.Verdict == nil || first.Verdict == nil || *br.Verdict != *first.Verdict
		}
		if !differ && r.Decision.Conflict == "" && r.Elsewhere == "" {
			t.Errorf("%s : toute réponse à %s mène à %s", name, a.Missing[0], *a.Branches[0].Verdict)
		}
	})
	if asked < 500 {
		t.Errorf("%d questions seulement", asked)
	}
}
