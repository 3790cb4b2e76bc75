package comprehension

import (
	"slices"
	"strings"
	"testing"

	"motus/rules"
)

// TestWhole: what no word says alone, the whole text does.
func TestWhole(t *testing.T) {
	whole, b := reader(t)
	words, _ := byWords(t)
	for _, c := range []struct{ text, want string }{
		{"Le journaliste du coin a eu vent de l'affaire et me tend son micro.", "interdit"},
	} {
		q := whole.Read(c.text, Question{})
		if got, _ := whole.outcome(&q); got != c.want {
			t.Errorf("« %s » : %s, attendu %s (lu %v)", c.text, got, c.want, b.Known(q.Facts))
		}
		q = words.Read(c.text, Question{})
		if got, _ := words.outcome(&q); got == c.want {
			t.Errorf("« %s » : ses mots le disent déjà", c.text)
		}
	}
}

// TestNamed: what the whole text says changes neither a present peril nor, but for a strong doubt, who
// is named as the one spoken to. It gives no verdict that the facts shown do not.
func TestNamed(t *testing.T) {
	whole, b := reader(t)
	words, _ := byWords(t)
	changed, doubted := 0, 0
	for _, c := range questions(t) {
		w, q := words.Read(c.Text, Question{}), whole.Read(c.Text, Question{})
		if w.New.Has(words.peril) && w.Facts != q.Facts {
			t.Errorf("%s : un péril dit, et %v lu au lieu de %v", c.ID, b.Known(q.Facts), b.Known(w.Facts))
		}
		if q.words == nil {
			continue
		}
		changed++
		if to := b.Get(w.Facts, "destinataire"); q.Kind == Decision && to != "" && b.Get(q.Facts, "destinataire") != to {
			doubted++
		}
		if q.Kind == Decision && !slices.ContainsFunc(q.Spans, func(s Span) bool { return s.Start == 0 && s.End == 0 }) {
			t.Errorf("%s : rien ne montre d'où viennent %v", c.ID, b.Known(q.Facts))
		}
	}
	if changed == 0 || doubted*10 > changed*3 {
		t.Errorf("%d lectures changées, dont %d pour un autre destinataire que celui qui est nommé", changed, doubted)
	}
}

// TestGuesses: the whole text gives no fact that only words may: what someone wants, who is bound, an age, a
// danger past.
func TestGuesses(t *testing.T) {
	r, b := reader(t)
	guessed := 0
	for _, c := range questions(t) {
		q := r.Read(c.Text, Question{})
		if q.words == nil || q.Kind != Decision {
			continue
		}
		for _, kv := range b.Known(q.Facts) {
			if b.Get(q.words.Facts, rules.Key(kv.Key)) == kv.Value {
				continue
			}
			guessed++
			switch {
			case kv.Key == "destinataire", kv.Key == "acte", kv.Key == "strictement_necessaire" && kv.Value == "non", kv.Key == "but" && kv.Value == "controle", kv.Key == "contenu" && kv.Value == "vie_de_l_autre_parent", b.Fact(rules.Key(kv.Key)).Kind == rules.Danger && kv.Value == "oui":
			default:
				t.Errorf("%s : %s deviné", c.ID, kv)
			}
		}
	}
	if guessed == 0 {
		t.Error("rien n'est deviné : rien n'est éprouvé")
	}
}

// TestKept: what was said is not taken back, but for whom one would speak to and what one would do.
func TestKept(t *testing.T) {
	r, b := reader(t)
	changed := 0
	for _, c := range append(questions(t),
		question{ID: "nié", Text: "Ce n'est pas un enfant, c'est un adulte de 30 ans qui est frappé : CRIP ?"},
		question{ID: "accord", Text: "La dame ne veut pas que j'en parle, elle a peur de son fils. Je passe outre ?"},
	) {
		q := r.Read(c.Text, Question{})
		if q.words == nil || q.Kind != Decision {
			continue
		}
		changed++
		for _, kv := range b.Known(q.words.Facts) {
			if kv.Key != "destinataire" && kv.Key != "acte" && b.Get(q.Facts, rules.Key(kv.Key)) != kv.Value {
				t.Errorf("%s : %s était dit, %q est tenu", c.ID, kv, b.Get(q.Facts, rules.Key(kv.Key)))
			}
		}
	}
	if changed == 0 {
		t.Error("rien ne change : rien n'est éprouvé")
	}
}

