package bot

import "strings"

const (
	nbsp   = "\u00a0" // before « : » and inside « »
	narrow = "\u202f" // before « ; », « ! » and « ? », and inside numbers
)

var spacing = strings.NewReplacer(
	"« ", "«"+nbsp, " »", nbsp+"»",
	" :", nbsp+":", " ;", narrow+";", " !", narrow+"!", " ?", narrow+"?",
	" €", nbsp+"€", " %", nbsp+"%", "n° ", "n°"+nbsp, "...", "…",
)

// Typeset puts the spaces of French typography into a text written with plain ones, and curls
// its apostrophes.
func Typeset(s string) string {
	return strings.ReplaceAll(spacing.Replace(s), "'", "’")
}

// sentence makes a clause into a sentence: capital first, full stop last.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	r := []rune(s)
	s = strings.ToUpper(string(r[0])) + string(r[1:])
	if !strings.ContainsAny(s[len(s)-1:], ".!?…") {
		s += "."
	}
	return s
}
