package comprehension

import "strings"

// How people spell by ear: « frapé », « rékisition », « dénonser », « asistante ». A word that is not
// French reads as the word of the lexicon that sounds the same.

// minSound is the shortest word that is heard: shorter ones sound like too many others.
const minSound = 4

// heard returns the word of the lexicon that sounds as a word does, or "" if there is none, or several
// that are as like. alike is set if they differ by a doubled letter, or by one that sounds the same.
func (t *typos) heard(word string) (found string, alike bool) {
	var buf [2 * maxTypo]byte
	key := spoken(buf[:0], word)
	words := t.sound[string(key)]
	if len(key) < 3 || len(words) == 0 {
		return "", false
	}
	plain := string(consonants(make([]byte, 0, maxTypo), word))
	worst, tie := 4, false
	if len(word) < 7 {
		worst = 3
	}
	for _, w := range words {
		c := consonants(make([]byte, 0, maxTypo), w)
		same := string(c) == plain || len(c) == len(plain)+1 && string(c[:len(plain)]) == plain && strings.IndexByte("rtsdxpe", c[len(plain)]) >= 0 // « en dangé », « un rapor »
		n := unlike(word, w)
		switch {
		case alike && !same:
		case same && !alike || n < worst:
			found, worst, tie, alike = w, n, false, same
		case n == worst && w != found && found != "":
			tie = true
		}
	}
	if tie {
		return "", false
	}
	return found, alike
}

// heardBegin returns a word as its family is written, if one and only one sounds as it begins: « akompagner ».
func (t *typos) heardBegin(word string) string {
	for n := len(word); n >= minSound; n-- {
		stems := t.stems[string(consonants(make([]byte, 0, maxTypo), word[:n]))]
		if len(stems) == 1 && stems[0] != word[:n] {
			return stems[0] + word[n:]
		}
	}
	return ""
}

// unlike weighs how a word is written otherwise than it sounds: by its length, and its end.
func unlike(a, b string) int {
	n := len(a) - len(b)
	if n < 0 {
		n = -n
	}
	if a[len(a)-1] != b[len(b)-1] && a+"r" != b {
		n += 2
	}
	if a[0] != b[0] {
		n++
	}
	return n
}

// sound spells a folded word as it sounds.
func sound(word string) string {
	var buf [2 * maxTypo]byte
	return string(spoken(buf[:0], word))
}

// spoken appends a folded word as it sounds: doubled letters once, « ph » as « f », « qu » as « k »,
// and one ending for « er », « ez », « é » and « ait ».
func spoken(out []byte, word string) []byte {
	if strings.HasSuffix(word, "et") {
		return voiced(out, word) // « préfet » is not « préfé »
	}
	word = strings.TrimRight(word, "stxdpz")
	for _, end := range []string{"aien", "ai", "er", "ee"} {
		if stem, ok := strings.CutSuffix(word, end); ok && len(stem) > 1 {
			return voiced(out, stem+"e")
		}
	}
	return voiced(out, word)
}

// voiced appends the letters of a word as they sound, wherever they stand.
func voiced(out []byte, w string) []byte {
	for i := 0; i < len(w); {
		var next byte
		if i+1 < len(w) {
			next = w[i+1]
		}
		to, n := w[i], 1
		switch c := w[i]; {
		case c == 'h':
			to = 0
		case c == 'p' && next == 'h':
			to, n = 'f', 2
		case c == 'c' && next == 'h':
			to, n = 'C', 2
		case c == 'q' && next == 'u':
			to, n = 'k', 2
		case c == 'c' && (next == 'e' || next == 'i' || next == 'y'):
			to = 's'
		case c == 'c' || c == 'q':
			to = 'k'
		case c == 'g' && next == 'u' && i+2 < len(w) && (w[i+2] == 'e' || w[i+2] == 'i'):
			to, n = 'g', 2
		case c == 'g' && (next == 'e' || next == 'i'):
			to = 'j'
		case c == 'e' && next == 'a' && i+2 < len(w) && w[i+2] == 'u':
			to, n = 'o', 3
		case c == 'a' && next == 'u':
			to, n = 'o', 2
		case (c == 'a' || c == 'e') && next == 'i' && i+2 < len(w) && w[i+2] == 'n':
			to, n = 'i', 2
		case (c == 'a' || c == 'e') && next == 'i' && (i+2 == len(w) || strings.IndexByte("aeiouy", w[i+2]) < 0):
			to, n = 'e', 2
		case c == 'e' && (next == 'n' || next == 'm') && i+2 < len(w) && strings.IndexByte("aeiouynm", w[i+2]) < 0:
			to = 'a'
		case c == 'm' && (next == 'p' || next == 'b'):
			to = 'n'
		case c == 'y':
			to = 'i'
		case c == 'z':
			to = 's'
		case c == 'w':
			to = 'v'
		case c == 't' && next == 'i' && i+3 < len(w) && w[i+2] == 'o' && w[i+3] == 'n' && i > 0:
			to = 's'
		}
		i += n
		if to != 0 && (len(out) == 0 || out[len(out)-1] != to) {
			out = append(out, to)
		}
	}
	return out
}

// consonants appends a word with its consonants alone spelt as they sound: doubled once, « ph » as « f ».
func consonants(out []byte, w string) []byte {
	for i := 0; i < len(w); i++ {
		to := w[i]
		var next byte
		if i+1 < len(w) {
			next = w[i+1]
		}
		switch {
		case to == 'p' && next == 'h':
			to = 'f'
			i++
		case to == 'q' && next == 'u':
			to = 'k'
			i++
		case to == 'c' && (next == 'e' || next == 'i'):
			to = 's'
		case to == 'c' && next != 'h', to == 'q':
			to = 'k'
		case to == 'h' && (i == 0 || w[i-1] != 'c'):
			continue
		case to == 'z':
			to = 's'
		case to == 'y':
			to = 'i'
		}
		if len(out) == 0 || out[len(out)-1] != to || to == 'e' {
			out = append(out, to)
		}
	}
	return out
}
