package comprehension

import (
	"fmt"
	"io/fs"
	"slices"

	"motus/rules"
)

// Reader reads questions with one lexicon. It is safe for concurrent use.
type Reader struct {
	base  *rules.Base
	lex   *lexicon
	cards *retrieval
	peril rules.Value
}

// New makes a reader from the folder lexique of fsys. It fails, naming the place, if an entry
// gives a fact that the base does not have.
func New(b *rules.Base, fsys fs.FS) (*Reader, error) {
	lex, err := loadLexicon(fsys, b)
	if err != nil {
		return nil, err
	}
	peril, err := b.Value("peril", "oui")
	if err != nil {
		return nil, fmt.Errorf("lire les questions : %w", err)
	}
	return &Reader{b, lex, newRetrieval(b), peril}, nil
}

// Read understands a text. before is the question before it in the thread, or the zero Question.
func (r *Reader) Read(text string, before Question) Question {
	tokens := tokenize(text)
	found := r.lex.find(tokens)
	q := Question{}
	notion, outside := false, false
	for _, m := range found {
		if m.entry.key == "modalite" && outsaid(m, found) {
			continue
		}
		switch m.entry.key {
		case "notion":
			notion = true
		case "hors_champ":
			outside = true
		case "danger":
			q.Danger = true
		case "modalite":
			if q.Modality == Open || stronger(m.entry.modality, q.Modality) {
				q.Modality = m.entry.modality
			}
		default:
			continue
		}
		q.span(tokens, m)
	}
	kept, also := r.facts(tokens, found)
	q.Also = also
	for _, m := range kept {
		for _, v := range m.entry.facts {
			q.New = q.New.With(v)
		}
		q.Danger = q.Danger || m.entry.danger
		q.span(tokens, m)
	}
	follows := !before.Facts.IsEmpty() && followsUp(tokens, q)
	r.kind(&q, tokens, unreadWords(tokens, found), notion, outside, follows)
	r.remember(&q, before, follows)
	slices.SortStableFunc(q.Spans, func(a, b Span) int { return a.Start - b.Start })
	return q
}

// ReadFacts makes the question that facts alone ask, as --facts does without a text.
func ReadFacts(f rules.FactSet) Question { return Question{Kind: Decision, Facts: f, New: f} }

// remember sets the facts of the thread. A follow-up changes what it names and keeps the rest; a
// fiche asked for in passing, or small talk, changes nothing; any other text starts anew.
func (r *Reader) remember(q *Question, before Question, follows bool) {
	if !follows && q.Kind != Notion && q.Kind != OutOfScope {
		q.Facts = q.New
		return
	}
	if q.Modality == Open {
		q.Modality = before.Modality
	}
	if q.Kind == Decision || q.Kind == Unsure {
		q.Facts = r.over(q.New, before.Facts)
	} else {
		q.Facts = before.Facts
	}
}

// kind says what the text asks for. A notion asked for by name comes first, then what the facts
// decide, then the nearest fiche; what is left is not understood.
func (r *Reader) kind(q *Question, tokens []token, unread int, notion, outside, follows bool) {
	card, score, near := r.cards.nearest(tokens)
	known := r.decisive(q.New, q.Modality)
	switch {
	case outside && !known:
		q.Kind = OutOfScope
	case notion && score >= notionScore && !(follows && known):
		q.Kind, q.Card, q.Theme = Notion, card, card.Theme
	case known || follows && !q.New.IsEmpty():
		q.Kind = Decision
		if unread > maxUnread && !q.New.Has(r.peril) {
			q.Kind, q.Near = Unsure, near
		}
	case r.base.Get(q.New, "consentement") != "" && r.base.CardOf("consentement") != nil:
		// « et si la famille refuse ? », asked of nothing
		q.Kind, q.Card, q.Theme = Notion, r.base.CardOf("consentement"), "consentement"
	case score >= cardScore:
		q.Kind, q.Card, q.Theme = Notion, card, card.Theme
	default:
		q.Kind, q.Near = NotUnderstood, near
	}
}

// maxUnread is how many words of meaning a text may hold that gave nothing, before a verdict on
// the rest would be a guess. A present peril is answered all the same.
const maxUnread = 3

// plain words change no answer: they name what every question here is about.
var plain = words("enfant famille personne suivi suivie suivon affaire fait element confidentiel service professionnel information secret situation reveler question avoir etre sont soit sommer suis nous cela chose vraiment aussi bien tout toute leur celui celle dont comme plusieur quand donner voir savoir veut demande demander monsieur madame jeune mineur usager accompagne accompagner travail travaille equipe sujet droit")

// unreadWords counts the words of meaning that no term of the lexicon covers.
func unreadWords(tokens []token, found []match) int {
	read := make([]bool, len(tokens))
	for _, m := range found {
		for i := m.from; i < m.to; i++ {
			read[i] = true
		}
	}
	n := 0
	for i, t := range tokens {
		if !read[i] && content(t.word) && len(t.word) > 3 && !plain[t.word] && !telling[t.word] && !direct[t.word] {
			n++
		}
	}
	return n
}

// decisive reports whether a text named to whom, what act or what danger: less is no question of
// speaking. Consent alone is one only where something is asked of it: « elle est d'accord, puis-je
// parler ? ».
func (r *Reader) decisive(f rules.FactSet, m Modality) bool {
	for _, kv := range r.base.Known(f) {
		switch fact := r.base.Fact(rules.Key(kv.Key)); {
		case fact.Key == "destinataire" || fact.Key == "acte" || fact.Key == "information":
			return true
		case fact.Key == "consentement" && m != Open:
			return true
		case fact.Kind == rules.Danger && kv.Value == "oui":
			return true
		case fact.Key == "tenu_au_secret" && kv.Value == "non":
			return true
		}
	}
	return false
}

// outsaid reports whether another modality begins within m and goes further: « interdit de ne pas
// signaler » asks of a duty.
func outsaid(m match, found []match) bool {
	return slices.ContainsFunc(found, func(o match) bool {
		return o.entry.key == "modalite" && m.from <= o.from && o.from < m.to && m.to < o.to
	})
}

// stronger: « puis-je refuser » holds « puis-je », and says more.
func stronger(a, b Modality) bool {
	rank := [...]int{Open: 0, May: 1, Must: 2, Forbidden: 3, Refuse: 4}
	return rank[a] > rank[b]
}

// followsUp reports whether the text goes on with the question before: « et au procureur ? ».
func followsUp(tokens []token, q Question) bool {
	if len(tokens) > 1 && (tokens[1].word == "et" || tokens[1].word == "meme" || tokens[1].word == "mai" || tokens[1].word == "sinon") {
		return true
	}
	return q.Modality == Open && len(tokens) < 10
}

func (q *Question) span(tokens []token, m match) {
	gives := m.entry.gives
	q.Spans = append(q.Spans, Span{tokens[m.from].start, tokens[m.to-1].end, gives})
}
