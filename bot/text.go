package bot

import (
	"strings"
	"unicode/utf8"

	"motus/rules"
)

// Role says what a part of a reply is, so that an adapter may set it in its own way.
type Role uint8

// The roles, in no order.
const (
	Plain    Role = iota
	Headline      // the answer itself
	Alert         // present danger
	Folded        // may be folded where a platform can: texts, gaps
	Foot
)

// Part is a paragraph, a list under its heading, or both.
type Part struct {
	Role  Role
	Text  string
	Items []string
}

// Parts lists what a reply says, in the order in which every adapter says it. None is empty.
func (r *Reply) Parts() []Part {
	var out []Part
	para := func(role Role, text string) {
		if text != "" {
			out = append(out, Part{role, text, nil})
		}
	}
	list := func(role Role, head string, items []string) {
		if len(items) > 0 {
			out = append(out, Part{role, Typeset(head), items})
		}
	}
	para(Headline, r.Headline)
	if r.Urgent() {
		para(Alert, r.Alert)
	}
	para(Plain, r.Scope)
	para(Plain, strings.Join(r.Why, " "))
	list(Plain, "Conditions :", r.Conditions)
	para(Plain, r.Otherwise)
	if r.Decision.Conflict != "" {
		para(Plain, r.Ask)
	}
	list(Plain, r.Cases, r.branchLines(r.Branches))
	list(Plain, r.NextAsk, r.branchLines(r.Next))
	list(Plain, disputeLine, r.Readings)
	para(Plain, strings.Join(r.Advice, " "))
	list(Plain, "Vous n'avez pas parlé de ceci, qui changerait la réponse :", r.Openings)
	if !r.Urgent() {
		para(Alert, r.Alert)
	}
	r.otherParts(para, list)
	para(Plain, r.Presumed)
	list(Folded, "Textes :", append(CitationLines(r.Citations), texts(r.NoText)...))
	list(Folded, "Le document de 2008 et la loi :", r.Gaps)
	list(Plain, "Questions proches :", r.Near)
	para(Foot, r.Foot)
	return out
}

