package bot

import (
	"slices"

	"motus/rules"
	"motus/rules/comprehension"
)

// clarify asks the one fact on which the verdict turns, and says what each answer leads to. Where
// what was said puts a danger in doubt, that is the first question; what would be asked next comes
// with it, so that one does not lose a turn.
func (c *composer) clarify(r *Reply, d *rules.Decision) {
	r.Kind = KindClarification
	ask := d.Ask
	if d.Reserve != nil && d.Reserve.Key != ask { // or it is that very fact that the text left in doubt
		ask = d.Reserve.Key
		next := c.b.Fact(d.Ask)
		r.NextAsk = "Sinon, cela dépend d'un autre fait : " + lowerFirst(next.Question)
		safe := c.with(c.q.Facts, ask)
		r.Next = c.branches(r, safe, d.Ask)
	}
	f := c.b.Fact(ask)
	r.Ask = f.Question
	r.Headline = "Cela dépend d'un fait : " + lowerFirst(f.Question)
	if c.q.Modality != comprehension.Open {
		r.Answer = Depends
	}
	r.Alert = c.alert(d)
	if c.b.ChildAtRisk(c.q.Facts) {
		r.Why = append(r.Why, minorLine)
	}
	r.Cases = c.supposing(ask)
	r.Branches = c.branches(r, c.q.Facts, ask)
	if ask == "destinataire" && c.asksDuty() && !c.q.Endangered(c.b) {
		r.Why = append(r.Why, c.duties()...) // before the list: it is what is asked
	}
}

// supposing heads what each answer would lead to. To whom one would speak, asked first, tells all only of
// what is supposed besides: « interdit » to the prosecutor is no answer to somebody who saw a child beaten.
func (c *composer) supposing(ask rules.Key) string {
	if ask != "destinataire" || c.q.Endangered(c.b) {
		return "Selon la réponse :"
	}
	s := "qu'aucun danger n'est en cause"
	if c.known("mandat", "") {
		s = "qu'aucun juge ne vous a mandaté et " + s
	}
	if c.known("tenu_au_secret", "") {
		s = "que vous êtes tenu au secret, " + s
	}
	return "Selon la réponse, si l'on suppose " + s + " :"
}

// asksDuty reports whether the question is whether one must speak, or may be silent.
func (c *composer) asksDuty() bool {
	return c.q.Modality == comprehension.Must || c.q.Modality == comprehension.Refuse
}

// duties says to whom it would be a duty to speak, whatever is supposed: of a child in danger; of
// ill-treatment, for who is not bound; then what obliges anyone.
func (c *composer) duties() []string {
	var out []string
	for _, x := range []struct {
		of    string
		facts []rules.KeyValue
	}{
		{"Un enfant en danger", []rules.KeyValue{{Key: "mineur_en_danger", Value: "oui"}}},
		{"Si aucun texte ne vous soumet au secret, de mauvais traitements sur un enfant ou une personne hors d'état de se protéger",
			[]rules.KeyValue{{Key: "tenu_au_secret", Value: "non"}, {Key: "maltraitance", Value: "oui"}, {Key: "age_victime", Value: "moins_de_15"}}},
	} {
		f, said := c.q.Facts, true
		for _, kv := range x.facts {
			v, err := c.b.Value(kv.Key, kv.Value)
			said = said && err == nil && (c.known(kv.Key, "") || c.known(kv.Key, kv.Value))
			f = f.With(v)
		}
		if line := owedLine(c.b.Owed(f, c.on)); said && line != "" {
			out = append(out, x.of+" : "+lowerFirst(line))
		}
	}
	return append(out, dutyLine)
}

// with takes a fact's default as said.
func (c *composer) with(f rules.FactSet, key rules.Key) rules.FactSet {
	if value, ok := c.b.Fact(key).Default(); ok {
		if v, err := c.b.Value(string(key), value); err == nil {
			return f.With(v)
		}
	}
	return f
}

// branches says what each value of a fact would lead to, beside the facts given; of recipients, the
// useful ones only.
func (c *composer) branches(r *Reply, f rules.FactSet, key rules.Key) []Branch {
	branches := c.b.Branches(f, key, c.on)
	if key == "destinataire" && c.q.Endangered(c.b) {
		if useful := c.useful(f, branches); len(useful) > 0 {
			branches, r.Elsewhere = useful, elsewhereLine
		}
	}
	var out []Branch
	for _, br := range branches {
		out = append(out, Branch{string(key), br.Value, br.Label, br.Verdict, br.Conditional})
	}
	return out
}

// vague asks back what a question left out: to whom one would speak, say.
func (c *composer) vague(r *Reply) {
	d := c.b.Decide(c.q.Facts, c.on)
	d.Ask = c.q.Asked
	r.Decision = rules.Decision{On: c.on}
	r.Foot = c.foot(c.on)
	r.Missing = []string{string(c.q.Asked)}
	c.clarify(r, &d)
	if r.Theme == "" {
		r.Theme = "decision"
	}
}

const (
	maxRecipients = 7
	elsewhereLine = "toute autre personne : le silence, sauf si un texte permet de parler"
)

// useful keeps the recipients to whom what was said opens a way that is otherwise closed, those to
// whom it is a duty first: a handful, the others being told at once.
func (c *composer) useful(facts rules.FactSet, branches []rules.Branch) []rules.Branch {
	var calm rules.FactSet // the same question, without its dangers
	for _, kv := range c.b.Known(facts) {
		if v, err := c.b.Value(kv.Key, kv.Value); err == nil && c.b.Fact(rules.Key(kv.Key)).Kind != rules.Danger {
			calm = calm.With(v)
		}
	}
	decide := func(f rules.FactSet, to string) rules.Decision {
		v, err := c.b.Value("destinataire", to)
		if err != nil {
			return rules.Decision{}
		}
		return c.b.Decide(f.With(v), c.on)
	}
	var due, other []rules.Branch // in declared order: those that a danger calls for stand first
	for _, b := range branches {
		d, before := decide(facts, b.Value), decide(calm, b.Value)
		sure := d.Verdict == rules.Required && !d.Conditional()
		switch {
		case sure:
			due = append(due, b)
		case b.Value == "secours": // the alert says when to call them
		case d.Verdict == rules.Forbidden || d.Verdict == before.Verdict && slices.Equal(d.Rules, before.Rules):
		case d.Verdict == rules.NoVerdict && d.Possible.Has(rules.Required):
			due = append(due, b)
		default:
			other = append(other, b)
		}
	}
	out := append(due, other...)
	return out[:min(len(out), maxRecipients)]
}
