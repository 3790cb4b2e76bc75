package linear

import (
	"math"
	"slices"
)

// Example is a text with its answers.
type Example struct {
	// Views are lists of features of the same text. The first is the whole; the others leave some
	// out, so that no kind of feature is leant on where others say as much.
	Views [][]uint32

	// Answers are, for each question, the labels that fit, the best first; none if it is not known.
	Answers [][]string
}

// How weights are found: by small steps against the error, example after example, smaller each round.
const (
	rounds     = 30
	averaged   = 8 // the last rounds, of which the weights are the mean
	orders     = 3
	firstStep  = 6.0
	shrink     = 0.92
	hidden     = 60  // features in a hundred that are hidden at each step, so that none is leant on alone
	sureOf     = 0.7 // of the best answer, where others fit too
	leastSeen  = 2   // how many examples must show a feature for it to weigh
	smallest   = 4   // weight kept, in grains
	negligible = 0.002
)

// Train finds weights for the questions that fit the examples best (softmax regression). The order
// of the examples matters; with the same, the weights are the same.
func Train(questions []Question, examples []Example) *Model {
	m := &Model{Questions: questions, rows: make([]uint32, 1<<Bits+1)}
	for _, q := range questions {
		m.labels += len(q.Labels)
	}
	seen := make([]int, 1<<Bits)
	for _, e := range examples {
		for _, f := range distinct(e.Views[0]) {
			seen[f]++
		}
	}
	usual := make([][][]uint32, len(examples))
	for i, e := range examples {
		for _, v := range e.Views {
			usual[i] = append(usual[i], slices.DeleteFunc(slices.Clone(v), func(f uint32) bool { return seen[f] < leastSeen }))
		}
	}
	weights := make([][]float32, m.labels)
	from := 0
	for n, q := range questions {
		copy(weights[from:], fit(len(q.Labels), usual, targets(examples, n, q)))
		from += len(q.Labels)
	}
	whole := math.Sqrt(1 - hidden/100.0) // a text shows more features than when its weights were found
	for f := range uint32(1 << Bits) {
		m.rows[f] = uint32(len(m.weights))
		for k := range weights {
			if w := int(math.Round(float64(weights[k][f]) * grain * whole)); max(w, -w) >= smallest {
				m.weights = append(m.weights, weight{uint8(k), int8(max(-127, min(127, w)))})
			}
		}
	}
	m.rows[1<<Bits] = uint32(len(m.weights))
	return m
}

// targets says, for each example, how much of the answer each label should be. An example with no
// answer has none.
func targets(examples []Example, n int, q Question) [][]float64 {
	out := make([][]float64, len(examples))
	for i, e := range examples {
		var fit []int
		for _, a := range e.Answers[n] {
			if k := slices.Index(q.Labels, a); k >= 0 {
				fit = append(fit, k)
			}
		}
		if len(fit) == 0 {
			continue
		}
		out[i] = make([]float64, len(q.Labels))
		share := 1.0
		if len(fit) > 1 {
			share = sureOf
		}
		out[i][fit[0]] = share
		for _, k := range fit[1:] {
			out[i][k] += (1 - share) / float64(len(fit)-1)
		}
	}
	return out
}

// fit finds the weights of one question: the mean of what several orders of the examples give, since
// one order alone leans on its last examples.
func fit(labels int, views [][][]uint32, targets [][]float64) [][]float32 {
	mean := table(labels)
	for order := range orders {
		learn(mean, table(labels), views, targets, shuffler(order+1)*0x9E3779B97F4A7C15)
	}
	return mean
}

func table(labels int) [][]float32 {
	t := make([][]float32, labels)
	for k := range t {
		t[k] = make([]float32, 1<<Bits)
	}
	return t
}

// learn finds the weights for one order of the examples, and adds its part to their mean.
func learn(mean, weights [][]float32, views [][][]uint32, targets [][]float64, shuffle shuffler) {
	order := make([]int, len(views))
	for i := range order {
		order[i] = i
	}
	odds := make([]float64, len(weights))
	var shown []uint32
	step := firstStep
	for round := range rounds {
		for i := len(order) - 1; i > 0; i-- {
			j := shuffle.below(i + 1)
			order[i], order[j] = order[j], order[i]
		}
		for _, i := range order {
			// Half of the time the whole text, half of the time a part.
			x := views[i][0]
			if n := len(views[i]) - 1; n > 0 {
				if k := shuffle.below(2 * n); k < n {
					x = views[i][1+k]
				}
			}
			if targets[i] == nil {
				continue
			}
			shown = shown[:0]
			for _, f := range x {
				if shuffle.below(100) >= hidden {
					shown = append(shown, f)
				}
			}
			x = shown
			norm := 1 / math.Sqrt(float64(len(x)+1))
			softmax(weights, x, norm, odds)
			for k, p := range odds {
				miss := targets[i][k] - p
				if miss > -negligible && miss < negligible {
					continue
				}
				add := float32(miss * step * norm)
				for _, f := range x {
					weights[k][f] += add
				}
			}
		}
		step *= shrink
		if round < rounds-averaged {
			continue
		}
		for k := range weights {
			for f, w := range weights[k] {
				mean[k][f] += w / (averaged * orders)
			}
		}
	}
}

// softmax sets odds to the share of each label.
func softmax(weights [][]float32, x []uint32, norm float64, odds []float64) {
	high := math.Inf(-1)
	for k := range odds {
		var sum float32
		for _, f := range x {
			sum += weights[k][f]
		}
		odds[k] = float64(sum) * norm
		high = max(high, odds[k])
	}
	var all float64
	for k := range odds {
		odds[k] = math.Exp(odds[k] - high)
		all += odds[k]
	}
	for k := range odds {
		odds[k] /= all
	}
}

func distinct(features []uint32) []uint32 {
	out := slices.Clone(features)
	slices.Sort(out)
	return slices.Compact(out)
}

// shuffler gives numbers in no evident order, the same at each run (xorshift, Marsaglia 2003).
type shuffler uint64

func (s *shuffler) below(n int) int {
	x := uint64(*s)
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	*s = shuffler(x)
	return int(x >> 33 % uint64(n))
}
