package bot

import (
	"cmp"
	"slices"
	"strings"

	"motus/rules"
	"motus/rules/comprehension"
)

// The sentences that a reader must see whatever the answer.
const (
	perilLine   = "Si quelqu'un risque d'être gravement atteint maintenant : agissez ou faites agir (15, 17, 18, 112, 114 ; 119 pour un enfant). Le secret ne dispense jamais de porter secours."
	dutyLine    = "Ne pas être puni pour s'être tu n'est pas être libre de se taire : mandat, aide sociale à l'enfance et péril obligent."
	crimeLine   = "Si quelqu'un risque d'être gravement atteint maintenant, ou si vous pouvez empêcher le crime : agissez ou faites agir (15, 17, 18, 112, 114 ; 119 pour un enfant). Le secret ne dispense jamais de porter secours."
	weighLine   = "Ne décidez pas seul : direction, collègue tenu au secret, juriste. Chercher un avis ne retarde pas un secours."
	alsoLine    = "Mandat, aide sociale à l'enfance et péril obligent aussi."
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
	case comprehension.Vague:
		r.Facts = b.Known(q.Facts)
		c.vague(&r)
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
	r.typeset(c.named())
	r.Citations, r.Decision.Conditions = c.citations(r.Citations), c.conditions(r.Decision.Conditions)
	c.others(&r)
	return r
}

// named returns how a text is said: typeset, with the names of the day asked about. A fiche is of today.
func (c *composer) named() func(string) string {
	if c.q.Kind == comprehension.Notion {
		return Typeset
	}
	return func(s string) string { return Typeset(c.b.Named(s, c.on)) }
}

// citations says the texts cited with the names of the day asked about.
func (c *composer) citations(cs []rules.Citation) []rules.Citation {
	out := slices.Clone(cs) // the base's
	for i := range out {
		out[i].Title, out[i].Says = c.b.Named(out[i].Title, c.on), c.b.Named(out[i].Says, c.on)
	}
	return out
}

// conditions says those of the decision with the names of the day asked about.
func (c *composer) conditions(cs []rules.Condition) []rules.Condition {
	for i := range cs {
		cs[i].Label = c.b.Named(cs[i].Label, c.on)
	}
	return cs
}

type composer struct {
	b         *rules.Base
	q         *comprehension.Question
	on, today rules.Date
}

func (c *composer) decide(r *Reply) {
	d := c.b.Decide(c.q.Facts, c.on)
	dropped := c.reconcile(&d)
	r.Decision = d
	if r.Theme == "" {
		r.Theme = d.Theme
	}
	for _, k := range d.Missing {
		r.Missing = append(r.Missing, string(k))
	}
	r.Citations = d.Citations
	r.Gaps = gaps(d.Citations)
	r.Foot = c.foot(c.on)
	if d.Conflict != "" {
		c.conflict(r, &d)
		return
	}
	r.Presumed = c.presumed(d.Presumed)
	r.Scope = strings.TrimSpace(c.scope() + " " + c.unread())
	if c.q.Alarmed(c.b, &d) {
		d.Ask = "peril"
		r.Missing = append([]string{"peril"}, slices.DeleteFunc(r.Missing, func(k string) bool { return k == "peril" })...)
	}
	if d.Ask != "" {
		c.clarify(r, &d)
		return
	}
	r.Kind = KindDecision
	var duties []rules.Duty
	if d.Verdict != rules.Required {
		duties = c.b.MayRequire(c.q.Facts, c.on)
	}
	var owed []rules.Owed
	if d.Verdict != rules.Required || d.Conditional() && !d.Aside() {
		owed = c.b.Owed(c.q.Facts, c.on)
	}
	near := slices.ContainsFunc(duties, func(d rules.Duty) bool { return !d.Remote }) || c.unboundAsksDuty()
	disputed := rules.RuleID("")
	if d.Verdict == rules.Allowed {
		disputed = c.b.Disputed(c.q.Facts, c.on)
	}
	r.Answer = answer(c.q.Modality, &d, near || elsewhere(owed) || disputed != "", c.notDue(&d))
	if c.q.Supposed && approves(r.Answer) && d.Verdict != rules.Forbidden {
		r.Answer = "" // « je rentre ? » is not approved because one must help
	}
	if c.q.Lie && approves(r.Answer) {
		if r.Answer = ""; d.Verdict == rules.Forbidden {
			r.Answer = No // one keeps silent: one does not lie
		}
	}
	r.Headline = c.headline(r.Answer, &d, owed, disputed != "")
	r.Alert = c.alert(&d)
	c.reasons(r, &d)
	if disputed != "" {
		r.Readings = append(r.Readings, c.b.Rule(disputed).Readings...)
	}
	for _, cond := range d.Conditions {
		r.Conditions = append(r.Conditions, cond.Label)
	}
	r.Otherwise = c.otherwise(&d)
	if len(d.Citations) == 0 && len(d.Rules) > 0 {
		r.NoText = NoText(c.b, c.b.Rule(d.Rules[0]).Source)
	}
	c.advise(r, &d, duties, owed)
	if dropped != "" {
		r.Advice = append(r.Advice, dropped)
	}
	r.Openings = c.openings(r, &d, owed)
}

