package comprehension

// minTypo is the shortest word that is mended: shorter ones have too many neighbours.
const minTypo = 6

// typos mends words that are one slip away from a word of the lexicon: a letter lost, doubled,
// changed, or swapped with the next one.
type typos struct {
	near    map[string][]string // words of the lexicon, by themselves and less one letter
	guarded map[string]bool     // words of French that are no slip of a word of the lexicon
}

// learn adds a word of the lexicon.
func (t *typos) learn(word string) {
	if len(word) < minTypo {
		return
	}
	t.near[word] = append(t.near[word], word)
	for i := range word {
		if less := word[:i] + word[i+1:]; i == 0 || word[i] != word[i-1] {
			t.near[less] = append(t.near[less], word)
		}
	}
}

// mend returns the one word of the lexicon that a word is a slip of, or "". Both begin alike: few
// slip on the first letter, and « armer » is not « aimer ».
func (t *typos) mend(word string) string {
	if len(word) < minTypo || t.guarded[word] {
		return ""
	}
	found := ""
	try := func(key string) bool {
		for _, w := range t.near[key] {
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
		return ""
	}
	for i := range word {
		if !try(word[:i] + word[i+1:]) {
			return ""
		}
	}
	return found
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
