package comprehension

import "slices"

// clauses parts the clauses of a text typed in one stream, with no sign at all: before a subject and its
// verb, « elle travaille au noir la caf demande », « madame refuse je signale ».
func clauses(tokens []token, text string) []token {
	const few = 8 // shorter texts are one clause, or as good as one
	if len(tokens) < few || slices.ContainsFunc(tokens[1:len(tokens)-1], func(t token) bool { return t.word == boundary }) {
		return tokens
	}
	out := make([]token, 0, len(tokens)+4)
	for i := range tokens {
		if i > 2 && i+2 < len(tokens) && opens(tokens, i, text) {
			out = append(out, token{word: boundary, start: tokens[i].start, end: tokens[i].start})
		}
		out = append(out, tokens[i])
	}
	return out
}

// opens reports whether a clause begins at tokens[i], with no word to join it to what stands before.
func opens(tokens []token, i int, text string) bool {
	t, before, after := &tokens[i], &tokens[i-1], &tokens[i+1]
	if subordinate[before.word] || links[before.word] || joins[before.word] || t.of || t.to || text[max(t.start-1, 0)] == '-' {
		return false
	}
	switch {
	case t.word == "je" || t.word == "on" || t.word == "il":
		return !turned[before.word] && !pronouns[before.word]
	case t.la && !pronouns[t.word]:
		return demanding[after.word] || (after.word == "me" || after.word == "nou") && demanding[tokens[i+2].word]
	}
	return mayI[t.word] && (after.word == "je" || after.word == "on") && !pronouns[before.word] && !clitics[before.word]
}

var mayI = words("puis peut doit dois")

var joins = words("et ou mais ni donc car alors sinon comment pourquoi combien lequel laquelle est sont ce c")
