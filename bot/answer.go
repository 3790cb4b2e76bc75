package bot

import (
	"motus/rules"
	"motus/rules/comprehension"
)

// answer turns the verdict, which is always about speaking, into the answer to the question as it
// was asked. duties are those that a wrong presumption would create: as long as there is one,
// « suis-je obligé ? » is never answered « non » (invariant I-04).
func answer(m comprehension.Modality, d *rules.Decision, duties []rules.Duty) YesNo {
	if m == comprehension.Open {
		return ""
	}
	yes := Yes
	if d.Conditional() {
		yes = YesOnConditions
	}
	switch d.Verdict {
	case rules.Weighed:
		if m == comprehension.Must && len(duties) == 0 && !d.Conditional() {
			return No // excepted from the duty: the weighing is about speaking all the same
		}
		return Depends
	case rules.Allowed:
		switch m {
		case comprehension.May:
			return yes
		case comprehension.Must:
			return notObliged(d, duties)
		case comprehension.Refuse:
			if len(duties) > 0 {
				return Depends
			}
			return Yes
		}
		if d.Conditional() {
			return Depends
		}
		return No // is it forbidden?
	case rules.Required:
		switch m {
		case comprehension.Refuse, comprehension.Forbidden:
			if d.Conditional() {
				return Depends
			}
			return No
		}
		return yes
	case rules.Forbidden:
		switch m {
		case comprehension.May:
			return No
		case comprehension.Must:
			return notObliged(d, duties)
		}
		return Yes
	}
	return Depends
}

func notObliged(d *rules.Decision, duties []rules.Duty) YesNo {
	if len(duties) > 0 {
		return Depends
	}
	return No
}
