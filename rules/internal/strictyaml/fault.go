// Package strictyaml reads the YAML files of the law: every key is asked for, what is left over is
// a fault, and each fault is told in French with its place, its line and how to mend it.
package strictyaml

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Place is where something stands in the data, with the line as it is written there.
type Place struct {
	File      string
	Line, Col int // from 1; 0 for a whole file
	Excerpt   string
}

// Fault is one thing wrong in the data: where, what, and how to mend it, in French.
type Fault struct {
	Place
	Problem string
	Mend    string // what was expected, or what to do; may be empty
	Also    []Also
}

// Also is another place that a fault speaks of, and what it has to do with it.
type Also struct {
	Place
	Says string
}

// Error prints the fault as a reader of the data needs it: place, problem, the line with a
// caret under the column, the other places in the same way, and the mend.
func (f *Fault) Error() string {
	var s strings.Builder
	f.show(&s, f.Problem)
	for _, a := range f.Also {
		s.WriteString("\n  ")
		a.show(&s, a.Says)
	}
	if f.Mend != "" {
		s.WriteString("\n  " + strings.ReplaceAll(f.Mend, "\n", "\n  "))
	}
	return s.String()
}

// A line longer than this is shown around the column only, so far on each side.
const (
	longLine = 200
	around   = 60
)

// show writes what is to be said of a place, and the line that stands there.
func (p *Place) show(s *strings.Builder, what string) {
	if p.File != "" {
		s.WriteString(p.File)
		if p.Line > 0 {
			fmt.Fprintf(s, ":%d", p.Line)
			if p.Col > 0 {
				fmt.Fprintf(s, ":%d", p.Col)
			}
		}
		s.WriteString(" : ")
	}
	s.WriteString(what)
	if p.Excerpt != "" {
		line, caret := p.excerpt()
		s.WriteString("\n    " + line + "\n    " + caret)
	}
}

// excerpt is the line, cut around the column if it is long, and a caret under it. A tab
// keeps its width; accents count for one.
func (p *Place) excerpt() (line, caret string) {
	runes := []rune(p.Excerpt)
	at := min(max(p.Col-1, 0), len(runes))
	before, after := runes[:at], runes[at:]
	if len(runes) > longLine && len(before) > around {
		before = append([]rune("…"), before[len(before)-around:]...)
	}
	if len(runes) > longLine && len(after) > around {
		after = append(after[:around:around], '…')
	}
	var pad strings.Builder
	for _, r := range before {
		if r != '\t' {
			r = ' '
		}
		pad.WriteRune(r)
	}
	return string(before) + string(after), pad.String() + "^"
}

// Faults returns every Fault that err joins, in order.
func Faults(err error) []*Fault {
	if err == nil {
		return nil
	}
	if f, ok := errors.AsType[*Fault](err); ok {
		if joined, ok := err.(interface{ Unwrap() []error }); ok {
			var out []*Fault
			for _, e := range joined.Unwrap() {
				out = append(out, Faults(e)...)
			}
			return out
		}
		return []*Fault{f}
	}
	return nil
}

// Suggest ends an error with the nearest known word, or with the list when it is short.
func Suggest(word string, known []string) string {
	if best := Nearest(word, known); best != "" {
		return fmt.Sprintf(" : voulez-vous dire « %s » ?", best)
	}
	known = slices.DeleteFunc(slices.Clone(known), func(s string) bool { return s == "" })
	if len(known) > 0 && len(known) <= 12 {
		return " : on attend " + strings.Join(known, ", ")
	}
	return ""
}

// Among ends an error as Suggest does; where neither tells anything, with the first of the known words, how many
// there are and where they are shown.
func Among(word string, known []string, shown string) string {
	if hint := Suggest(word, known); hint != "" || len(known) == 0 {
		return hint
	}
	return fmt.Sprintf(" : on attend %s… (%d en tout ; %s)", strings.Join(known[:12], ", "), len(known), shown)
}

// Nearest returns the known word spelt most like word, a third of its letters apart at most.
func Nearest(word string, known []string) string {
	best, dist := "", 1+len([]rune(word))/3
	for _, k := range known {
		if d := distance(word, k); d <= dist && (best == "" || d < dist) {
			best, dist = k, d
		}
	}
	return best
}

// distance is the number of letters to add, drop, change or swap to turn a into b.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	rows := [3][]int{make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)}
	for j := range rows[1] {
		rows[1][j] = j
	}
	for i := 1; i <= len(s); i++ {
		cur := rows[2]
		cur[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			cur[j] = min(rows[1][j]+1, cur[j-1]+1, rows[1][j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				cur[j] = min(cur[j], rows[0][j-2]+1)
			}
		}
		rows[0], rows[1], rows[2] = rows[1], rows[2], rows[0]
	}
	return rows[1][len(t)]
}
