package cli

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"motus/bot"
	"motus/rules"
	"motus/rules/comprehension"
)

// renderer lays text out for a terminal: paragraphs and lists, folded at the width. Colour only
// repeats what words and signs already say.
type renderer struct {
	out   strings.Builder
	width int
	color bool
}

const (
	bold  = "1"
	faint = "2"
	red   = "1;31"
	green = "1;32"
	amber = "1;33"
)

const maxWidth = 100 // longer lines are hard to read

func (r *renderer) String() string { return r.out.String() }

func (r *renderer) reply(p *bot.Reply) {
	color := bold
	if p.Kind == bot.KindDecision {
		switch p.Decision.Verdict {
		case rules.Forbidden, rules.Required:
			color = red
		case rules.Allowed:
			color = green
		case rules.Weighed:
			color = amber
		}
	}
	style := map[bot.Role]string{bot.Headline: color, bot.Alert: "", bot.Foot: faint}
	if p.Urgent() {
		style[bot.Alert] = red
	}
	for _, part := range p.Parts() {
		if part.Items != nil {
			r.list(part.Text, part.Items)
		} else {
			r.styled(style[part.Role], part.Text)
		}
	}
}

// citations says each text cited, with its whole effect.
func citations(cs []rules.Citation) []string {
	var out []string
	for _, c := range cs {
		out = append(out, bot.CitationLine(c, c.Says))
	}
	return out
}

func (r *renderer) title(s string) { r.styled(bold, s) }
func (r *renderer) para(s string)  { r.styled("", s) }

func (r *renderer) styled(style, s string) {
	if s == "" {
		return
	}
	if r.out.Len() > 0 {
		r.out.WriteByte('\n')
	}
	for _, l := range r.fold(bot.Typeset(s), "") {
		if style != "" && r.color {
			l = "\x1b[" + style + "m" + l + "\x1b[0m"
		}
		r.out.WriteString(l + "\n")
	}
}

func (r *renderer) list(head string, items []string) {
	if len(items) == 0 {
		return
	}
	r.para(head)
	for _, it := range items {
		for i, l := range r.fold(bot.Typeset(it), "    ") {
			if i == 0 {
				l = "  – " + strings.TrimPrefix(l, "    ")
			}
			r.out.WriteString(l + "\n")
		}
	}
}

func (r *renderer) blank() { r.out.WriteByte('\n') }

// item writes a line whose first columns stand apart, folded under its last one.
func (r *renderer) item(head, s string) {
	head = bot.Typeset(head)
	pad := strings.Repeat(" ", utf8.RuneCountInString(head))
	for i, l := range r.fold(bot.Typeset(s), pad) {
		if i == 0 {
			l = head + strings.TrimPrefix(l, pad)
		}
		r.out.WriteString(l + "\n")
	}
}

// fold cuts a text into lines within the width, at plain spaces only: a non-breaking space stays
// with its word. Every line is indented. Without a terminal, lines are not cut.
func (r *renderer) fold(s, indent string) []string {
	width := min(r.width, maxWidth)
	if r.width <= 0 {
		return []string{indent + s}
	}
	var lines []string
	cur := indent
	empty := true
	for _, w := range strings.Split(s, " ") {
		if !empty && utf8.RuneCountInString(cur)+1+utf8.RuneCountInString(w) > width {
			lines = append(lines, cur)
			cur, empty = indent, true
		}
		if !empty {
			cur += " "
		}
		cur += w
		empty = false
	}
	return append(lines, cur)
}

// ends keeps the first and the last word of what a term covers: those between may be anyone's, since
// a term may leap over some. What shows nothing is taken out.
func ends(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) })
	if len(words) > 2 {
		return words[0] + " … " + words[len(words)-1]
	}
	return strings.Join(words, " ")
}

// trace shows which words gave what, and what became of each rule that was not simply set aside.
func (r *renderer) trace(b *rules.Base, text string, q comprehension.Question, p *bot.Reply) {
	var spans []string
	for _, s := range q.Spans {
		if s.Start == s.End {
			spans = append(spans, s.Gives) // no word says it
			continue
		}
		spans = append(spans, fmt.Sprintf("« %s » → %s", ends(text[s.Start:s.End]), s.Gives))
	}
	if len(spans) == 0 {
		spans = []string{"aucun mot reconnu"}
	}
	r.list("Compris :", spans)
	var facts []string
	for _, kv := range b.Known(q.Facts) {
		facts = append(facts, kv.String())
	}
	r.list("Faits :", facts)
	r.list("Demande :", []string{kindSays[q.Kind] + " ; " + theme(q, p)})
	var steps []string
	aside := 0
	for _, s := range p.Decision.Trace() {
		if s.Outcome == rules.Failed {
			aside++
			continue
		}
		l := string(s.Rule.ID) + " " + s.Outcome.String()
		switch {
		case s.By != nil:
			l += " par " + string(s.By.ID)
		case s.On != nil:
			l += " sur " + string(s.On.Key)
		}
		steps = append(steps, l)
	}
	if aside > 0 {
		steps = append(steps, fmt.Sprintf("%d autres règles écartées", aside))
	}
	r.list("Règles :", steps)
}

// kindSays says what a text was taken to ask.
var kindSays = [...]string{
	comprehension.NotUnderstood: "rien de reconnu", comprehension.Decision: "un verdict", comprehension.Notion: "une notion",
	comprehension.OutOfScope: "hors champ", comprehension.Unsure: "un mot est resté obscur", comprehension.Vague: "trop vague pour un verdict",
}

// theme says the reply's theme and where it comes from.
func theme(q comprehension.Question, p *bot.Reply) string {
	switch {
	case p.Theme == "":
		return "aucun thème"
	case q.Card != nil:
		return "thème " + p.Theme + ", celui de la fiche " + q.Card.ID
	case q.Theme != "":
		return "thème " + p.Theme + ", dit par le texte"
	case len(p.Decision.Rules) > 0:
		return "thème " + p.Theme + ", celui de la règle " + string(p.Decision.Rules[0])
	}
	return "thème " + p.Theme + ", celui de la question renvoyée"
}