// unboundAsksDuty reports whether someone whom no text binds asks if they must speak, to no one in
// particular: of a crime or of ill-treatment, the law obliges them to (CP 434-1, 434-3), and no default
// may deny it.
func (c *composer) unboundAsksDuty() bool {
	return c.asksDuty() && c.known("tenu_au_secret", "non") && c.known("destinataire", "") && c.known("acte", "")
}

// deniesDuty reports whether the reply says, outright or by cases, that one is not obliged.
func (c *composer) deniesDuty(r *Reply, d *rules.Decision) bool {
	return c.q.Modality == comprehension.Must && d.Verdict != rules.Required && (r.Answer == No || r.Answer == Depends)
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
func (c *composer) advise(r *Reply, d *rules.Decision, duties []rules.Duty, owed []rules.Owed) {
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
	if d.Verdict == rules.Weighed {
		add(weighLine)
	}
	if d.Verdict == rules.Allowed && r.Answer != Depends && !hasCondition(d, "strictement_necessaire") {
		add(strictLine)
	}
	if d.Verdict != rules.Allowed || c.q.Modality != comprehension.May || c.q.Endangered(c.b) {
		add(owedLine(owed)) // « vous pouvez » must not hide that one must, elsewhere
	}
	if c.deniesDuty(r, d) {
		if len(owed) > 0 { // said enough, but for what one fact would change
			duties = slices.DeleteFunc(duties, func(d rules.Duty) bool { return d.Remote || len(d.Needs) > 1 })
		}
		cases := c.dutyCases(duties)
		switch {
		case r.Answer == Depends && cases != "":
			add(cases)
			if len(owed) == 0 {
				add(alsoLine)
			}
		case len(owed) == 0:
			add(dutyLine)
		}
	}
	if c.b.ChildAtRisk(c.q.Facts) {
		add(minorLine)
	}
}

// elsewhere reports whether a text makes it a duty towards somebody else.
func elsewhere(owed []rules.Owed) bool {
	return slices.ContainsFunc(owed, func(o rules.Owed) bool { return o.Law })
}

// owedLine names to whom else it is a duty: « C'est un devoir envers le procureur. »
func owedLine(owed []rules.Owed) string {
	var to []string
	for i, o := range owed {
		if i == 3 {
			break
		}
		s := "envers " + o.Label
		if o.When != "" {
			s += " " + o.When
		}
		to = append(to, s)
	}
	if len(to) == 0 {
		return ""
	}
	return "C'est un devoir " + strings.Join(to, ", ") + "."
}

// dutyCases says by cases when it would be a duty, rather than answer on what is only presumed.
func (c *composer) dutyCases(duties []rules.Duty) string {
	var cases [][]string
	slices.SortStableFunc(duties, func(a, b rules.Duty) int {
		return cmp.Or(remoteness(a)-remoteness(b), len(a.Needs)-len(b.Needs))
	})
	for _, d := range duties {
		var needs []string
		for _, n := range d.Needs {
			needs = append(needs, n.Label)
		}
		// A case that asks for all that another asks, and more, says nothing new.
		within := func(c []string) bool { return containsAll(needs, c) }
		if len(needs) > 0 && !slices.ContainsFunc(cases, within) {
			cases = append(cases, needs)
		}
	}
	if len(cases) == 0 {
		return ""
	}
	said := make([]string, min(len(cases), 2)) // the line that follows names the rest
	for i := range said {
		said[i] = strings.Join(cases[i], " et ")
	}
	return "Ce serait obligatoire si : " + strings.Join(said, " ; ou si ") + "."
}

func containsAll(all, some []string) bool {
	return !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(all, s) })
}

