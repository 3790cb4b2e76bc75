package comprehension

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, folded: lower case, no accent, singular. Start and end are bytes of the text.
// Articles and « à », « de » are no tokens of their own: they are noted on the word they stand before.
type token struct {
	word       string
	start, end int
	to         bool // « à », « au » or « aux » stood before it
	of         bool // « de », « du » or « des » stood before it
	la         bool // « la », « le », « les » or « l' » stood before it: an article, or a pronoun
	det        bool // an article stood before it: « le médecin » is not « médecin, je »
	one        bool // « un » or « une » stood before it: someone not spoken of before
	hard       bool // for a boundary: a sentence ends there
	comma      bool // for a boundary: it is no more than a comma, or a parenthesis
	colon      bool // for a boundary: what follows is told apart
	asks       bool // for a boundary: it is a question mark
	name       bool // it stands with a capital within a sentence, as names do
	has        bool // « a » stood right before it, with no accent: « il a frapper », or « à » as many type it
	acute      bool // it is written with « é » at its end
}

// boundary stands before the first word of each sentence or clause, and after the last. No word
// folds to it.
const boundary = "^"

// tokenizer cuts texts into tokens, with the short forms of messages, and a few set phrases,
// written out.
type tokenizer struct {
	short map[string][]spelling  // by their first word
	known func(word string) bool // whether the lexicon holds a word
	alike func(word string) bool // whether it holds one written almost so
}

// spelling is a short form and what it stands for: « jpeux » is « je peux », « du coup » is « donc ».
type spelling struct {
	rest []string // the words after the first
	full []string
}

// maxTokens bounds how much of a text is read: of a longer one, its beginning and its end, where one asks.
const maxTokens = 1200

// raw is a word as it stands in the text, folded; or a sign, with no word.
type raw struct {
	word       string
	start, end int
	sign       rune
	name       bool
}

// tokenize cuts a text into folded words and boundaries.
func (t *tokenizer) tokenize(text string) []token {
	words := cut(text)
	if n := len(words); n > maxTokens {
		words = append(words[:maxTokens/2], words[n-maxTokens/3:]...) // elisions and short forms make more of them
	}
	c := cutter{text: text, out: make([]token, 0, len(words)+2)}
	c.bound(raw{}, true)
	unquote(words)
	for i := 0; i < len(words) && len(c.out) < maxTokens; i++ {
		w := words[i]
		if w.sign == unquoted {
			continue
		}
		if w.word == "" {
			c.bound(w, w.sign == '.' || w.sign == '!' || w.sign == '?' || w.sign == '…' || w.sign == '\n')
			continue
		}
		full, n := t.spell(words[i:])
		if k := t.lost(w.word, text[w.start:w.end]); n == 0 && k > 0 {
			c.add(w.word[:k], w.start, w.start+k)
			words[i].word, words[i].start = w.word[k:], w.start+k
			i--
			continue
		}
		if n == 0 {
			c.add(w.word, w.start, w.end)
			if n := len(c.out); n > 1 && c.out[n-1].start == w.start {
				c.out[n-1].name = w.name && c.out[n-2].word != boundary
			}
			continue
		}
		for _, f := range full {
			c.add(f, w.start, words[i+n-1].end)
		}
		i += n - 1
	}
	c.bound(raw{start: len(text), end: len(text)}, true)
	t.conjugate(c.out)
	return clauses(joinNumbers(c.out), text)
}

// unquoted is the sign of a quotation mark that parts nothing.
const unquoted rune = -1

// maxQuoted is how many words quotation marks may hold aloof without parting them from the sentence.
const maxQuoted = 3

// unquote drops the marks around a word or two that the sentence goes through: in « ils ont prévu “se
// faire” la petite », nobody is quoted. What a colon or a comma opens is someone's speech, and a verb
// alone is seldom meant as it stands.
func unquote(words []raw) {
	for i := 1; i < len(words)-1; i++ {
		if !opens(words[i].sign) || words[i-1].word == "" {
			continue
		}
		for k := i + 1; k < len(words) && k <= i+1+maxQuoted; k++ {
			if words[k].word != "" {
				continue
			}
			aloof := k == i+2 && strings.HasSuffix(words[i+1].word, "er") // « ils veulent “assassiner” notre projet »
			if closes(words[k].sign) && k > i+1 && k+1 < len(words) && words[k+1].word != "" && !aloof {
				words[i].sign, words[k].sign = unquoted, unquoted
			}
			break
		}
	}
}

