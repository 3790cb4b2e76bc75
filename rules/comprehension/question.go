package comprehension

import "motus/rules"

// Kind is what a text asks for.
type Kind uint8

const (
	NotUnderstood Kind = iota // on topic or not, nothing sure was found: Near offers questions
	Decision                  // may or must one tell, give, refuse, do
	Notion                    // an explained notion: Card answers
	OutOfScope                // not professional secrecy in social work
	Unsure                    // on topic, but a word that may matter was not read
	Vague                     // it asks whether one may or must speak, and Asked is what it does not say
)

// Modality is how a question turns the verdict, which is always about speaking.
type Modality uint8

const (
	Open      Modality = iota // no yes/no question: « que faire ? »
	May                       // « peut-on… ? », « ai-je le droit… ? »
	Must                      // « dois-je… ? », « suis-je obligé… ? »
	Refuse                    // « puis-je refuser, me taire… ? »
	Forbidden                 // « est-il interdit de… ? »
)

// Question is an understood text. It holds no word of the text, only where facts came from.
type Question struct {
	Kind      Kind
	Facts     rules.FactSet // those of the thread, changed by what the text says; a Decision is on them
	New       rules.FactSet // what the text itself says
	Also      []string      // recipients that the text names, where another one is given outright: each is a question apart
	Others    []Question    // the questions asked beside the first, in order
	Theme     string        // one of the contract's themes, or "" if the decision's own theme stands
	Modality  Modality
	Supposed  bool        // the deed asked about was not read: to speak is only supposed, and no « oui » approves it
	Lie       bool        // what one would do is to lie: no « oui » approves it
	Card      *rules.Card // for a Notion
	Asked     rules.Key   // for a Vague question: the fact to ask
	Child     bool        // a child is spoken of in the thread
	Danger    bool        // a word of danger was said: the answer opens with acting
	Elsewhere string      // out of scope: where to turn, if that helps
	Near      []string    // questions near what was asked, if it was not understood
	Spans     []Span      // which part of the text gave what, for the trace

	told    bool      // words say to whom one would speak: « prévenir le procureur »
	plain   bool      // few words say to whom one would speak: « puis-je informer le père ? »
	reports bool      // one asks to report what happened, and does not say to whom
	parent  bool      // a father or a mother asks
	learns  bool      // whether the one spoken to may know something is the question: « la tante peut-elle consulter le dossier ? »
	ofAge   bool      // who is harmed is of age, and no child is named
	notion  bool      // a notion is asked for
	alarm   bool      // a danger is told, and nothing of it is asked
	calm    bool      // a word of danger was said, and the whole text surely speaks of none
	named   bool      // the fiche was asked for by a name that the lexicon knows
	words   *Question // as read word by word, where the whole text was believed instead
}

// Span says which bytes of the text gave a fact, a modality or a theme; none for what goes without
// saying, or what the text gives as a whole.
type Span struct {
	Start, End int
	Gives      string // « destinataire=maire », « modalité : peut »
}

// Alarmed reports whether a word of danger was said of which no fact came, where the answer would be
// silence: then peril is asked first. No danger is presumed absent once it was named.
func (q *Question) Alarmed(b *rules.Base, d *rules.Decision) bool {
	if q.calm || !q.Danger || d.Ask != "" || d.Verdict != rules.Forbidden || b.Get(q.Facts, "peril") != "" {
		return false
	}
	return !q.Endangered(b)
}

// Endangered reports whether a danger was said, of one kind or another.
func (q *Question) Endangered(b *rules.Base) bool {
	for fact := range b.Each(q.Facts) {
		if fact.Kind == rules.Danger {
			return true
		}
	}
	return false
}

// asks gives the fact that the answer to q asks first, or "".
func (q *Question) asks(b *rules.Base) rules.Key {
	if q.Asked != "" {
		return q.Asked
	}
	d := b.Decide(q.Facts, b.VerifiedTo)
	switch {
	case d.Ask != "" && d.Reserve != nil:
		return d.Reserve.Key
	case q.Alarmed(b, &d):
		return "peril"
	}
	return d.Ask
}

// asksWhatWasTold reports whether the whole text would have a fact asked that its words tell, where they forbid to
// speak: « la police veut son dossier » says who asks, « nous ne sommes plus mandatés » that no judge has; or whether
// it would make something else of few words that tell who asks. to is who was read as the one spoken to: one who is
// only named, or of whom it must be known whose they are, as an advocate, is in doubt.
func (rd *Reader) asksWhatWasTold(q *Question, to *match, short bool) bool {
	if q.words == nil || to == nil || to.entry.weak || to.weight < 10*(named+asking) {
		return false
	}
	if q.Kind == OutOfScope {
		return short && plainAskers[to.entry.value] && q.words.Kind == Decision
	}
	switch q.asks(rd.base) {
	case "destinataire":
		if to.entry.value == parent {
			return true
		}
		if !plainAskers[to.entry.value] && (to.entry.value != "juge" || rd.base.Get(q.words.Facts, "mandat") != "aucun") {
			return false
		}
	case "mandat", peril:
		if rd.base.Get(q.words.Facts, "mandat") != "aucun" || q.words.Danger || q.words.Endangered(rd.base) {
			return false
		}
	default:
		return false
	}
	return rd.base.Decide(q.words.Facts, rd.base.VerifiedTo).Verdict == rules.Forbidden
}

// plainAskers are those of whom nothing more need be known to say no.
var plainAskers = map[string]bool{"police": true, "police_municipale": true, "tiers": true, "presse": true, "caf": true, "impots": true}
