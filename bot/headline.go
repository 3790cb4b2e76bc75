package bot

import (
	"strings"

	"motus/rules"
	"motus/rules/comprehension"
)

// headline answers as asked: its first word is the answer, the sign comes last and never
// contradicts it.
func (c *composer) headline(a YesNo, d *rules.Decision, owed []rules.Owed, disputed bool) string {
	m := c.q.Modality
	if d.Aside() {
		return c.asideHeadline(a, d)
	}
	first, rest := "", ""
	cond := d.Conditional()
	switch d.Verdict {
	case rules.Allowed:
		rest = "la loi le permet sans l'imposer"
		switch {
		case a == Yes && m == comprehension.Refuse:
			first, rest = "Oui", "vous pouvez vous taire, la loi permet de parler sans l'imposer"
		case a == Yes:
			first, rest = "Oui", "vous le pouvez"
		case a == YesOnConditions:
			first, rest = "Oui, sous conditions", ""
		case a == No && m == comprehension.Forbidden:
			first, rest = "Non, ce n'est pas interdit", "la loi le permet"
			if cond {
				rest += " sous conditions"
			}
		case a == No:
			first, rest = "Non, hors péril", "ce texte le permet, il ne dispense pas d'agir"
		case a == Depends:
			first = "Cela dépend"
			switch {
			case elsewhere(owed):
				rest = c.towards(owed, "la loi le permet", "c'est un devoir")
			case disputed:
				rest = "la loi le permet, savoir si elle y oblige est discuté"
			}
		case cond:
			first, rest = "Autorisé, sous conditions", ""
		default:
			first, rest = "Autorisé", "vous pouvez parler, rien ne vous y oblige par ce texte"
		}
	case rules.Required:
		rest = c.due(d)
		if elsewhere(owed) && d.Else != rules.Required { // what is due there hangs on the conditions
			rest = c.towards(owed, "selon les conditions", "c'est un devoir")
		}
		switch {
		case a == No && cond:
			first = "Non, c'est obligatoire sous conditions"
		case a == No:
			first = "Non, c'est obligatoire"
		case a == Depends:
			first = "Cela dépend"
			if !elsewhere(owed) {
				rest = "c'est obligatoire sous conditions, " + rest
			}
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
		rest = c.refrain()
		switch {
		case a == No:
			first = "Non"
			if d.Reserve != nil && !d.Reserve.Aside {
				first = "Non, sauf péril"
			}
		case a == Yes && m == comprehension.Forbidden:
			first = "Oui, c'est interdit"
		case a == Yes:
			first = "Oui, vous pouvez, et devez, refuser"
		case a == Depends:
			first, rest = "Cela dépend", "c'est obligatoire dans les cas dits plus bas ; sinon, "+c.refrain()
			if elsewhere(owed) {
				rest = c.towards(owed, c.refrain(), "c'est un devoir")
			}
		default:
			first = "Interdit"
			if d.Reserve != nil && !d.Reserve.Aside {
				first = "Interdit, sauf péril"
			}
		}
	case rules.Weighed:
		switch a {
		case Depends:
			first, rest = "Cela dépend", "la loi laisse à apprécier"
			if elsewhere(owed) {
				rest = c.towards(owed, "la loi laisse à apprécier", "c'est un devoir")
			}
		case No:
			first, rest = "Non, hors péril", "vous n'êtes pas puni pour vous être tu ; parler, lui, se pèse"
		default:
			first, rest = "À apprécier", "la loi ne donne pas de réponse toute faite"
		}
	}
	if len(c.q.Also) > 0 && !strings.HasPrefix(rest, "envers ") { // not to whom the question named
		first += ", envers " + c.recipient(c.b.Get(c.q.Facts, "destinataire"))
	}
	if n := c.dated(); n != "" {
		first += " (" + n + ")"
	}
	if rest != "" {
		first += " : " + rest
	}
	return first + ". " + sign(d.Verdict)
}

// asideHeadline is for a duty that speaking there would not do: one helps, otherwise.
func (c *composer) asideHeadline(a YesNo, d *rules.Decision) string {
	first := map[YesNo]string{No: "Non, pas ainsi", Yes: "Oui, taisez-vous là"}[a]
	switch {
	case a == Yes && c.q.Modality == comprehension.Forbidden:
		first = "Oui, pas ainsi"
	case a == "":
		first = "Pas ainsi"
	}
	if n := c.dated(); n != "" {
		first += " (" + n + ")"
	}
	return first + " : " + c.due(d) + ". " + sign(d.Verdict)
}

// towards says what the law says of the one asked about, and to whom it is a duty: « envers le
// procureur, la loi le permet ; envers le juge qui vous a mandaté, c'est un devoir ».
func (c *composer) towards(owed []rules.Owed, here, duty string) string {
	to := c.recipient(c.b.Get(c.q.Facts, "destinataire"))
	if to == "" {
		to = "ici"
	} else {
		to = "envers " + to
	}
	o := owed[0]
	s := to + ", " + here + " ; envers " + o.Label + ", " + duty
	if o.When != "" {
		s += " " + o.When
	}
	return s
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

// refrain says what is not to be done, where it is forbidden: to speak, or to hand over. A requisition
// is not met with silence.
func (c *composer) refrain() string {
	switch {
	case !c.known("acte", "remettre_document"):
		return "gardez le silence"
	case c.known("fonction", "direction"):
		return "ne remettez rien"
	}
	return "ne remettez rien vous-même"
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

// otherwise says what else would lead to the verdict, then what applies if no condition holds.
func (c *composer) otherwise(d *rules.Decision) string {
	var parts []string
	for _, way := range d.OtherWays() {
		labels := make([]string, len(way))
		for i, c := range way {
			labels[i] = c.Label
		}
		parts = append(parts, "Ou bien : "+strings.Join(labels, " ; ")+".")
	}
	if d.Else != rules.NoVerdict {
		parts = append(parts, "Sinon : "+c.inWords(d.Else)+".")
	}
	return strings.Join(parts, " ")
}

func (c *composer) inWords(v rules.Verdict) string {
	switch v {
	case rules.Forbidden:
		return "interdit, " + c.refrain()
	case rules.Allowed:
		return "autorisé"
	case rules.Required:
		return "obligatoire"
	}
	return "à apprécier"
}
