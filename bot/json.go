package bot

import (
	"encoding/json"

	"motus/rules"
)

// Answer is the contract's answer object. Field order is the contract's; empty lists are [], and
// what does not apply is null. Other ways to the same verdict (« Ou bien ») are told by texte alone: the
// contract has no field for them, and sinon is what applies if none of the ways is open.
type Answer struct {
	ID           json.RawMessage   `json:"id,omitempty"`
	Kind         ReplyKind         `json:"kind"`
	Theme        *string           `json:"theme"`
	Verdict      *string           `json:"verdict"`
	Conditional  bool              `json:"conditionnel"`
	Conditions   []AnswerCondition `json:"conditions"`
	Else         *string           `json:"sinon"`
	Branches     []AnswerBranch    `json:"branches"`
	Rules        []string          `json:"regles"`
	Citations    []AnswerCitation  `json:"citations"`
	Reply        *string           `json:"reponse"`
	Facts        map[string]string `json:"faits"`
	Presumptions map[string]string `json:"presomptions"`
	Missing      []string          `json:"manquants"`
	Date         string            `json:"date"`
	Text         string            `json:"texte"`
	Others       []Answer          `json:"autres,omitempty"`
}

// AnswerCondition is a condition not yet established.
type AnswerCondition struct {
	Fact     string `json:"fait"`
	Expected string `json:"attendu"`
	Label    string `json:"libelle"`
}

// AnswerBranch is what one answer to the question would lead to.
type AnswerBranch struct {
	Fact        string  `json:"fait"`
	Value       string  `json:"valeur"`
	Verdict     *string `json:"verdict"`
	Conditional bool    `json:"conditionnel"`
}

// AnswerCitation is a provision cited.
type AnswerCitation struct {
	Ref     string `json:"ref"`
	Title   string `json:"titre"`
	Since   string `json:"en_vigueur"` // AAAA-MM-JJ, AAAA-MM where only the month is sure, « avant 2008-03-06 », « au plus tard AAAA-MM-JJ », « abrogé AAAA-MM-JJ »
	Changed bool   `json:"modifie_depuis_2008"`
	Source  string `json:"source"`
	URL     string `json:"url"`
}

// JSON makes the contract's object. id is given back as it came; nil if none was given.
func (r *Reply) JSON(id json.RawMessage, on rules.Date) Answer {
	a := Answer{
		ID: id, Kind: r.Kind, Theme: optional(r.Theme), Reply: optional(string(r.Answer)),
		Conditions: []AnswerCondition{}, Branches: []AnswerBranch{}, Rules: []string{}, Citations: []AnswerCitation{},
		Facts: map[string]string{}, Presumptions: map[string]string{}, Missing: []string{},
		Date: on.String(), Text: r.Text(),
	}
	d := &r.Decision
	if r.Kind == KindDecision {
		a.Verdict, a.Else = optional(d.Verdict.String()), optional(d.Else.String())
		a.Conditional = d.Conditional()
		for _, c := range d.Conditions {
			a.Conditions = append(a.Conditions, AnswerCondition{string(c.Key), c.Expected, Typeset(c.Label)})
		}
		for _, id := range d.Rules {
			a.Rules = append(a.Rules, string(id))
		}
	}
	for _, b := range r.Branches {
		a.Branches = append(a.Branches, AnswerBranch{b.Key, b.Value, optional(b.Verdict.String()), b.Conditional})
	}
	for _, c := range r.Citations {
		since := "avant " + rules.SourceDate.String()
		if !c.Since.IsZero() {
			since = c.Since.String()
			switch c.SinceSure {
			case rules.ToTheMonth:
				since = since[:len("2006-01")]
			case rules.AtLatest:
				since = "au plus tard " + since
			}
		}
		if !c.Repealed.IsZero() {
			since = "abrogé " + c.Repealed.String()
		}
		title := c.Title
		if c.Alinea != "" {
			title = c.Alinea + " : " + title
		}
		a.Citations = append(a.Citations, AnswerCitation{c.Ref, Typeset(title), since, c.Changed, c.Source, c.URL})
	}
	for _, kv := range r.Facts {
		a.Facts[kv.Key] = kv.Value
	}
	for _, p := range d.Presumed {
		a.Presumptions[string(p.Key)] = p.Value
	}
	a.Missing = append(a.Missing, r.Missing...)
	for i := range r.Others {
		a.Others = append(a.Others, r.Others[i].JSON(nil, on))
	}
	return a
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
