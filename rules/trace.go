package rules

// Outcome is what became of a rule in a decision.
type Outcome uint8

const (
	Failed   Outcome = iota // a condition is false
	Held                    // it holds, and decides or agrees with what decides
	Open                    // it may hold: a condition is not known
	Defeated                // it holds or may hold, but an exception holds
)

var outcomeIDs = [...]string{"écartée", "tient", "ouverte", "vaincue"}

// String says the outcome in French: « tient », « écartée », « ouverte », « vaincue ».
func (o Outcome) String() string { return outcomeIDs[o] }

// Step is one rule of a trace: what became of it and on which fact.
type Step struct {
	Rule    *Rule
	By      *Rule // the exception that defeated it
	On      *Fact // the fact on which it failed or stayed open
	Outcome Outcome
}

// Trace says what became of every rule in force that day, those that defeat others first. It
// decides again, so that a decision that nobody asks to explain costs nothing.
func (d *Decision) Trace() []Step {
	b := d.base
	if b == nil || d.Conflict != "" {
		return nil
	}
	var v view
	b.see(&d.facts, nil, &v)
	e := b.epochAt(d.On)
	var s standing
	b.weigh(e, &v.w, &s)
	steps := make([]Step, 0, len(b.ranked))
	for i := range e.active.all() {
		r := b.ranked[i]
		st := Step{Rule: r}
		var on *node
		hold := r.when.eval(&v.w)
		st.By = b.defeater(&s, r, r.by.and(s.may))
		switch {
		case hold == no:
			st.Outcome, st.By, on = Failed, nil, r.when.firstFalse(&v.w)
		case st.By != nil:
			st.Outcome = Defeated
		case hold == open:
			st.Outcome, on = Open, r.when.openLeaf(&v.w)
		default:
			st.Outcome = Held
		}
		if on != nil {
			st.On = b.facts[on.fact]
		}
		steps = append(steps, st)
	}
	return steps
}

// firstFalse returns the first leaf that is false in w, for the trace.
func (c condition) firstFalse(w *world) *node {
	for i := range c {
		if c[i].op == opIs && w[c[i].fact]&c[i].mask == 0 {
			return &c[i]
		}
	}
	return nil
}
