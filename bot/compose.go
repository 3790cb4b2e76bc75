package bot

import (
	"slices"
	"strings"

	"motus/rules"
	"motus/rules/comprehension"
)

// The sentences that a reader must see whatever the answer.
const (
	perilLine   = "Si quelqu'un risque d'être gravement atteint maintenant : agissez ou faites agir (15, 17, 18, 112, 114 ; 119 pour un enfant). Le secret ne dispense jamais de porter secours."
	dutyLine    = "Ne pas être puni pour s'être tu n'est pas être libre de se taire : mandat, aide sociale à l'enfance et péril obligent."
	minorLine   = "Enfant en danger : cellule départementale (CRIP) ; danger grave et immédiat : procureur, avec copie au département ; 119 à toute heure."
	strictLine  = "Le strict nécessaire, à cette personne-là, pour ce but-là."
	disputeLine = "Les juristes ne sont pas d'accord. Voici les deux lectures :"
	noAdvice    = "Rappel des règles, pas un avis juridique."
)

// Compose turns an understood question into a reply, with the law as it stood on that day. today
// is the day it is asked.
func Compose(b *rules.Base, q comprehension.Question, on, today rules.Date) Reply {
	c := composer{b: b, q: &q, on: on, today: today}
	r := Reply{Theme: q.Theme}
	switch q.Kind {
	case comprehension.Decision:
		r.Facts = b.Known(q.Facts)
		c.decide(&r)
	case comprehension.Notion:
		if q.Card == nil {
			c.outOfScope(&r)
			break
		}
		r.Facts = b.Known(q.New)
		c.card(&r)
	default:
		c.outOfScope(&r)
	}
	r.typeset()
	return r
}

type composer struct {
	b         *rules.Base
	q         *comprehension.Question
	on, today rules.Date
}

func (c *composer) decide(r *Reply) {
	d := c.b.Decide(c.q.Facts, c.on)
	r.Decision = d
	if r.Theme == "" {
		r.Theme = d.Theme
	}
	for _, k := range d.Missing {
		r.Missing = append(r.Missing, string(k))
	}
	r.Citations = d.Citations
	r.Gaps = gaps(d.Citations)
	r.Foot = c.foot(r.Citations)
	if d.Conflict != "" {
		r.Kind = KindClarification
		r.Headline = "Ces faits ne vont pas ensemble : " + lowerFirst(d.Conflict)
		r.Ask = "Lequel faut-il corriger ?"
		return
	}
	r.Presumed = c.presumed(d.Presumed)
	if d.Ask != "" {
		c.clarify(r, &d)
		return
	}
	r.Kind = KindDecision
	r.Scope = c.scope()
	var duties []rules.Duty
	if d.Verdict != rules.Required {
		duties = c.b.MayRequire(c.q.Facts, c.on)
	}
	near := slices.ContainsFunc(duties, func(d rules.Duty) bool { return !d.Remote })
	r.Answer = answer(c.q.Modality, &d, near, c.notDue(&d))
	peril := slices.Contains(d.Rules, "peril.assistance")
	r.Headline = c.headline(r.Answer, &d)
	if d.Reserve != nil {
		r.Alert = "D'abord : " + lowerFirst(perilLine)
	} else if !peril {
		r.Alert = perilLine
	}
	c.reasons(r, &d)
	for _, cond := range d.Conditions {
		r.Conditions = append(r.Conditions, cond.Label)
	}
	if d.Else != rules.NoVerdict {
		r.Otherwise = "Sinon : " + otherwise(d.Else) + "."
	}
	c.advise(r, &d, duties)
	if open := c.openings(); len(open) > 0 {
		r.Advice = append(r.Advice, "Vous n'avez parlé d'aucun danger. La réponse change si : "+strings.Join(open, " ; ")+".")
	}
}

// openings names the dangers that would change a verdict of silence.
func (c *composer) openings() []string {
	var out []string
	for _, danger := range c.b.Openings(c.q.Facts, c.on) {
		out = append(out, danger.Label)
	}
	return out
}

