package bot

import (
	"motus/rules"
	"motus/rules/comprehension"
)

// answer turns the verdict, which is always about speaking, into the answer to the question as it
// was asked. near reports whether a wrong presumption would make it a duty, or whether it is one
// towards somebody else: then « suis-je obligé ? » is never answered « non » (invariant I-04).
// notDue reports whether what is weighed is certainly no duty. « Est-ce interdit ? » and « puis-je
// refuser ? » deny what « puis-je ? » and « dois-je ? » ask, and a « oui, sous conditions » to those is
// a « non » to them: its conditions are told all the same.
func answer(m comprehension.Modality, d *rules.Decision, near, notDue bool) YesNo {
	if m == comprehension.Open {
		return ""
	}
	if d.Aside() { // to help is due, not to speak there
		if m == comprehension.May || m == comprehension.Must {
			return No
		}
		return Yes
	}
	yes := Yes
	if d.Conditional() {
		yes = YesOnConditions
	}
	switch d.Verdict {
	case rules.Weighed:
		if m == comprehension.Must && notDue && !near && !d.Conditional() {
			return No // excepted from the duty: the weighing is about speaking all the same
		}
		return Depends
	case rules.Allowed:
		switch m {
		case comprehension.May:
			return yes
		case comprehension.Must:
			return notObliged(near)
		case comprehension.Refuse:
			if near {
				return Depends
			}
			return Yes
		}
		return No // is it forbidden? Not on the conditions that the reply names
	case rules.Required:
		switch m {
		case comprehension.Refuse:
			if d.Conditional() && d.Else == rules.Forbidden {
				return Depends // one must speak or one must not: « non » would serve neither
			}
			return No
		case comprehension.Forbidden:
			return No
		}
		return yes
	case rules.Forbidden:
		switch m {
		case comprehension.May:
			return No
		case comprehension.Must:
			return notObliged(near)
		}
		return Yes
	}
	return Depends
}

func approves(a YesNo) bool { return a == Yes || a == YesOnConditions }

func notObliged(near bool) YesNo {
	if near {
		return Depends
	}
	return No
}
