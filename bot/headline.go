package bot

import (
	"motus/rules"
	"motus/rules/comprehension"
)

// headline answers as asked: its first word is the answer, the sign comes last and never
// contradicts it.
func (c *composer) headline(a YesNo, d *rules.Decision) string {
	m := c.q.Modality
	first, rest := "", ""
	cond := d.Conditional()
	switch d.Verdict {
	case rules.Allowed:
		rest = "la loi le permet sans l'imposer"
		switch {
		case a == Yes && m == comprehension.Refuse:
			first, rest = "Oui", "vous pouvez vous taire : la loi permet de parler sans l'imposer"
		case a == Yes:
			first, rest = "Oui", "vous le pouvez"
		case a == YesOnConditions:
			first, rest = "Oui, sous conditions", ""
		case a == No && m == comprehension.Forbidden:
			first, rest = "Non, ce n'est pas interdit", "la loi le permet"
		case a == No:
			first, rest = "Non, hors péril", "la loi vous le permet sans vous l'imposer"
		case a == Depends && m == comprehension.Forbidden:
			first, rest = "Cela dépend", "la loi le permet sous conditions"
		case a == Depends:
			first = "Cela dépend"
		case cond:
			first, rest = "Autorisé, sous conditions", ""
		default:
			first, rest = "Autorisé", "vous pouvez parler, rien ne vous y oblige par ce texte"
		}
	case rules.Required:
		rest = c.due(d)
		switch {
		case a == No:
			first = "Non, c'est obligatoire"
		case a == Depends:
			first = "Cela dépend : c'est obligatoire sous conditions"
		case a == YesOnConditions:
			first = "Oui, c'est obligatoire sous conditions"
		case a == Yes:
			first = "Oui, c'est obligatoire"
		case cond:
			first = "C'est obligatoire sous conditions"
		default:
			first = "C'est obligatoire"
		}
	case rules.Forbidden:
		rest = "gardez le silence"
		switch {
		case a == No:
			first = "Non"
			if d.Reserve != nil {
				first = "Non, sauf péril"
			}
		case a == Yes && m == comprehension.Forbidden:
			first = "Oui, c'est interdit"
		case a == Yes:
			first, rest = "Oui, vous pouvez, et devez, refuser", "gardez le silence"
		case a == Depends:
			first, rest = "Cela dépend", "c'est obligatoire dans les cas dits plus bas ; sinon, gardez le silence"
		default:
			first = "Interdit"
			if d.Reserve != nil {
				first = "Interdit, sauf péril"
			}
		}
	case rules.Weighed:
		switch a {
		case Depends:
			first, rest = "Cela dépend", "la loi laisse à apprécier"
		case No:
			first, rest = "Non, hors péril", "vous n'êtes pas puni pour vous être tu ; parler, lui, se pèse"
		default:
			first, rest = "À apprécier", "la loi ne donne pas de réponse toute faite"
		}
	}
	if n := c.dated(); n != "" {
		first += " (" + n + ")"
	}
	if rest != "" {
		first += " : " + rest
	}
	return first + ". " + sign(d.Verdict)
}

// dated says that the answer is not of today, and whether the law has changed since.
func (c *composer) dated() string {
	switch {
	case c.on == c.today:
		return ""
	case c.on.Before(c.today) && c.b.SameLaw(c.on, c.today):
		return "droit du " + c.on.French() + ", inchangé depuis"
	case c.on.Before(c.today):
		return "droit du " + c.on.French() + ", périmé"
	}
	return "droit tel qu'on le connaît, pour le " + c.on.French()
}

// due says what must be done: to speak, to appear, to answer, to help.
func (c *composer) due(d *rules.Decision) string {
	for _, id := range d.Rules {
		if due := c.b.Rule(id).Due; due != "" {
			return due
		}
	}
	return ""
}

func sign(v rules.Verdict) string {
	switch v {
	case rules.Forbidden:
		return "⛔"
	case rules.Allowed:
		return "✅"
	case rules.Required:
		return "❗"
	case rules.Weighed:
		return "⚖️"
	}
	return ""
}

func otherwise(v rules.Verdict) string {
	switch v {
	case rules.Forbidden:
		return "interdit, gardez le silence"
	case rules.Allowed:
		return "autorisé"
	case rules.Required:
		return "obligatoire"
	}
	return "à apprécier"
}