// reasons gives why: what the deciding rules say, two sentences of theirs at most.
func (c *composer) reasons(r *Reply, d *rules.Decision) {
	for i, id := range d.Rules {
		if i == 2 {
			break
		}
		rule := c.b.Rule(id)
		r.Why = append(r.Why, rule.Says)
		r.Readings = append(r.Readings, rule.Readings...)
	}
}

// advise says what to do and what not to do, and the sentences that the verdict calls for.
func (c *composer) advise(r *Reply, d *rules.Decision, duties []rules.Duty) {
	add := func(s string) {
		if s != "" {
			r.Advice = append(r.Advice, s)
		}
	}
	if len(d.Rules) > 0 {
		rule := c.b.Rule(d.Rules[0])
		add(rule.Advice)
		if w := rule.Weighing; w != nil && d.Verdict == rules.Weighed {
			add("Qui décide : " + w.Who + ". Quand : " + w.When + ". D'ici là : " + w.Without + ".")
		}
	}
	if d.Verdict == rules.Allowed && !hasCondition(d, "strictement_necessaire") {
		add(strictLine)
	}
	notDue := d.Verdict != rules.Required && (r.Answer == No || r.Answer == Depends) && c.q.Modality == comprehension.Must
	if notDue {
		if len(duties) > 0 {
			add(c.dutyCases(duties))
		}
		add(dutyLine)
	}
	if c.known("mineur_en_danger", "oui") || c.known("disparition_mineur", "oui") {
		add(minorLine)
	}
}

// dutyCases says by cases when it would be a duty, rather than answer on what is only presumed.
func (c *composer) dutyCases(duties []rules.Duty) string {
	var cases []string
	slices.SortStableFunc(duties, func(a, b rules.Duty) int { return remoteness(a) - remoteness(b) })
	for _, d := range duties {
		var needs []string
		for _, n := range d.Needs {
			needs = append(needs, n.Label)
		}
		if len(needs) > 0 {
			cases = append(cases, strings.Join(needs, " et "))
		}
	}
	if len(cases) == 0 {
		return ""
	}
	if len(cases) > 2 {
		cases = cases[:2] // the line that follows names the rest
	}
	return "Ce serait obligatoire si : " + strings.Join(cases, " ; ou si ") + "."
}

// notDue reports whether what the deciding rule leaves to weigh is certainly no duty.
func (c *composer) notDue(d *rules.Decision) bool {
	if len(d.Rules) == 0 {
		return false
	}
	w := c.b.Rule(d.Rules[0]).Weighing
	return w != nil && w.NotDue
}

// scope says to whom the answer applies, when the question named others too: one verdict never
// passes for all of them.
func (c *composer) scope() string {
	if len(c.q.Also) == 0 {
		return ""
	}
	f := c.b.Fact("destinataire")
	label := func(id string) string {
		i := slices.IndexFunc(f.Values, func(v rules.FactValue) bool { return v.ID == id })
		if i < 0 {
			return ""
		}
		return "« " + f.Values[i].Label + " »"
	}
	var also []string
	for _, id := range c.q.Also {
		if l := label(id); l != "" {
			also = append(also, l)
		}
	}
	return "Cette réponse ne vaut que pour " + label(c.b.Get(c.q.Facts, "destinataire")) + ". Pour " + strings.Join(also, ", ") + ", posez la question à part : la réponse peut changer."
}

// remoteness puts the duties that only a presumption keeps out first.
func remoteness(d rules.Duty) int {
	if d.Remote {
		return 1
	}
	return 0
}

func (c *composer) known(key, value string) bool {
	return c.b.Get(c.q.Facts, rules.Key(key)) == value
}

// clarify asks the one fact on which the verdict turns, and says what each answer leads to.
func (c *composer) clarify(r *Reply, d *rules.Decision) {
	r.Kind = KindClarification
	f := c.b.Fact(d.Ask)
	r.Ask = f.Question
	r.Headline = "Cela dépend d'un fait : " + lowerFirst(f.Question)
	if c.q.Modality != comprehension.Open {
		r.Answer = Depends
	}
	r.Alert = perilLine
	if d.Reserve != nil {
		r.Alert = "D'abord : " + lowerFirst(perilLine)
	}
	for _, br := range c.b.Branches(c.q.Facts, d.Ask, c.on) {
		r.Branches = append(r.Branches, Branch{string(d.Ask), br.Value, br.Label, br.Verdict, br.Conditional})
	}
}

