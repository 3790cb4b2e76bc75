package rules

// RuleID names a rule: « maire.revelation ».
type RuleID string

// Rule is one sentence of the law: conditions, the verdict they lead to, and what they rest on.
// A rule may be an exception to others: when it holds, those it excepts do not.
type Rule struct {
	ID      RuleID
	Theme   string   // one of the 31 themes
	Says    string   // what the rule says, in plain French
	Verdict Verdict  // what it leads to
	Excepts []RuleID // the rules it defeats, in the base's order
	Texts   []string // provisions it rests on: « CP 226-14 1° »
	Source  []string // statements of the source document: « S6.15 »
	Alone   bool     // it rests on the document alone, on purpose: no text says it
	Force   Span     // the days on which it holds

	ReadSince Date // the first day of which the law it says was read; zero if there is nothing to tell

	Due      string   // what is due, as an order, when it is a duty: « rendez-vous à la convocation »
	Aside    bool     // what is due is done otherwise than by speaking there: « puis-je le dire ? » is answered « non »
	Advice   string   // what to do, or how, shown with the answer; may be empty
	Readings []string // both readings, where lawyers disagree
	Weighing *Weighing
	Examples []Case // run by `go test` and by `rules check`
	Place    Place

	when      condition
	facts     factBits // those it reads, if it is no more than facts that must all be so, each once
	must      factBits // those of which some value is needed
	excepts   []string // as written: ids or patterns
	exceptsAt []Place  // where each stands
	exceptIdx []int32  // rules this one defeats
	byIdx     []int32  // rules that defeat this one
	excepted  ruleSet  // rules this one defeats, by rank
	by        ruleSet  // rules that defeat this one, by rank
	rank      int32
	index     int32
}

// Weighing is what must be said when the law leaves a matter to be weighed (a_apprecier):
// who decides, how fast, and what not to do meanwhile.
// NotDue says that speaking is certainly no duty: only its being allowed is weighed.
type Weighing struct {
	Who, When, Without string
	NotDue             bool
}

// exclusion is a combination of facts that cannot be, with its reason.
type exclusion struct {
	when    condition
	leaves  []node // of when, those that must all hold: a quick way to see that it does not
	plain   bool   // when is nothing more than its leaves
	because string
	derived bool // the other side of a deduction
	place   Place
}

// deduction is a fact that follows from others: a social worker is bound by a text.
type deduction struct {
	when    condition
	fact    uint8
	mask    uint64
	because string
	place   Place
}

// definition is a named condition, reusable in rules: « victime_protegee ».
type definition struct {
	id, label string
	when      condition
	place     Place
	used      bool
}
