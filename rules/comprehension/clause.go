package comprehension

import "slices"

// clauses parts the clauses of a text typed in one stream, with no sign at all: before a subject and its
// verb, « elle travaille au noir la caf demande », « madame refuse je signale ».
func clauses(tokens []token, text string) []token {
	const few = 8 // shorter texts are one clause, or as good as one
	if len(tokens) < few || slices.ContainsFunc(tokens[1:len(tokens)-1], func(t token) bool { return t.word == boundary }) {
		return tokens
	}
	var out []token
	done := 0
	for i := 3; i+2 < len(tokens); i++ {
		if !begins(tokens, i, text) {
			continue
		}
		out = append(append(out, tokens[done:i]...), token{word: boundary, start: tokens[i].start, end: tokens[i].start})
		done = i
	}
	if done == 0 {
		return tokens
	}
	return append(out, tokens[done:]...)
}

// begins reports whether a clause begins at tokens[i], with no word to join it to what stands before.
func begins(tokens []token, i int, text string) bool {
	t, before := &tokens[i], tokens[i-1].word
	if t.of || t.to || text[max(t.start-1, 0)] == '-' {
		return false
	}
	switch {
	case t.word == "je" || t.word == "on" || t.word == "il":
		if turned[before] || pronouns[before] {
			return false
		}
	case t.det:
		if !demandedBy(tokens, i+1) || pronouns[t.word] || didIt(tokens, i) {
			return false
		}
	case possessives[t.word]:
		if !demandedBy(tokens, i+2) {
			return false
		}
	default:
		if next := tokens[i+1].word; next != "je" && next != "on" || !mayI[t.word] || pronouns[before] || clitics[before] {
			return false
		}
	}
	return !subordinate[before] && !links[before] && !joins[before]
}

// didIt reports whether what begins at tokens[i] is what « qui » did: « le juge qui nous a confié l'AEMO veut ».
func didIt(tokens []token, i int) bool {
	return tokens[i-1].acute && slices.ContainsFunc(tokens[max(i-5, 0):i], func(t token) bool { return t.word == "qui" })
}

// demandedBy reports whether a verb that demands stands at tokens[i], « me » or « nous » before it or not.
func demandedBy(tokens []token, i int) bool {
	if i+1 < len(tokens) && (tokens[i].word == "me" || tokens[i].word == "nou") {
		i++
	}
	return i < len(tokens) && demanding[tokens[i].word] && !tokens[i].det && !tokens[i].of
}

var mayI = words("puis peut doit dois")

var joins = words("et ou mais ni donc car alors sinon comment pourquoi combien lequel laquelle est sont ce c")