// TestPlain: however it is asked, what one tells a bystander of someone is no duty: a turn of phrase (« suis-je
// tenue de ») makes no danger.
func TestPlain(t *testing.T) {
	r, b := reader(t)
	tried, wrong := 0, 0
	for _, ask := range []string{"Faut-il %s ?", "Sommes-nous obligés de %s ?", "Suis-je tenue de %s ?", "Le secret m'empêche-t-il de %s ?", "Vous me conseillez de %s ?", "Est-ce grave de %s ?", "jdois %s ?", "Mon chef veut que j'aille %s."} {
		for _, act := range []string{"dire où elle habite", "donner son numéro", "raconter sa situation", "parler de sa santé", "confirmer qu'elle est suivie", "transmettre son dossier"} {
			for _, to := range []string{"à sa voisine", "à un ami", "au journaliste", "à son propriétaire", "à son employeur", "à sa banque", "à un copain"} {
				text := strings.Replace(ask, "%s", act+" "+to, 1)
				q := r.Read(text, Question{})
				d := b.Decide(q.Facts, today)
				tried++
				if q.Kind == Decision && d.Verdict != rules.Forbidden {
					wrong++
					t.Logf("« %s » : %s, lu %v", text, d.Verdict, b.Known(q.Facts))
				}
			}
		}
	}
	if wrong*100 > tried {
		t.Errorf("de %d questions sans danger, %d ne gardent pas le silence", tried, wrong)
	}
}

// TestDoubts: what is asked where the whole text leaves a doubt settles it: its answers do not all lead to the
// same.
func TestDoubts(t *testing.T) {
	r, b := reader(t)
	asked := 0
	for _, c := range append(questions(t), question{ID: "nue", Text: "Mon chef de service veut le nom des jeunes qui fument au foyer, obligé ?"}) {
		q := r.Read(c.Text, Question{})
		if !slices.ContainsFunc(q.Spans, func(s Span) bool { return strings.Contains(s.Gives, "laisse un doute") }) {
			continue
		}
		asked++
		lead := map[rules.Verdict]bool{}
		for _, br := range b.Branches(q.Facts, q.Asked, today) {
			lead[br.Verdict] = true
		}
		if len(lead) < 2 {
			t.Errorf("%s : demander %s ne change rien", c.ID, q.Asked)
		}
	}
	if asked == 0 {
		t.Error("aucun doute : rien n'est éprouvé")
	}
}

// TestGiven: facts given outright are not doubted for what the whole text seems to say.
func TestGiven(t *testing.T) {
	r, b := reader(t)
	given, err := b.ParseFacts("destinataire=maire")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range questions(t) {
		q := r.With(r.Read(c.Text, Question{}), given)
		if q.Kind != Decision || b.Get(q.Facts, "destinataire") != "maire" {
			t.Errorf("%s : %v", c.ID, b.Known(q.Facts))
		}
		if slices.ContainsFunc(q.Spans, func(s Span) bool { return strings.HasPrefix(s.Gives, "situation") }) {
			t.Errorf("%s : une situation devinée malgré un fait donné", c.ID)
		}
	}
}

// TestSituations: every situation leads where its kind says, on its theme or another of the contract.
func TestSituations(t *testing.T) {
	r, b := reader(t)
	seen := map[string]bool{}
	for _, s := range r.lex.situations {
		seen[s.outcome] = true
		if s.asked == "" && b.Known(s.facts) == nil {
			t.Errorf("« %s » : aucun fait", s.name)
		}
	}
	for _, v := range rules.AllVerdicts {
		if !seen[v.String()] {
			t.Errorf("aucune situation ne mène à %s", v)
		}
	}
	if !seen[outcomeAsks] {
		t.Error("aucune situation ne demande ce qui manque")
	}
}

// BenchmarkGist weighs one whole text.
func BenchmarkGist(b *testing.B) {
	r, _ := reader(b)
	var s seen
	r.examine = func(x seen) { s = x }
	r.Read("La gendarmerie m'appelle pour avoir l'adresse d'une dame que je suis depuis deux ans ; elle ne veut pas qu'on la retrouve.", Question{})
	b.ReportAllocs()
	for b.Loop() {
		r.gist.Scores(s.all)
	}
}

// TestOrdered: no written order is guessed: a réquisition and a summons are said, or there is none.
func TestOrdered(t *testing.T) {
	r, b := reader(t)
	for _, text := range []string{
		"je dirige un CHRS, la police me demande une adresse",
		"je suis directeur d'un foyer, la police veut la liste des présents",
		"Papa a jeté sa fille dans l'escalier. Est-ce que je respecte le secret ?",
		"Monsieur a dit qu'il se rendrait au tribunal lundi pour tuer son ex",
	} {
		q := r.Read(text, Question{})
		if acte := b.Get(q.Facts, "acte"); acte == "repondre_requisition" || acte == "comparaitre" {
			t.Errorf("« %s » : %s deviné, lu %v", text, acte, b.Known(q.Facts))
		}
	}
}
