package comprehension

import (
	"slices"

	"motus/rules"
)

// kind says what the text asks for. A present peril comes before anything else; then what is surely
// something else; then a notion asked for by name; then what the facts decide; then a question too
// short for a verdict, and the nearest fiche. What is left is not understood.
func (rd *Reader) kind(q *Question, r *reading, c cues, follows bool) {
	defer func() {
		if r.unsure && q.Kind == Decision && !q.New.Has(rd.peril) {
			q.Kind = Unsure // « voltilisé » : a guess could harm
		}
	}()
	known := rd.decisive(q.New, q.Modality) && (follows || !rd.idle(q, r))
	named := rd.base.Card(c.card)
	told := c.vague == "destinataire" && !c.notion && rd.base.Get(q.New, "destinataire") != "" // « que peut-on dire à l'assistante familiale ? »
	general := (c.explain || r.asksOpen()) && r.general(c.asking) && !told
	if named == nil && c.subject.entry != nil && (general || c.explain && !known) {
		named = rd.base.Card(c.subject.entry.value)
		q.span(r.tokens, c.subject)
	}
	known = known && !(named != nil && r.weakAct && r.general(c.asking)) // « le motif légitime devant une réquisition, la loi le définit ? »
	lesson := named != nil && general
	states := follows && r.lastAsk < 0 && !c.explain && !q.New.IsEmpty() // « il est tenu au secret aussi » asks for no notion
	apart := c.outside != nil && c.outside.yields && r.dangerBefore(c.outsideAt, r.found)
	switch {
	case rd.imminent(q.New) && !(lesson && named.Theme == "peril" && !follows):
		q.Kind, q.alarm = Decision, c.outside != nil
		return
	case apart && (c.outside.strong || !known):
		q.Kind, q.Asked, q.Theme, q.alarm = Vague, peril, peril, true
		return
	case c.outside != nil && (c.outside.strong && !rd.worried(q.New) && !(known && rd.ours(q, r, c)) || !known && named == nil && c.vague == ""):
		q.Kind = OutOfScope
		if c.outside != nil {
			q.Elsewhere = c.outside.elsewhere
		}
		return
	case lesson, named != nil && !follows && c.vague == "" && q.Modality == Open && rd.mentions(q, r), named != nil && (c.notion && !follows || !known && !states && (!follows || c.notion || r.asksOpen())):
		q.explain(named)
		q.named = true
		return
	case known && (!c.notion || follows), follows && c.outside == nil:
		q.Kind, q.Theme, q.alarm = Decision, c.theme, apart
		return
	}
	card, share, near := rd.cards.nearest(r)
	switch {
	case c.notion && !known && (share >= notionShare || share >= askedShare && (r.has(r.lex.topic) || r.has(r.lex.person) || r.has(r.lex.child))):
		q.explain(card)
	case known:
		q.Kind, q.Theme = Decision, c.theme
	case c.vague != "":
		q.Kind, q.Asked, q.Theme = Vague, c.vague, c.theme
	case rd.base.Get(q.New, "consentement") != "" && rd.base.CardOf("consentement") != nil:
		q.explain(rd.base.CardOf("consentement")) // « et si la famille refuse ? », asked of nothing
		q.named = true
	case share >= cardShare || share >= topicShare && r.has(r.lex.topic):
		q.explain(card)
	default:
		q.Kind, q.Near = NotUnderstood, near
	}
}

// imminent reports whether a text tells of a present peril, or of a crime about to be done: whatever it asks beside.
func (rd *Reader) imminent(f rules.FactSet) bool {
	return f.Has(rd.peril) || rd.base.Get(f, "danger_immediat") == "oui" && rd.base.Get(f, "crime_evitable") == "oui"
}

// ours reports whether what surely belongs elsewhere is only told beside, and another sentence than that one asks
// whether to tell someone: « son passeport est prêt, on la marie en août. Je préviens la CRIP ? » asks for no passport.
func (rd *Reader) ours(q *Question, r *reading, c cues) bool {
	if r.lastAsk < 0 || rd.base.Get(q.New, "destinataire") == "" {
		return false
	}
	from := r.lastAsk - 1
	for from > 0 && !r.tokens[from].hard {
		from--
	}
	return c.outsideAt < from && r.speaks(from, r.lastAsk)
}

// worried reports whether a text tells of a child in danger and of whom that is told to: whatever else
// it names, it is a question of speaking.
func (rd *Reader) worried(f rules.FactSet) bool {
	return protectors[rd.base.Get(f, "destinataire")] && (rd.base.Get(f, "mineur_en_danger") == "oui" || rd.base.Get(f, "maltraitance") == "oui")
}

// general reports whether a text asks of the law itself, in one sentence, not of what happened to
// someone: « que dit la loi sur les violences conjugales ? ». asking are the words that ask to
// explain: « m'expliquer » tells nothing of the asker.
func (r *reading) general(asking []match) bool {
	for i, t := range r.tokens {
		switch {
		case t.word == boundary && t.hard && i > 0 && i < len(r.tokens)-1:
			return false
		case t.one && (r.bears(i, r.lex.child) >= 0 || r.bears(i, r.lex.person) >= 0):
			return false
		case ownWords[t.word] && !slices.ContainsFunc(asking, func(a match) bool { return a.from <= i && i < a.to }):
			return false
		}
	}
	return true
}

// ownWords are how askers speak of themselves and their own.
var ownWords = words("je me moi mon ma mes nos notre")

// idle reports whether a text only names someone, and neither asks nor tells of speaking: « le maire a
// inauguré le stade ».
func (rd *Reader) idle(q *Question, r *reading) bool {
	if r.lastAsk >= 0 || q.Modality != Open || r.has(r.lex.tell) || r.has(r.lex.warn) || r.has(r.lex.ask) || r.has(r.lex.request) {
		return false
	}
	said := rd.base.Known(q.New)
	return len(said) == 1 && said[0].Key == "destinataire"
}

// mentions reports whether a text only mentions someone, with no act, no danger and no one who asks.
func (rd *Reader) mentions(q *Question, r *reading) bool {
	for fact := range rd.base.Each(q.New) {
		if fact.Key == "acte" || fact.Kind == rules.Danger {
			return false
		}
	}
	return !r.has(r.lex.ask)
}

func (q *Question) explain(card *rules.Card) {
	q.Kind, q.Card, q.Theme = Notion, card, card.Theme
}

// decisive reports whether a text named to whom, what act or what danger: less is no question of
// speaking. Consent alone is one only where something is asked of it: « elle est d'accord, puis-je
// parler ? ».
func (rd *Reader) decisive(f rules.FactSet, m Modality) bool {
	for fact, value := range rd.base.Each(f) {
		switch {
		case fact.Key == "destinataire" || fact.Key == "acte" || fact.Key == "information":
			return true
		case fact.Key == "consentement" && m != Open:
			return true
		case fact.Kind == rules.Danger && value == "oui":
			return true
		case fact.Key == "tenu_au_secret" && value == "non":
			return true
		}
	}
	return false
}
