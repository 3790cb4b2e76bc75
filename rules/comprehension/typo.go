package comprehension

// minTypo is the shortest word that is mended: shorter ones have too many neighbours. maxTypo is the
// longest: beyond, it is no French word, and mending costs the square of its length.
const minTypo, maxTypo = 6, 30

// typos mends words that are one slip away from a word of the lexicon: a letter lost, doubled,
// changed, or swapped with the next one.
type typos struct {
	near  map[string][]string // words of the lexicon, by themselves and less one letter
	begin map[string][]string // the same for what families of words begin with: « volatilis* »
}

// learn adds a word of the lexicon.
func (t *typos) learn(word string) { learn(t.near, word) }

// learnFamily adds what a family of words begins with.
func (t *typos) learnFamily(begin string) { learn(t.begin, begin) }

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
// sure is false if several are as near: then the word is one slip away from two things.
func (t *typos) mend(word string) (mended string, sure bool) {
	if len(word) < minTypo || len(word) > maxTypo || isFrench(word) {
		return "", true
	}
	if w, sure := t.only(t.near, word); w != "" || !sure {
		return w, sure
	}
	for n := len(word); n >= minTypo-1; n-- {
		if w, sure := t.only(t.begin, word[:n]); w != "" || !sure {
			return w, sure
		}
	}
	return "", true
}

// only returns the one word among those learnt that a word is a slip of. sure is false if there are
// several.
func (t *typos) only(learnt map[string][]string, word string) (found string, sure bool) {
	try := func(key string) bool {
		for _, w := range learnt[key] {
			if w[0] != word[0] || w == found || !slip(word, w) {
				continue
			}
			if found != "" {
				return false
			}
			found = w
		}
		return true
	}
	if !try(word) {
		return "", false
	}
	for i := range word {
		if !try(word[:i] + word[i+1:]) {
			return "", false
		}
	}
	return found, true
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
