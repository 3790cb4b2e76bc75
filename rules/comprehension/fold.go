package comprehension

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is a word, folded: lower case, no accent, singular. Start and end are bytes of the text.
type token struct {
	word       string
	start, end int
	to         bool // « à », « au » or « aux » stood before it
	la         bool // « la », « le », « les » or « l' » stood before it: an article, or a pronoun
	det        bool // an article stood before it: « le médecin » is not « médecin, je »
}

// boundary stands before the first word of each sentence or clause, and after the last. No word
// folds to it.
const boundary = "^"

// tokenize cuts a text into folded words and boundaries. Articles carry nothing and are dropped.
func tokenize(text string) []token {
	var out []token
	out = append(out, token{word: boundary})
	start, to, la, det := -1, false, false, false
	flush := func(end int) {
		if start >= 0 {
			switch w := foldWord(text[start:end]); {
			case w == "":
			case articles[w]:
				la = pronouns[w]
				det = det || la || determiners[w]
				to = to && w != "de" && w != "du" || w == "a" || w == "au" || w == "aux"
			default:
				out = append(out, token{w, start, end, to, la, det})
				to, la, det = false, false, false
			}
		}
		start = -1
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			if start < 0 {
				start = i
			}
		default:
			flush(i)
			if strings.ContainsRune(".,;:!?…\n()«»", r) && out[len(out)-1].word != boundary {
				out = append(out, token{word: boundary, start: i, end: i + utf8.RuneLen(r)})
			}
		}
	}
	flush(len(text))
	if out[len(out)-1].word != boundary {
		out = append(out, token{word: boundary, start: len(text), end: len(text)})
	}
	return out
}

// articles are dropped from texts and terms alike, so that « informer le maire » and « informer
// maire » read the same.
var articles = words("le la les l un une des du de d au aux a en ce cet cette ces")

// without is « sans », folded: what follows it is not done.
var without = foldWord("sans")

var determiners = words("un une des du ce cet cette ces")

// pronouns are the articles that stand before a verb as « la » in « il la frappe ».
var pronouns = words("la le les l")

// words makes a set of words, folded as those of texts are.
func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[foldWord(w)] = true
	}
	return out
}

// foldWord lowers a word, takes its accents off, opens its ligatures, and makes it singular.
func foldWord(w string) string {
	var s strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(w)) {
		switch {
		case r == 'œ':
			s.WriteString("oe")
		case r == 'æ':
			s.WriteString("ae")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			s.WriteRune(r)
		}
	}
	f := s.String()
	if n := len(f); n > 3 && (f[n-1] == 's' || f[n-1] == 'x') {
		f = f[:n-1]
	}
	return f
}