func opens(r rune) bool  { return r == '«' || r == '“' || r == '"' }
func closes(r rune) bool { return r == '»' || r == '”' || r == '"' }

// glued reports whether « je » lost its vowel to the next word: « jdonne », « jtransmets ». No other
// word begins so.
func glued(w string) bool {
	return len(w) > 3 && w[0] == 'j' && strings.IndexByte("bcdfglmnprstv", w[1]) >= 0
}

// lost tells how many letters of a word are another one that is glued to it.
func (t *tokenizer) lost(w, written string) int {
	if glued(w) {
		return 1
	}
	return max(t.elides(w), acronym(written))
}

// elides tells how many letters of a word are another one that lost its vowel, and its apostrophe with
// it: « lecole », « quil », « daccord », « nest ». What is left must be a word, and the whole must not:
// « dosier » is no « d'osier ».
func (t *tokenizer) elides(w string) int {
	k := 1
	switch {
	case len(w) < 3 || len(w) > maxTypo:
		return 0
	case strings.HasPrefix(w, "qu"):
		k = 2
	case strings.HasPrefix(w, "jusqu"), strings.HasPrefix(w, "quoiqu"), strings.HasPrefix(w, "lorsqu"), strings.HasPrefix(w, "puisqu"):
		k = strings.Index(w, "qu") + 2
	case strings.IndexByte("ldjnsmt", w[0]) < 0:
		return 0
	}
	if rest := w[k:]; len(rest) < 2 || strings.IndexByte("aeiouyh", rest[0]) < 0 || k == 1 && len(rest) < 3 && !t.known(rest) || t.known(w) || isFrench(w) || !t.known(rest) && !isFrench(rest) || t.alike(w) {
		return 0
	}
	return k
}

// acronym tells how many small letters stand before capitals: « lASE », « quAS ».
func acronym(w string) int {
	k := 1
	if strings.HasPrefix(w, "qu") {
		k = 2
	}
	if len(w) < k+2 || strings.IndexByte("ldnsmq", w[0]) < 0 || !strings.ContainsRune("AEIOUYHÉ", rune(w[k])) || w[k+1] < 'A' || w[k+1] > 'Z' {
		return 0
	}
	return k
}

// spell writes out the short form or set phrase that words begin with, the longest that fits, and
// says how many words it takes.
func (t *tokenizer) spell(words []raw) (full []string, n int) {
	for _, s := range t.short[words[0].word] {
		if len(s.rest) < n || len(s.rest) >= len(words) {
			continue
		}
		same := true
		for k, w := range s.rest {
			same = same && words[k+1].word == w
		}
		if same {
			full, n = s.full, len(s.rest)+1
		}
	}
	return full, n
}

// cut cuts a text into words and the signs that part them.
func cut(text string) []raw {
	out := make([]raw, 0, len(text)/4+4)
	start, mention := -1, false
	flush := func(end int) {
		if start >= 0 && mention { // « @motus je peux… ? » : who is called parts from what is said
			out = append(out, raw{start: start, end: end, sign: ','})
			start, mention = -1, false
		}
		if start >= 0 {
			if w := foldWord(text[start:end]); w != "" {
				if n := digits(w); n > 0 && units[w[n:]] {
					out = append(out, raw{word: w[:n], start: start, end: start + n})
					if w, start = w[n:], start+n; w == "a" || w == "an" {
						w = "ans" // « la petite (7a) »
					}
				}
				out = append(out, raw{word: w, start: start, end: end, name: capital(text[start:end])})
			}
			start = -1
		}
	}
	for i, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
			if start < 0 {
				start = i
			}
			continue
		}
		word := start >= 0
		flush(i)
		mention = r == '@' && !word
		if r == '.' && initial(out, text, i) {
			continue // « Madame R. me demande »
		}
		switch r {
		case '.', '!', '…', '\n', '?', ',', ';', ':', '(', ')', '[', ']', '«', '»', '"', '“', '”', '–', '—':
			out = append(out, raw{start: i, end: i + utf8.RuneLen(r), sign: r})
		}
	}
	flush(len(text))
	return out
}