// texts makes a list of a text, none if it is empty.
func texts(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// Text is the whole reply as plain text: what a screen reader reads, and the contract's « texte ».
func (r *Reply) Text() string {
	var s strings.Builder
	for i, p := range r.Parts() {
		if i > 0 {
			s.WriteString("\n\n")
		}
		s.WriteString(p.Text)
		for _, it := range p.Items {
			s.WriteString("\n– " + it)
		}
	}
	return s.String()
}

// manyBranches is from how many branches a reader gets them by verdict, not one a line.
const manyBranches = 8

// BranchLines says what each answer would lead to: one a line if they are few, else gathered by
// verdict, what is forbidden last as « toute autre réponse ».
func BranchLines(branches []Branch) []string {
	var lines []string
	if len(branches) < manyBranches {
		for _, b := range branches {
			lines = append(lines, Typeset(b.Label+" : "+branchVerdict(b)))
		}
		return lines
	}
	gathered := map[string][]string{}
	var order []string
	for _, b := range branches {
		v := branchVerdict(b)
		if _, ok := gathered[v]; !ok && v != rules.Forbidden.Label() {
			order = append(order, v)
		}
		gathered[v] = append(gathered[v], b.Label)
	}
	for _, v := range order {
		lines = append(lines, Typeset(v+" : "+strings.Join(gathered[v], " ; ")))
	}
	if v := rules.Forbidden.Label(); len(gathered[v]) > 0 {
		lines = append(lines, Typeset("toute autre réponse : "+v))
	}
	return lines
}

// branchLines says what each answer would lead to, and the recipients left out.
func (r *Reply) branchLines(branches []Branch) []string {
	lines := BranchLines(branches)
	if r.Elsewhere != "" && len(branches) > 0 && branches[0].Key == "destinataire" {
		lines = append(lines, r.Elsewhere)
	}
	return lines
}

// branchVerdict says what a branch leads to: « obligatoire, sous conditions ».
func branchVerdict(b Branch) string {
	if b.Verdict == rules.NoVerdict {
		return "un autre fait décide"
	}
	v := b.Verdict.Label()
	if b.Conditional {
		v += ", sous conditions"
	}
	return v
}

// shortEffect bounds what a reply has room for on a text's effect, in characters.
const shortEffect = 140

// CitationLines says each citation on one line: reference, title, since when, what changed, and its
// effect where that is short. A longer one is not cut: what follows may be the exception.
func CitationLines(cs []rules.Citation) []string {
	var out []string
	for _, c := range cs {
		effect := c.Says
		if utf8.RuneCountInString(effect) > shortEffect {
			effect = ""
		}
		out = append(out, CitationLine(c, effect))
	}
	return out
}

// CitationLine says a citation on one line, then its effect; none if that is empty.
func CitationLine(c rules.Citation, effect string) string {
	line := c.Name() + " (" + c.Title + ") : " + InForce(c)
	if c.Source != "" {
		line += " ; " + c.Source
	}
	line += toCheck(c)
	if effect != "" {
		line += ". " + effect
	}
	return Typeset(line)
}

// InForce says since when the wording of a citation applies, what changed since 2008, and whether
// it changed again after the day asked about. « Inchangé » is said of what was compared only.
func InForce(c rules.Citation) string {
	switch {
	case c.Ruling:
		return "décision de justice"
	case !c.Repealed.IsZero():
		return "abrogé le " + c.Repealed.French() + ", cité pour l'histoire"
	}
	s := "en vigueur, " + found(c)
	switch {
	case c.Created && c.SinceSure == rules.AtLatest:
		s = "en vigueur, " + since(c.Since, c.SinceSure)
	case c.Created:
		s = "créé après 2008, en vigueur depuis " + since(c.Since, c.SinceSure)
	case c.Words:
		s = "modifié depuis 2008 pour le seul vocabulaire, " + since(c.Since, c.SinceSure)
	case c.Changed && c.SinceSure == rules.AtLatest:
		s = "modifié depuis 2008, à une date non établie, " + since(c.Since, c.SinceSure)
	case c.Changed:
		s = "modifié depuis 2008, en vigueur depuis " + since(c.Since, c.SinceSure)
	case c.LaterSure == rules.AtLatest:
		s = "en vigueur en 2008"
	case !c.Later.IsZero() || c.Ended:
		s = "en vigueur ce jour-là"
	case !rules.SourceDate.Before(c.VerifiedTo):
		s = "en vigueur en 2008"
	}
	if c.Change != "" {
		s += " (" + strings.TrimSuffix(lowerFirst(c.Change), ".") + ")"
	}
	switch {
	case c.LaterSure == rules.AtLatest:
		s += ", modifié à une date non établie, " + since(c.Later, c.LaterSure)
	case !c.Later.IsZero():
		s += ", modifié ensuite (" + since(c.Later, c.LaterSure) + ")"
	case c.Becomes != "":
		s += ", devenu ensuite " + c.Becomes
	case c.Ended:
		s += ", abrogé ensuite"
	}
	return s
}

// found says what is known of a text that no version shows to have changed. How far it was read, toCheck says of
// one read long ago.
func found(c rules.Citation) string {
	switch {
	case c.Unchanged:
		return "inchangé depuis 2008"
	case c.Stale:
		return "aucun changement relevé"
	}
	return "aucun changement relevé jusqu'en " + c.VerifiedTo.MonthYear()
}

func since(d rules.Date, sure rules.Precision) string {
	switch sure {
	case rules.ToTheMonth:
		return d.MonthYear()
	case rules.AtLatest:
		return "au plus tard le " + d.French()
	}
	return "le " + d.French()
}

// toCheck says why a citation is to be checked before one relies on it, or "".
func toCheck(c rules.Citation) string {
	var why []string
	if c.Doubtful {
		why = append(why, "source incertaine")
	}
	switch {
	case c.Unread: // « modifié en 2023 » must not pass for read then
		why = append(why, "cette version n'a pas été lue, le texte l'a été jusqu'en "+c.VerifiedTo.MonthYear())
	case c.Stale:
		why = append(why, "lu jusqu'en "+c.VerifiedTo.MonthYear())
	}
	if len(why) == 0 {
		return ""
	}
	return " ; à vérifier : " + strings.Join(why, ", ")
}

// typeset says every text of the reply in its final form, French typography and all.
func (r *Reply) typeset(final func(string) string) {
	for _, s := range []*string{&r.Alert, &r.Headline, &r.Scope, &r.Otherwise, &r.NoText, &r.Ask, &r.Elsewhere, &r.Presumed, &r.Foot} {
		*s = final(*s)
	}
	for _, list := range []*[]string{&r.Why, &r.Conditions, &r.Advice, &r.Openings, &r.Readings, &r.Gaps, &r.Near} {
		out := make([]string, len(*list))
		for i, s := range *list {
			out[i] = final(s)
		}
		*list = out
	}
	for _, list := range [][]Branch{r.Branches, r.Next} {
		for i := range list {
			list[i].Label = final(list[i].Label)
		}
	}
}