func (c *composer) card(r *Reply) {
	k := c.q.Card
	r.Kind, r.Card = KindCard, k
	if r.Theme == "" {
		r.Theme = k.Theme
	}
	r.Headline = k.Title
	r.Why = []string{k.Says}
	if k.Keep != "" {
		r.Advice = append(r.Advice, "À retenir : "+k.Keep)
	}
	if k.In2008 != "" {
		r.Advice = append(r.Advice, "En 2008 : "+k.In2008)
	}
	if k.Gap != "" {
		r.Gaps = append(r.Gaps, k.Gap)
	}
	if c.q.Danger {
		r.Alert = perilLine
	}
	r.Citations = c.b.Cite(k.Texts, c.on)
	r.Foot = c.foot(r.Citations)
}

func (c *composer) outOfScope(r *Reply) {
	r.Kind = KindOutOfScope
	r.Theme = ""
	switch c.q.Kind {
	case comprehension.Unsure:
		r.Headline = "Je n'ai pas assez compris pour répondre sans risque."
		r.Why = []string{"Posez la question en une phrase : à qui parleriez-vous, de quoi, et ce qui presse. Par exemple : « puis-je signaler au procureur un enfant frappé ? »"}
	case comprehension.NotUnderstood:
		r.Headline = "Je n'ai pas compris la question."
		r.Why = []string{"Je réponds sur le secret professionnel en action sociale : à qui parler, de quoi, à quelles conditions. Dites qui demande, ou à qui vous parleriez."}
	default:
		r.Headline = "Ce n'est pas une question de secret professionnel en action sociale."
		r.Why = []string{"Je ne réponds que sur ce sujet. Pour le reste, adressez-vous à votre direction, ou à un point-justice."}
	}
	r.Near = c.q.Near
	if c.q.Danger {
		r.Alert = perilLine
	}
	r.Foot = noAdvice
}

// presumed says what was taken for want of a word.
func (c *composer) presumed(ps []*rules.Presumed) string {
	if len(ps) == 0 {
		return ""
	}
	var says []string
	for _, p := range ps {
		says = append(says, p.Says)
	}
	end := " Si c'est faux, la réponse change."
	if len(says) > 1 {
		end = " Si l'un est faux, la réponse change."
	}
	return "Je pars de l'idée que : " + strings.Join(says, " ; ") + "." + end
}

// foot dates the answer: the law of which day, how far the base was verified, and how far the
// texts cited were, if that is more than a year before.
func (c *composer) foot(cited []rules.Citation) string {
	s := "Droit au " + c.on.French() + " ; base vérifiée jusqu'au " + c.b.VerifiedTo.French()
	least := c.b.VerifiedTo
	for _, k := range cited {
		if k.Stale && k.VerifiedTo.Before(least) {
			least = k.VerifiedTo
		}
	}
	if least != c.b.VerifiedTo {
		s += ", ces textes au moins jusqu'au " + least.French()
	}
	return s + ". " + noAdvice + " Ne nommez personne ici."
}

// gaps keeps what the citations say of the document's errors, each once.
func gaps(cs []rules.Citation) []string {
	var out []string
	for _, c := range cs {
		if c.Gap != "" && !slices.Contains(out, c.Gap) {
			out = append(out, c.Gap)
		}
	}
	return out
}

func hasCondition(d *rules.Decision, key rules.Key) bool {
	return slices.ContainsFunc(d.Conditions, func(c rules.Condition) bool { return c.Key == key })
}

func lowerFirst(s string) string {
	r := []rune(s)
	if len(r) == 0 {
		return s
	}
	return strings.ToLower(string(r[0])) + string(r[1:])
}
