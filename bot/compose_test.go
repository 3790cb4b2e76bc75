package bot

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"motus/rules"
	"motus/rules/comprehension"
)

var update = flag.Bool("update", false, "récrit les fichiers de référence")

var today = rules.Date{Year: 2026, Month: 11, Day: 23}

var modalities = map[comprehension.Modality]string{
	comprehension.Open: "que faire", comprehension.May: "peut-on", comprehension.Must: "doit-on",
	comprehension.Refuse: "peut-on se taire", comprehension.Forbidden: "est-ce interdit",
}

func base(t testing.TB) *rules.Base {
	t.Helper()
	b, err := rules.Default()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// eachReply composes the reply of every settled case and of every rule's example, asked in every
// way, on both dates.
func eachReply(t *testing.T, see func(name string, m comprehension.Modality, r *Reply)) {
	b := base(t)
	all := slices.Clone(b.Cases())
	for rule := range b.Rules() {
		all = append(all, rule.Examples...)
	}
	for _, c := range all {
		for m := comprehension.Open; m <= comprehension.Forbidden; m++ {
			for _, on := range []rules.Date{today, rules.SourceDate} {
				q := comprehension.Question{Kind: comprehension.Decision, Facts: c.Facts, New: c.Facts, Modality: m}
				r := Compose(b, q, on, today)
				see(fmt.Sprintf("%s (%s:%d), %s, %s", c.ID, c.Place.File, c.Place.Line, modalities[m], on), m, &r)
			}
		}
	}
}

// TestFirstWord: the first word of the text is the answer to the question as it was asked.
func TestFirstWord(t *testing.T) {
	begins := map[YesNo]string{Yes: "Oui", YesOnConditions: "Oui", No: "Non", Depends: "Cela dépend"}
	eachReply(t, func(name string, m comprehension.Modality, r *Reply) {
		text := r.Text()
		if (m == comprehension.Open) != (r.Answer == "") {
			t.Errorf("%s : réponse %q", name, r.Answer)
		}
		if want := begins[r.Answer]; !strings.HasPrefix(text, want) {
			t.Errorf("%s : la réponse est %s, le texte commence par %q", name, r.Answer, r.Headline)
		}
		if r.Answer == YesOnConditions && !strings.Contains(r.Headline, "sous conditions") {
			t.Errorf("%s : %q ne dit pas les conditions", name, r.Headline)
		}
	})
}

// TestSafeWords: what every answer must say, and what none may.
func TestSafeWords(t *testing.T) {
	eachReply(t, func(name string, m comprehension.Modality, r *Reply) {
		text := r.Text()
		for _, never := range []string{"la décision vous revient", "  ", "%!", "<nil>"} {
			if strings.Contains(text, never) {
				t.Errorf("%s dit %q :\n%s", name, never, text)
			}
		}
		if !strings.Contains(text, "pas un avis juridique") {
			t.Errorf("%s ne dit pas ses limites", name)
		}
		if r.Decision.Verdict != rules.Required && r.Kind == KindDecision && !strings.Contains(text, "porter secours") {
			t.Errorf("%s tait le secours", name)
		}
		d := &r.Decision
		if r.Answer == No && m == comprehension.Must && d.Verdict == rules.Required && !d.Aside() {
			t.Errorf("%s : non à un devoir", name)
		}
		if r.Answer == Yes && m == comprehension.May && d.Verdict == rules.Forbidden {
			t.Errorf("%s : oui à un interdit", name)
		}
		if r.Kind == KindDecision && d.Conditional() && len(r.Conditions) != len(d.Conditions) {
			t.Errorf("%s perd une condition", name)
		}
		if d.On != today && r.Kind == KindDecision && !strings.Contains(r.Headline, "périmé") {
			t.Errorf("%s : %q ne dit pas sa date", name, r.Headline)
		}
	})
}

// TestHeadlines: at most one colon in a sentence, and no « oui » or « non » that the sign denies.
func TestHeadlines(t *testing.T) {
	eachReply(t, func(name string, _ comprehension.Modality, r *Reply) {
		for _, s := range strings.Split(plain(r.Headline), ". ") {
			if strings.Count(s, " : ") > 1 {
				t.Errorf("%s : %q a deux fois deux points", name, s)
			}
		}
		for _, c := range r.Conditions {
			if c == "oui" || c == "non" {
				t.Errorf("%s : une condition dit « %s »", name, c)
			}
		}
		if len(r.Openings) > maxOpenings {
			t.Errorf("%s : %d ouvertures", name, len(r.Openings))
		}
		if r.Kind == KindClarification && r.Decision.Ask == "destinataire" && (len(r.Branches) == 0 || len(r.Branches) > maxRecipients) {
			t.Errorf("%s : %d destinataires proposés", name, len(r.Branches))
		}
	})
}

// TestAside: where help is due and speaking there helps nobody, « puis-je le dire ? » is answered
// « non », and the order is to act.
func TestAside(t *testing.T) {
	b := base(t)
	begins := map[comprehension.Modality]string{
		comprehension.Open: "Pas ainsi", comprehension.May: "Non, pas ainsi", comprehension.Must: "Non, pas ainsi",
		comprehension.Refuse: "Oui, taisez-vous là", comprehension.Forbidden: "Oui, pas ainsi",
	}
	for _, danger := range []string{"peril=oui", "crime_evitable=oui,action_immediate=oui"} {
		for _, to := range []string{"destinataire=presse", "destinataire=reseau_social", "destinataire=groupe_messagerie",
			"destinataire=titulaire_autorite_parentale,contenu=adresse_du_lieu_d_accueil", "destinataire=famille_tiers,contenu=identite_du_signalant"} {
			for m, want := range begins {
				for _, on := range []rules.Date{today, rules.SourceDate} {
					q := comprehension.ReadFacts(facts(t, b, danger+","+to))
					q.Modality = m
					r := Compose(b, q, on, on)
					if r.Decision.Verdict != rules.Required || !strings.HasPrefix(r.Headline, want) || !strings.Contains(r.Headline, "15, 17, 18, 112, 114") {
						t.Errorf("%s, %s, %s : %s %q", danger, to, modalities[m], r.Decision.Verdict, r.Headline)
					}
				}
			}
		}
	}
	q := comprehension.ReadFacts(facts(t, b, "destinataire=presse,suicide=oui"))
	q.Modality = comprehension.May
	if r := Compose(b, q, today, today); strings.Contains(r.Headline, "sauf péril") {
		t.Errorf("la presse : %q", r.Headline)
	}
}

// TestShort: what is read before citations and gaps are unfolded stays under 1 200 characters, but
// for the few « suis-je obligé ? » whose cases and openings must all be told.
func TestShort(t *testing.T) {
	replies, long := 0, 0
	eachReply(t, func(name string, _ comprehension.Modality, r *Reply) {
		if !strings.Contains(name, "(cas/") {
			return // made to show one point of law, not what people ask
		}
		short := *r
		short.Citations, short.Gaps, short.Branches = nil, nil, nil
		n := utf8.RuneCountInString(short.Text())
		if n > 1600 {
			t.Errorf("%s : %d caractères", name, n)
		}
		if n > 1200 {
			long++
		}
		replies++
	})
	if long*15 > replies {
		t.Errorf("%d réponses sur %d dépassent 1 200 caractères", long, replies)
	}
}

// TestJSON: the contract's object, field by field.
func TestJSON(t *testing.T) {
	eachReply(t, func(name string, _ comprehension.Modality, r *Reply) {
		data, err := json.Marshal(r.JSON(json.RawMessage(`"q1"`), r.Decision.On))
		if err != nil {
			t.Fatal(err)
		}
		var got map[string]any
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		for _, k := range []string{"id", "kind", "theme", "verdict", "conditionnel", "conditions", "sinon", "branches", "regles", "citations", "reponse", "faits", "presomptions", "manquants", "date", "texte"} {
			if _, ok := got[k]; !ok {
				t.Errorf("%s : il manque %s", name, k)
			}
		}
		for _, k := range []string{"conditions", "branches", "regles", "citations", "manquants"} {
			if _, ok := got[k].([]any); !ok {
				t.Errorf("%s : %s n'est pas une liste", name, k)
			}
		}
		if got["kind"] == "decision" != (got["verdict"] != nil) {
			t.Errorf("%s : genre %v, verdict %v", name, got["kind"], got["verdict"])
		}
		if got["kind"] == "clarification" && len(got["branches"].([]any)) == 0 && r.Decision.Conflict == "" {
			t.Errorf("%s : une clarification sans branche", name)
		}
		if got["conditionnel"] == true && len(got["conditions"].([]any)) == 0 {
			t.Errorf("%s : conditionnel sans condition", name)
		}
	})
}

// TestTypography: no straight apostrophe, no plain space before a double sign.
func TestTypography(t *testing.T) {
	see := func(name string, _ comprehension.Modality, r *Reply) {
		text := r.Text()
		for _, bad := range []string{"'", " :", " ;", " ?", " !", "« ", " »"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s : %q dans\n%s", name, bad, text)
			}
		}
	}
	eachReply(t, see)
	b := base(t)
	for _, k := range b.Cards() {
		r := Compose(b, comprehension.Question{Kind: comprehension.Notion, Card: k}, today, today)
		see(k.ID, comprehension.Open, &r)
	}
}

