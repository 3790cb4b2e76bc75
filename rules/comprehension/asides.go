package comprehension

import (
	"bytes"
	"regexp"
	"strings"
)

// Those who are named, but whom nobody would tell there.

// amongThem reports whether they are told of in general, by « entre » and no one beside: « entre magistrats, il
// n'y a pas de secret ». « Entre l'ASE et nous » and « entre collègues » tell with whom one would share.
func (r *reading) amongThem(m match) bool {
	k := m.from - 1
	if k > 2 && r.tokens[k].word == "et" && !r.tokens[m.from].det {
		k -= 2 // « entre élus et travailleurs sociaux »
	}
	if k < 1 || r.tokens[k].word != "entre" || r.tokens[k+1].det || r.tokens[m.from].det || m.entry.value == "collegue" {
		return false
	}
	if w := r.tokens[k-1].word; w != "que" && w != "qu" && r.before(k, 3, r.lex.tell) || r.sentenceAsks(m.to) {
		return false // « partager entre PMI et AEMO », « entre soignants, on peut se le dire ? »
	}
	return !r.after(m.to, 4, r.lex.with) && !r.firstPerson(min(m.to+3, len(r.tokens)), 3)
}

// weighed reports whether a sentence only weighs what telling them would bring, and another one asks: « prévenir
// le père mettrait la petite en danger », « avertir le beau-père, c'est lui promettre une raclée ».
func (r *reading) weighed(m match) bool {
	begin := m.from
	for begin > 0 && r.tokens[begin].word != boundary {
		begin--
	}
	if !r.tokens[begin].hard || begin+1 >= m.from || m.from > begin+3 || !r.infinitive(begin+1) || r.bears(begin+1, r.lex.warn) < 0 && r.bears(begin+1, r.lex.tell) < 0 {
		return false
	}
	would := false
	for i := m.to; i < len(r.tokens)-1 && !r.tokens[i].hard; i++ {
		w := r.tokens[i].word
		would = would || strings.HasSuffix(w, "rait") || (w == "c" || w == "ce") && r.tokens[i+1].word == "est"
	}
	return would && !r.sentenceAsks(m.to) && r.lastAsk > m.to
}

// recordKey ends a key of a record, as a program writes it: {"peril": "oui"}.
var recordKey = regexp.MustCompile(`"\s*:`)

// withoutRecords blanks records, with those within them: facts are not given that way, and the words of their keys tell
// nothing. What stands around keeps its place.
func withoutRecords(text string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	out := []byte(text)
	depth, from := 0, 0
	for i := range len(text) {
		switch {
		case text[i] == '{':
			if depth == 0 {
				from = i
			}
			depth++
		case text[i] == '}' && depth > 0:
			if depth--; depth == 0 && recordKey.MatchString(text[from:i]) {
				copy(out[from:i+1], bytes.Repeat([]byte(" "), i+1-from))
			}
		}
	}
	return string(out)
}
