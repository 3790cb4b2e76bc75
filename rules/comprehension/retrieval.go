package comprehension

import (
	"math"
	"slices"
	"strings"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/french"

	"motus/rules"
)

// How much of what a text says a fiche must know, in parts of one: less when a notion is asked
// for by name.
const (
	notionShare = 0.55
	askedShare  = 0.34 // and a word of the topic was said
	topicShare  = 0.25 // and a word of the topic was said: « secret », « discrétion »; no notion by name
	cardShare   = 0.6
)

// retrieval ranks fiches by BM25 over what they and a text have in common: stems, and classes of
// the lexicon, so that « bavarder » finds what is said of « parler ».
type retrieval struct {
	lex   *lexicon
	cards []*rules.Card
	asked map[string]*rules.Card // by the words of a question that a fiche answers
	docs  []map[string]float64   // how often each feature stands in each fiche
	sizes []float64
	mean  float64
	rare  map[string]float64
}

// The usual constants of BM25.
const (
	bm25K = 1.2
	bm25B = 0.6
)

var empty = words("est que qui quoi je tu il elle on nous vous se si ne pas dans pour par sur avec et ou c s n j m t qu me mon ma mes non sa son faire peut puis dois dit donc être avoir y en comme quand quel quelle même aussi bien déjà très tout toute tous moi toi lui leur ça cela celle celui ai as été était sera serait fait va vont veut peux faut doit ont avons avez suis es sommes sont soit juste encore toujours alors car ni plus moins vraiment chose truc nos notre votre vos ses sa leurs sous entre sans svp")

func newRetrieval(b *rules.Base, lex *lexicon) *retrieval {
	t := &retrieval{lex: lex, cards: b.Cards(), asked: map[string]*rules.Card{}, rare: map[string]float64{}}
	seen := map[string]int{}
	for _, c := range t.cards {
		for _, q := range c.Questions {
			t.asked[said(lex.tokenize(q))] = c
		}
		doc := map[string]float64{}
		size := 0.0
		for _, list := range [][]string{{c.Title}, c.Questions, c.Words, c.Texts} {
			for _, s := range list {
				for _, f := range features(lex.read(lex.tokenize(s))) {
					doc[f]++
					size++
				}
			}
		}
		for f := range doc {
			seen[f]++
		}
		t.docs = append(t.docs, doc)
		t.sizes = append(t.sizes, size)
		t.mean += size / float64(len(t.cards))
	}
	for f, n := range seen {
		t.rare[f] = math.Log(1 + float64(len(t.cards))/float64(n))
	}
	return t
}

func content(w string) bool { return w != boundary && !empty[w] && len(w) > 1 }

// features are what a text is found by: the stems of its words, or the class that they are a way of
// saying.
func features(r *reading) []string {
	var out []string
	for _, t := range r.tokens {
		if content(t.word) {
			out = append(out, stem(t.word))
		}
	}
	return out
}

// stem cuts a folded word to its root (Snowball).
func stem(word string) string {
	env := snowballstem.NewEnv(word)
	french.Stem(env)
	return env.Current()
}

// said joins the words of a text, whatever its punctuation.
func said(tokens []token) string {
	var b strings.Builder
	for _, t := range tokens {
		if t.word != boundary {
			b.WriteString(t.word)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// answering returns the fiche of which a text is one of the questions, word for word, as the answer to what was not
// understood offers them. nil if there is none.
func (t *retrieval) answering(r *reading) *rules.Card { return t.asked[said(r.tokens)] }

// nearest returns the fiche nearest to the text, the part of the text that it knows, and three
// questions near it. A word that no fiche knows weighs as a rare one.
func (t *retrieval) nearest(r *reading) (*rules.Card, float64, []string) {
	unknown := math.Log(1 + float64(len(t.cards)))
	total := 0.0
	seen := map[string]bool{}
	var asked []string
	for _, f := range features(r) {
		if !seen[f] {
			seen[f] = true
			asked = append(asked, f)
			total += t.weight(f, unknown)
		}
	}
	type ranked struct {
		i            int
		score, known float64
	}
	var all []ranked
	for i, doc := range t.docs {
		score, known := 0.0, 0.0
		for _, f := range asked {
			if n := doc[f]; n > 0 {
				w := t.weight(f, unknown)
				known += w
				score += w * n * (bm25K + 1) / (n + bm25K*(1-bm25B+bm25B*t.sizes[i]/t.mean))
			}
		}
		if score > 0 {
			all = append(all, ranked{i, score, known / total})
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return a.i - b.i
	})
	var near []string
	for _, r := range all[:min(3, len(all))] {
		if c := t.cards[r.i]; len(c.Questions) > 0 {
			near = append(near, c.Questions[0])
		}
	}
	if len(all) == 0 {
		return nil, 0, nil
	}
	return t.cards[all[0].i], all[0].known, near
}

// about returns the fiche of a theme that knows most of a text, or nil if the theme has none.
func (t *retrieval) about(r *reading, theme string) *rules.Card {
	asked := features(r)
	slices.Sort(asked)
	asked = slices.Compact(asked)
	var best *rules.Card
	var high float64
	for i, c := range t.cards {
		if c.Theme != theme {
			continue
		}
		known := 0.0
		for _, f := range asked {
			if t.docs[i][f] > 0 {
				known += t.weight(f, 0)
			}
		}
		if best == nil || known > high {
			best, high = c, known
		}
	}
	return best
}

func (t *retrieval) weight(f string, unknown float64) float64 {
	if w, ok := t.rare[f]; ok {
		return w
	}
	return unknown
}
