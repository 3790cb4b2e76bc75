package bot

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"motus/rules"
	"motus/rules/comprehension"
)

// TestNotObliged: « non, vous n'êtes pas obligé » stands whatever the facts that were presumed, but
// for those that the reply names as changing it, for peril, which it reserves, and for what
// whoever asks would have named. It draws completions at random and decides them: no proof of the
// core's own is trusted.
func TestNotObliged(t *testing.T) {
	b, err := rules.Default()
	if err != nil {
		t.Fatal(err)
	}
	draw := rand.New(rand.NewSource(226))
	sets := []rules.FactSet{}
	for _, c := range b.Cases() {
		sets = append(sets, c.Facts)
	}
	for _, f := range b.Facts() {
		for _, v := range f.Values {
			sets = append(sets, facts(t, b, string(f.Key)+"="+v.ID))
		}
	}
	said, tried := 0, 0
	for _, on := range []rules.Date{today, rules.SourceDate} {
		for _, f := range sets {
			q := comprehension.ReadFacts(f)
			q.Modality = comprehension.Must
			r := Compose(b, q, on, on)
			if r.Answer != No {
				continue
			}
			said++
			told := map[rules.Key]bool{"peril": true, "action_immediate": true} // CP 223-6, which each reply reserves
			for _, o := range b.Openings(f, on) {
				told[o.Key] = true
			}
			for range 300 {
				g := f
				for _, fact := range b.Facts() {
					value, hasDefault := fact.Default()
					switch {
					case b.Get(f, fact.Key) != "":
						continue
					case told[fact.Key] || fact.Named && hasDefault:
					case fact.Named || draw.Intn(2) == 0:
						continue // left unsaid
					default:
						value = fact.Values[draw.Intn(len(fact.Values))].ID
					}
					if more := g.With(must(t, b, string(fact.Key), value)); !b.Contradicts(more) {
						g = more
					}
				}
				tried++
				if d := b.Decide(g, on); d.Verdict == rules.Required && !turnsOnNamed(b, &d) {
					t.Errorf("%v au %s : non, mais obligatoire pour %v", b.Known(f), on, b.Known(g))
					break
				}
			}
		}
	}
	if said < 100 || tried < 10000 {
		t.Errorf("%d « non » et %d essais seulement", said, tried)
	}
}

// TestChildNeverNo: of a child to protect, « suis-je obligé ? » and « puis-je me taire ? » are never
// answered as if one were free: for any recipient, under any mandate or mission, said or not. The
// reply names to whom it is a duty.
func TestChildNeverNo(t *testing.T) {
	b := base(t)
	to := b.Fact("destinataire")
	tried := 0
	for _, danger := range []string{"maltraitance=oui", "maltraitance=oui,age_victime=moins_de_15", "maltraitance=oui,age_victime=mineur_age_inconnu",
		"maltraitance=oui,mineur_en_danger=oui", "mineur_en_danger=oui", "mineur_en_danger=oui,gravite=oui", "mineur_compromis=oui", "disparition_mineur=oui"} {
		for _, who := range []string{"", ",mandat=judiciaire", ",mandat=judiciaire,mesure=aemo", ",mission=ase", ",profession=assistant_social", ",profession=educateur", ",tenu_au_secret=non", ",employeur=public"} {
			for _, v := range to.Values {
				f := facts(t, b, danger+who+",destinataire="+v.ID)
				for _, m := range []comprehension.Modality{comprehension.Must, comprehension.Refuse} {
					for _, on := range []rules.Date{today, rules.SourceDate} {
						q := comprehension.ReadFacts(f)
						q.Modality = m
						r := Compose(b, q, on, on)
						if r.Kind != KindDecision {
							continue
						}
						tried++
						must := m == comprehension.Must
						if must && r.Answer == No || !must && r.Answer == Yes && r.Decision.Verdict != rules.Forbidden {
							t.Errorf("%s au %s, %s : %s", known(b, f), on, modalities[m], r.Headline)
						}
						if d := &r.Decision; (d.Verdict != rules.Required || d.Conditional() && d.Else != rules.NoVerdict) && !strings.Contains(r.Text(), "C’est un devoir envers") {
							t.Errorf("%s au %s, %s tait le devoir :\n%s", known(b, f), on, modalities[m], r.Text())
						}
					}
				}
			}
		}
	}
	if tried < 5000 {
		t.Errorf("%d essais seulement", tried)
	}
}

// TestDutyToNobodyNamed: « suis-je obligé de signaler ? », to nobody in particular, is no list of
// « interdit »: what makes it a duty comes first, and the list says what it supposes.
func TestDutyToNobodyNamed(t *testing.T) {
	b := base(t)
	for _, c := range []struct {
		said  string
		wants []string
		never string
	}{
		{"", []string{"Un enfant en danger : c’est un devoir envers le président du conseil départemental (CRIP)", "le juge qui vous a mandaté si la justice vous a confié la mesure",
			"Si aucun texte ne vous soumet au secret, de mauvais traitements", "mandat, aide sociale à l’enfance et péril obligent", "que vous êtes tenu au secret, qu’aucun juge ne vous a mandaté et qu’aucun danger n’est en cause"}, ""},
		{"profession=assistant_social", []string{"Un enfant en danger : c’est un devoir"}, "Si aucun texte ne vous soumet au secret"},
		{"mission=ase", []string{"Un enfant en danger : c’est un devoir"}, "Si aucun texte ne vous soumet au secret"},
		{"mineur_en_danger=oui", []string{"Selon la réponse :"}, "aucun danger n’est en cause"},
	} {
		for _, m := range []comprehension.Modality{comprehension.Must, comprehension.Refuse} {
			q := comprehension.Question{Kind: comprehension.Vague, Asked: "destinataire", Modality: m, Facts: facts(t, b, c.said)}
			r := Compose(b, q, today, today)
			text := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(r.Text())
			for _, w := range c.wants {
				if !strings.Contains(text, w) {
					t.Errorf("%q, %s : il manque %q dans\n%s", c.said, modalities[m], w, text)
				}
			}
			if c.never != "" && strings.Contains(text, c.never) {
				t.Errorf("%q, %s dit %q", c.said, modalities[m], c.never)
			}
		}
	}
}

func known(b *rules.Base, f rules.FactSet) string { return list(b.Known(f)) }

// turnsOnNamed reports whether a decision stands under a condition on what whoever asks would have
// named: a measure, say.
func turnsOnNamed(b *rules.Base, d *rules.Decision) bool {
	return slices.ContainsFunc(d.Conditions, func(c rules.Condition) bool { return b.Fact(c.Key).Named })
}

func facts(t *testing.T, b *rules.Base, s string) rules.FactSet {
	t.Helper()
	f, err := b.ParseFacts(s)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func must(t *testing.T, b *rules.Base, key, value string) rules.Value {
	t.Helper()
	v, err := b.Value(key, value)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
