package comprehension

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"motus/rules/internal/strictyaml"
)

// shorten reads a short form of messages: {ecrit: jpeux, vaut: je peux}.
func (lex *lexicon) shorten(r *strictyaml.Reader, item *yaml.Node) {
	f := r.Fields(item, "ecrit", "vaut")
	full := foldAll(f.MustText("vaut"))
	for _, short := range r.Words(f.Must("ecrit")) {
		words := foldAll(short)
		if len(words) == 0 {
			r.At(f.Got["ecrit"], "« "+short+" » n'a aucun mot", "")
			continue
		}
		for _, s := range lex.short[words[0]] {
			if slices.Equal(s.rest, words[1:]) && !slices.Equal(s.full, full) {
				r.At(f.Got["ecrit"], "« "+short+" » est déjà écrit plus haut, autrement", "Gardez l'un des deux.")
			}
		}
		lex.short[words[0]] = append(lex.short[words[0]], spelling{words[1:], full})
	}
}

// foldAll folds the words of a phrase, articles kept.
func foldAll(s string) []string {
	words := apart(s)
	for i := range words {
		words[i] = foldWord(words[i])
	}
	return words
}

// apart cuts what the lexicon writes into words and signs.
func apart(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\'' || r == '’' })
}

// written cuts what the lexicon writes as a text is cut, short forms written out: no text holds « tel »
// once « téléphone » stands for it.
func (lex *lexicon) written(s string) []string {
	words := apart(s)
	raws := make([]raw, len(words))
	for i, w := range words {
		if !strings.ContainsAny(w, "*|{}_#^") {
			raws[i].word = foldWord(w)
		}
	}
	var out []string
	for i := 0; i < len(words); {
		if full, n := lex.spell(raws[i:]); n > 0 {
			out = append(out, full...)
			i += n
			continue
		}
		out = append(out, words[i])
		i++
	}
	return out
}
