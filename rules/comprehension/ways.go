package comprehension

import "strings"

// ways writes out the alternatives of a term that hold an apostrophe, since they stand for two words in
// a text: « tribunal|prud'hommes » is « tribunal » or « prud hommes »; « qu'il|elle » is « qu'il »,
// « qu'elle » or « elle ». A term with none is given as it is.
func ways(term string) []string {
	words := strings.Split(term, " ")
	for i, w := range words {
		var out []string
		for _, option := range options(w) {
			rest := append(append(append([]string{}, words[:i]...), option), words[i+1:]...)
			out = append(out, ways(strings.Join(rest, " "))...)
		}
		if len(out) > 0 {
			return out
		}
	}
	return []string{term}
}

// options gives the ways of one word of a term, or nothing if it has but one.
func options(word string) []string {
	mark := ""
	for _, m := range []string{"la_", "à_"} {
		if rest, ok := strings.CutPrefix(word, m); ok {
			mark, word = m, rest
		}
	}
	if !strings.Contains(word, "|") || !strings.ContainsAny(word, "'’") {
		return nil
	}
	var one, two []string // options of one word, and of two
	first := ""           // what the first option is elided on: « qu' »
	for i, option := range strings.Split(strings.ReplaceAll(word, "’", "'"), "|") {
		head, tail, elided := strings.Cut(option, "'")
		switch {
		case !elided:
			one = append(one, option)
		case tail == "":
			one = append(one, head)
		case articles[foldLetters(head)]:
			one = append(one, tail)
		default:
			two = append(two, option)
			if i == 0 {
				first = head
			}
		}
	}
	var out []string
	if len(one) > 0 {
		all := strings.Join(one, "|")
		out = append(out, mark+all)
		if first != "" && len(two) == 1 && len(first) <= 2 {
			out = append(out, mark+first+"' "+all)
		}
	}
	for _, t := range two {
		out = append(out, mark+t)
	}
	return out
}
