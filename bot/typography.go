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
