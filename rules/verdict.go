package rules

import (
	"fmt"
	"math/bits"
)

// Verdict is what the law says of speaking, transmitting, helping or appearing.
// Its zero value, NoVerdict, permits nothing.
type Verdict uint8

// The verdicts, from the contract. Order is fixed: renderers and golden files rely on it.
const (
	NoVerdict Verdict = iota
	Forbidden         // interdit: the person must stay silent towards that recipient
	Allowed           // autorise: the law lets the person speak and does not impose it
	Required          // obligatoire: the law imposes speaking, transmitting or helping
	Weighed           // a_apprecier: the law leaves it to a weighing, no automatic answer is honest
)

// AllVerdicts lists the verdicts a rule may give, in their fixed order.
var AllVerdicts = [...]Verdict{Forbidden, Allowed, Required, Weighed}

var verdictIDs = [...]string{"", "interdit", "autorise", "obligatoire", "a_apprecier"}
var verdictLabels = [...]string{"", "interdit", "autorisé", "obligatoire", "à apprécier"}

// String returns the id used in data and JSON: "interdit", "autorise", "obligatoire",
// "a_apprecier", or "" for NoVerdict.
func (v Verdict) String() string {
	if int(v) < len(verdictIDs) {
		return verdictIDs[v]
	}
	return fmt.Sprintf("Verdict(%d)", uint8(v))
}

// Label returns the verdict as a French reader sees it, with its accents.
func (v Verdict) Label() string {
	if int(v) < len(verdictLabels) {
		return verdictLabels[v]
	}
	return v.String()
}

// ParseVerdict reads a verdict id. It accepts nothing but the four ids.
func ParseVerdict(s string) (Verdict, error) {
	for _, v := range AllVerdicts {
		if s == verdictIDs[v] {
			return v, nil
		}
	}
	return NoVerdict, fmt.Errorf("verdict inconnu « %s » : interdit, autorise, obligatoire ou a_apprecier", s)
}

// VerdictSet is a set of verdicts.
type VerdictSet uint8

// Has reports whether v is in the set.
func (s VerdictSet) Has(v Verdict) bool { return s&(1<<v) != 0 }

// With returns the set with v added.
func (s VerdictSet) With(v Verdict) VerdictSet { return s | 1<<v }

// Len returns how many verdicts the set holds.
func (s VerdictSet) Len() int {
	return bits.OnesCount8(uint8(s))
}

// Verdicts lists the set in the fixed order of AllVerdicts.
func (s VerdictSet) Verdicts() []Verdict {
	var out []Verdict
	for _, v := range AllVerdicts {
		if s.Has(v) {
			out = append(out, v)
		}
	}
	return out
}