// notDue reports whether what the deciding rules leave to weigh is certainly no duty.
func (c *composer) notDue(d *rules.Decision) bool {
	for _, id := range d.Rules {
		if w := c.b.Rule(id).Weighing; w == nil || !w.NotDue {
			return false
		}
	}
	return len(d.Rules) > 0
}

// unread says that the law of that day was not read on what is asked.
func (c *composer) unread() string {
	since := c.b.Unread(c.q.Facts, c.on)
	if since.IsZero() {
		return ""
	}
	return "À vérifier : sur ce point, le droit d'avant " + since.MonthYear() + " n'a pas été lu ; la réponse a pu être autre."
}

// scope says to whom the answer applies, when the question named others and a recipient was given outright: one
// verdict never passes for all of them.
func (c *composer) scope() string {
	if len(c.q.Also) == 0 {
		return ""
	}
	quote := func(label string) string { return "« " + label + " »" }
	var also []string
	for _, id := range c.q.Also {
		if l := c.recipient(id); l != "" {
			also = append(also, quote(l))
		}
	}
	return "Le destinataire donné d'office l'emporte. Cette réponse ne vaut que pour " + quote(c.recipient(c.b.Get(c.q.Facts, "destinataire"))) + ". Pour " + strings.Join(also, ", ") + ", posez la question à part : la réponse peut changer."
}

// recipient returns the label of a value of destinataire, or "".
func (c *composer) recipient(id string) string {
	f := c.b.Fact("destinataire")
	if i := slices.IndexFunc(f.Values, func(v rules.FactValue) bool { return v.ID == id }); i >= 0 {
		return f.Values[i].Label
	}
	return ""
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
	r.Foot = c.foot(c.on)
	if c.on.Before(c.today) && !c.b.SameLaw(c.on, c.today) {
		r.Scope = "Cette fiche dit le droit d'aujourd'hui ; ses textes sont cités tels qu'ils étaient le " + c.on.French() + "."
		r.Foot = c.foot(c.today)
	}
}

func (c *composer) outOfScope(r *Reply) {
	r.Kind = KindOutOfScope
	r.Theme = ""
	switch c.q.Kind {
	case comprehension.Unsure:
		r.Headline = "Un mot m'échappe : je ne réponds pas au hasard."
		r.Why = []string{"Vérifiez l'orthographe des mots longs, et posez la question de nouveau."}
	case comprehension.NotUnderstood:
		r.Headline = "Je n'ai pas compris la question."
		r.Why = []string{"Je réponds sur le secret professionnel en action sociale : à qui parler, de quoi, à quelles conditions. Dites qui demande, ou à qui vous parleriez."}
	default:
		r.Headline = "Ce n'est pas une question de secret professionnel en action sociale."
		r.Why = []string{cmp.Or(c.q.Elsewhere, "Je ne réponds que sur ce sujet. Pour le reste, adressez-vous à votre direction, ou à un point-justice.")}
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

// foot dates the answer: the law of which day, and the last day on which any text was verified. A
// text verified long before says so itself.
func (c *composer) foot(law rules.Date) string {
	return "Droit au " + law.French() + " ; textes vérifiés jusqu'au " + c.b.VerifiedTo.French() + " au plus tard. " + noAdvice + " Ne nommez personne ici."
}

// NoText says that no article is cited, and where the document of 2008 is alone to say it.
func NoText(b *rules.Base, source []string) string {
	where := b.Sections(source)
	if len(where) == 0 {
		return "Aucun article"
	}
	return "Aucun article : document, section " + strings.Join(where, ", ")
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
