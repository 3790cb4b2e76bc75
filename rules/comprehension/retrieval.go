package comprehension

import (
	"math"
	"slices"

	"motus/rules"
)

// How much of what a text says a fiche must know, in parts of one: less when a notion is asked
// for by name.
const (
	notionScore = 0.34
	cardScore   = 0.6
)

// retrieval ranks fiches by the words they share with a text: rare words count more.
type retrieval struct {
	cards []*rules.Card
	words []map[string]bool
	rare  map[string]float64
}

var empty = words("est que qui quoi je tu il elle on nous vou se si ne pa dan pour par sur avec et ou c s n j m t qu me mon ma no son sa faire peut puis doi dit donc")

func newRetrieval(b *rules.Base) *retrieval {
	t := &retrieval{cards: b.Cards(), rare: map[string]float64{}}
	seen := map[string]int{}
	for _, c := range t.cards {
		set := map[string]bool{}
		for _, list := range [][]string{{c.Title}, c.Questions, c.Words, c.Texts} {
			for _, s := range list {
				for _, tok := range tokenize(s) {
					if content(tok.word) {
						set[tok.word] = true
					}
				}
			}
		}
		for w := range set {
			seen[w]++
		}
		t.words = append(t.words, set)
	}
	for w, n := range seen {
		t.rare[w] = math.Log(1 + float64(len(t.cards))/float64(n))
	}
	return t
}

func content(w string) bool { return w != boundary && !empty[w] && len(w) > 1 }

// nearest returns the fiche that knows most of the text, the part it knows, and three questions
// near it. A word that no fiche knows weighs as a rare one.
func (t *retrieval) nearest(tokens []token) (*rules.Card, float64, []string) {
	unknown := math.Log(1 + float64(len(t.cards)))
	total := 0.0
	said := map[string]bool{}
	var order []string
	for _, tok := range tokens {
		if content(tok.word) && !said[tok.word] {
			said[tok.word] = true
			order = append(order, tok.word)
			total += t.weight(tok.word, unknown)
		}
	}
	type ranked struct {
		i     int
		score float64
	}
	var all []ranked
	for i := range t.cards {
		s := 0.0
		for _, w := range order {
			if t.words[i][w] {
				s += t.weight(w, unknown)
			}
		}
		if s > 0 {
			all = append(all, ranked{i, s / total})
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
	return t.cards[all[0].i], all[0].score, near
}

func (t *retrieval) weight(word string, unknown float64) float64 {
	if w, ok := t.rare[word]; ok {
		return w
	}
	return unknown
}