// TestReplies writes one reply of each kind and verdict, as a person reads it. A human reads the
// difference aloud.
func TestReplies(t *testing.T) {
	b := base(t)
	var out strings.Builder
	for _, c := range []struct {
		facts string
		m     comprehension.Modality
		on    rules.Date
	}{
		{"destinataire=maire", comprehension.May, today},
		{"destinataire=maire", comprehension.May, rules.SourceDate},
		{"destinataire=police", comprehension.May, today},
		{"destinataire=police", comprehension.Must, today},
		{"destinataire=juge", comprehension.Open, today},
		{"acte=temoigner", comprehension.Refuse, today},
		{"acte=comparaitre,destinataire=juge", comprehension.Refuse, today},
		{"peril=oui,destinataire=secours", comprehension.May, today},
		{"destinataire=procureur,maltraitance=oui,age_victime=moins_de_15", comprehension.Must, today},
		{"destinataire=procureur,maltraitance=oui,age_victime=moins_de_15,tenu_au_secret=non", comprehension.Must, today},
		{"destinataire=president_cd,mineur_en_danger=oui", comprehension.May, today},
		{"destinataire=procureur,crime_passe=oui", comprehension.Must, today},
		{"destinataire=professionnel_sante", comprehension.Forbidden, today},
		{"destinataire=juge_mandant,mandat=aucun", comprehension.May, today},
		{"peril=oui,mission=ase,tenu_au_secret=non", comprehension.Open, today},
		{"acte=informer_du_besoin", comprehension.Must, today},
		{"maltraitance=oui", comprehension.Open, today},
	} {
		f, err := b.ParseFacts(c.facts)
		if err != nil {
			t.Fatal(err)
		}
		q := comprehension.Question{Kind: comprehension.Decision, Facts: f, New: f, Modality: c.m}
		r := Compose(b, q, c.on, today)
		fmt.Fprintf(&out, "=== %s ? %s (%s)\n\n%s\n\n", modalities[c.m], c.facts, c.on, r.Text())
	}
	for _, q := range []comprehension.Question{
		{Kind: comprehension.Notion, Card: b.Card("sanctions")},
		{Kind: comprehension.OutOfScope},
		{Kind: comprehension.OutOfScope, Danger: true},
		{Kind: comprehension.NotUnderstood, Near: []string{"C'est quoi le secret professionnel ?"}},
		{Kind: comprehension.Unsure},
		{Kind: comprehension.Vague, Asked: "destinataire"},
	} {
		r := Compose(b, q, today, today)
		fmt.Fprintf(&out, "=== genre %d\n\n%s\n\n", q.Kind, r.Text())
	}
	const file = "testdata/reponses.golden"
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != out.String() {
		t.Errorf("les réponses ont changé ; relisez : go test ./bot -run TestReplies -update && git diff")
	}
}
