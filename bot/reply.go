package bot

import "motus/rules"

// ReplyKind is the contract's kind of an answer.
type ReplyKind string

// The kinds of the contract.
const (
	KindDecision      ReplyKind = "decision"
	KindCard          ReplyKind = "fiche"
	KindClarification ReplyKind = "clarification"
	KindOutOfScope    ReplyKind = "hors_champ"
)

// YesNo is the answer to the question as it was asked. Empty: it was no yes/no question.
type YesNo string

// The answers of the contract.
const (
	Yes             YesNo = "oui"
	YesOnConditions YesNo = "oui_sous_conditions"
	No              YesNo = "non"
	Depends         YesNo = "depend"
)

// Reply is an answer in parts, platform neutral; adapters render it. Every text is French, plain,
// and holds nothing that the user typed.
type Reply struct {
	Kind     ReplyKind
	Theme    string
	Answer   YesNo
	Decision rules.Decision // zero unless Kind is decision or clarification
	Card     *rules.Card    // for a fiche

	Alert      string   // present danger: shown before anything else
	Danger     bool     // a danger was said, which no reserve tells
	Headline   string   // « Oui, sous conditions : … ✅ »
	Scope      string   // to whom alone it applies, when the question named several; that the law of that day was not read
	Why        []string // one or two sentences
	Conditions []string // « les difficultés s'aggravent et appellent plusieurs professionnels »
	Otherwise  string   // « Ou bien : … . Sinon : interdit. »
	Advice     []string // what to do, what not to do
	Openings   []string // what was not spoken of, and would change the answer
	Readings   []string // both readings, where lawyers disagree
	Cases      string   // heads the branches: « Selon la réponse : »
	Branches   []Branch // for a clarification: what each answer leads to
	Elsewhere  string   // for a clarification: what the answers left out lead to
	Ask        string   // the question to ask next, for a clarification
	NextAsk    string   // the question after it, when the first is whether there is a peril
	Next       []Branch // what each answer to that one leads to, without a peril
	Presumed   string   // « Je pars de l'idée que… »
	Citations  []rules.Citation
	NoText     string   // « Aucun article : document, section 8.a », where the document is alone to say it
	Gaps       []string // where the document of 2008 differs from the law
	Near       []string // near questions, when nothing was understood
	Foot       string   // law date, verification date, « pas un avis juridique »

	Facts   []rules.KeyValue // understood
	Others  []Reply          // to the questions asked beside the first
	About   string           // for one of those: to whom or of what it asks
	Missing []string
}

// Urgent reports whether the alert comes right after the headline: a danger was said, and no rule
// of peril answers already.
func (r *Reply) Urgent() bool {
	return r.Decision.Reserve != nil || r.Danger || r.Kind == KindCard || r.Kind == KindOutOfScope
}

// Branch is one answer to the question asked, with what it leads to.
type Branch struct {
	Key, Value, Label string
	Verdict           rules.Verdict
	Conditional       bool
}
