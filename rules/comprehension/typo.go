package comprehension

import "strings"

// minTypo is the shortest word that is mended: shorter ones have too many neighbours. maxTypo is the
// longest: beyond, it is no French word, and mending costs the square of its length.
const minTypo, maxTypo = 6, 30

// typos mends words that are one slip away from a word of the lexicon: a letter lost, doubled,
// changed, or swapped with the next one.
type typos struct {
	near  map[string][]string // words of the lexicon, by themselves and less one letter
	begin map[string][]string // the same for what families of words begin with: « volatilis* »
	sound map[string][]string // words of the lexicon, by their sound
	stems map[string][]string // what families of words begin with, by their sound
}

// learn adds a word of the lexicon.
func (t *typos) learn(word string) {
	learn(t.near, word)
	if len(word) >= minSound {
		k := sound(word)
		t.sound[k] = append(t.sound[k], word)
	}
}

// learnFamily adds what a family of words begins with.
func (t *typos) learnFamily(begin string) {
	learn(t.begin, begin)
	if len(begin) > minSound {
		k := string(consonants(nil, begin))
		t.stems[k] = append(t.stems[k], begin)
	}
}

func learn(into map[string][]string, word string) {
	if len(word) < minTypo-1 {
		return
	}
	into[word] = append(into[word], word)
	for i := range word {
		if less := word[:i] + word[i+1:]; i == 0 || word[i] != word[i-1] {
			into[less] = append(into[less], word)
		}
	}
}

// mend returns the one word of the lexicon that a word is a slip of, or else one of the one family
// that it is a slip of, or "". Both begin alike: few slip on the first letter, and « armer » is not
// « aimer ».
//
// sure is false if several are as near: then the word is one slip away from two things. A word of a
// family already is only mended into another word.
func (t *typos) mend(word string, known bool) (mended string, sure bool) {
	if len(word) < minSound || len(word) > maxTypo || isFrench(word) {
		return "", true
	}
	heard, alike := t.heard(word)
	if alike {
		if w, _ := t.only(t.near, word); len(word) >= minTypo && w != "" && w != heard {
			if inflected(w, heard) {
				return w, true // « demannde » is « demande », and sounds like « demandée »
			}
			return "", false // « sitation » sounds like « citation », and is « situation » less a letter
		}
		return heard, true
	}
	if len(word) >= minTypo {
		if w, sure := t.only(t.near, word); w != "" || !sure && heard == "" {
			return w, sure
		}
	}
	if heard != "" {
		return heard, true
	}
	if known {
		return "", true
	}
	if w := t.heardBegin(word); w != "" {
		return w, true
	}
	if len(word) < minTypo {
		return "", true
	}
	for n := len(word); n >= minTypo-1; n-- {
		if w, sure := t.only(t.begin, word[:n]); w != "" || !sure {
			return w, sure
		}
	}
	return "", true
}

// only returns the one word among those learnt that a word is a slip of, or the likeliest. sure is false
// if several are as likely.
func (t *typos) only(learnt map[string][]string, word string) (found string, sure bool) {
	likely := unlikely
	sure = true
	try := func(key string) {
		for _, w := range learnt[key] {
			if w[0] != word[0] || w == found || !slip(word, w) {
				continue
			}
			l := likelihood(word, w)
			if !isFrench(w) {
				l = unlikely - 1 // a word as it should be goes before a slip that the lexicon knows
			}
			switch {
			case l < likely:
				found, likely, sure = w, l, true
			case l == likely && !inflected(w, found):
				sure = false
			}
		}
	}
	try(word)
	for i := range word {
		try(word[:i] + word[i+1:])
	}
	if !sure {
		return "", false
	}
	return found, true
}

// inflected reports whether two words are forms of one, which differ by their endings alone: « raconte » and
// « raconter », « confié » and « confiée », « appelle » and « appelé ».
func inflected(a, b string) bool {
	var bufA, bufB [maxTypo]byte
	a, b = string(single(bufA[:0], a)), string(single(bufB[:0], b))
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n >= minStem && (endings[a[n:]] && endings[b[n:]] || endings[a[n-1:]] && endings[b[n-1:]])
}

// single appends the letters of a word, a doubled consonant once.
func single(out []byte, word string) []byte {
	for i := range len(word) {
		if i == 0 || word[i] != word[i-1] || word[i] == 'e' {
			out = append(out, word[i])
		}
	}
	return out
}

// minStem is how many letters two forms of one word share at the least.
const minStem = 4

// endings are those of verbs, and of what agrees with a noun, folded.
var endings = map[string]bool{"": true, "a": true, "ai": true, "aient": true, "ait": true, "ant": true, "e": true, "ee": true, "ent": true,
	"er": true, "era": true, "erait": true, "ez": true, "i": true, "ie": true, "ir": true, "it": true, "on": true, "ra": true, "re": true,
	"u": true, "ue": true}

const unlikely = 9

// likelihood ranks how a slip comes about, the likeliest first: two letters swapped; one lost, or typed
// for the key beside it; any other.
func likelihood(typed, meant string) int {
	switch len(meant) - len(typed) {
	case 1:
		return 1
	case 0:
		i := 0
		for i < len(typed)-1 && typed[i] == meant[i] {
			i++
		}
		switch {
		case i+1 < len(typed) && typed[i] == meant[i+1] && typed[i+1] == meant[i]:
			return 0
		case besideKeys(typed[i], meant[i]):
			return 1
		}
	}
	return 2
}

// besideKeys reports whether two letters stand side by side on a French keyboard.
func besideKeys(a, b byte) bool {
	for _, row := range [...]string{"azertyuiop", "qsdfghjklm", "wxcvbn"} {
		if i, k := strings.IndexByte(row, a), strings.IndexByte(row, b); i >= 0 && k >= 0 {
			return i-k == 1 || k-i == 1
		}
	}
	return false
}

// slip reports whether two words differ by one letter more, less or other, or by two swapped.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 1:
		return a[i:] == b[i+1:]
	case 0:
		if i == len(a) {
			return true
		}
		return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
	}
	return false
}
