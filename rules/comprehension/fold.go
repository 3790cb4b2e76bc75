package comprehension

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// foldWord lowers a word, takes its accents off, opens its ligatures, and makes it singular. Folding
// twice changes nothing more.
func foldWord(w string) string {
	f := foldLetters(w)
	for n := len(f); n > 3 && (f[n-1] == 's' || f[n-1] == 'x'); n = len(f) {
		f = f[:n-1]
	}
	return f
}

// foldLetters folds a word but for its plural. One that is folded already stays as it stands.
func foldLetters(w string) string {
	n := 0
	for n < len(w) && ('a' <= w[n] && w[n] <= 'z' || '0' <= w[n] && w[n] <= '9') {
		n++
	}
	if n == len(w) {
		return w
	}
	var buf [32]byte
	f := append(buf[:0], w[:n]...)
	for _, r := range w[n:] {
		switch {
		case r < utf8.RuneSelf:
			if 'A' <= r && r <= 'Z' {
				r += 'a' - 'A'
			}
			if 'a' <= r && r <= 'z' || '0' <= r && r <= '9' {
				f = append(f, byte(r))
			}
		default:
			f = foldRune(f, r)
		}
	}
	return string(f)
}

// foldRune appends a letter that is no ASCII one, folded.
func foldRune(f []byte, r rune) []byte {
	switch unicode.ToLower(r) {
	case 'é', 'è', 'ê', 'ë':
		return append(f, 'e')
	case 'à', 'â', 'ä':
		return append(f, 'a')
	case 'î', 'ï':
		return append(f, 'i')
	case 'ô', 'ö':
		return append(f, 'o')
	case 'ù', 'û', 'ü':
		return append(f, 'u')
	case 'ç':
		return append(f, 'c')
	case 'œ':
		return append(f, "oe"...)
	case 'æ':
		return append(f, "ae"...)
	}
	for _, d := range strings.ToLower(norm.NFKD.String(string(r))) {
		if unicode.IsLetter(d) || unicode.IsDigit(d) {
			f = utf8.AppendRune(f, d)
		}
	}
	return f
}

// words makes a set of words, folded as those of texts are.
func words(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[foldWord(w)] = true
	}
	return out
}