// digits counts the digits that a word begins with.
func digits(w string) (n int) {
	for n < len(w) && '0' <= w[n] && w[n] <= '9' {
		n++
	}
	return n
}

// units are written against a number: « 7ans », « 6mois ».
var units = words("ans an a mois semaines jours")

// initial reports whether a full stop at i ends an initial or a title (« M. », « Dr. »), not a sentence.
func initial(out []raw, text string, i int) bool {
	if len(out) == 0 || out[len(out)-1].end != i {
		return false
	}
	w := out[len(out)-1]
	upper := func(i int) bool { return 'A' <= text[i] && text[i] <= 'Z' }
	if w.word == "mme" || w.word == "ste" {
		return true
	}
	return w.word != "" && w.end-w.start <= 2 && upper(w.start) && (w.end-w.start == 1 || !upper(w.end-1)) // « QUE ÇA VA. » ends one
}

// capital reports whether a word begins with a capital and goes on without.
func capital(word string) bool {
	first, n := utf8.DecodeRuneInString(word)
	next, _ := utf8.DecodeRuneInString(word[n:])
	return unicode.IsUpper(first) && unicode.IsLower(next)
}

// cutter gathers tokens, and what stands before the next one.
type cutter struct {
	text                      string
	out                       []token
	to, of, la, det, one, has bool
}

func (c *cutter) add(w string, start, end int) {
	switch w {
	case "a", "au", "aux":
		c.to, c.det = true, c.det || w != "a"
		c.has = w == "a" && end-start != len("à")
		return
	case "de", "du", "d":
		c.of, c.to, c.det = true, false, c.det || w == "du"
		return
	case "des":
		c.of, c.to, c.det = true, false, true
		return
	case "le", "la", "les", "l":
		c.la, c.det = true, true
		return
	case "ce", "cet", "cette", "ces":
		c.la, c.det = false, true
		return
	case "un", "une":
		c.la, c.det, c.one = false, true, true
		return
	}
	if full, ok := elided[w]; ok {
		w = full
	}
	if years[w] && len(c.out) > 0 {
		if _, counted := number(c.out[len(c.out)-1].word); counted {
			w = "ans" // « ses 18 bougies »
		}
	}
	c.out = append(c.out, token{word: w, start: start, end: end, to: c.to, of: c.of, la: c.la, det: c.det, one: c.one, has: c.has, acute: c.acute(end)})
	c.to, c.of, c.la, c.det, c.one, c.has = false, false, false, false, false, false
}

// acute reports whether what ends there in the text ends with « é ».
func (c *cutter) acute(end int) bool {
	return strings.HasSuffix(c.text[:end], "é") || strings.HasSuffix(c.text[:end], "É")
}

// bound notes a boundary. Two in a row are one, as hard as the harder.
func (c *cutter) bound(w raw, hard bool) {
	c.to, c.of, c.la, c.det, c.one, c.has = false, false, false, false, false, false
	asks, comma, colon := w.sign == '?', w.sign == ',' || w.sign == '(' || w.sign == ')' || w.sign == '[' || w.sign == ']', w.sign == ':' || w.sign == ';'
	if n := len(c.out); n > 0 && c.out[n-1].word == boundary {
		b := &c.out[n-1]
		b.hard, b.asks, b.comma, b.colon = b.hard || hard, b.asks || asks, b.comma && comma, b.colon || colon
		return
	}
	c.out = append(c.out, token{word: boundary, start: w.start, end: w.end, hard: hard, asks: asks, comma: comma, colon: colon})
}

// elided words, whole again: « j'ai », « qu'il », « n'est ».
var elided = map[string]string{"j": "je", "m": "me", "n": "ne", "qu": "que", "lorsqu": "lorsque", "puisqu": "puisque", "jusqu": "jusque", "quoiqu": "quoique"}

// years are what one counts them in, beside « ans ».
var years = words("bougies balais berges printemps")

// articles are no tokens, in texts and in terms alike.
var articles = words("a au aux de du d des le la les l un une ce cet cette ces")

// without is « sans », folded: what follows it is not done.
const without = "san"
