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
	rounds    = 30
	averaged  = 8 // the last rounds, of which the weights are the mean
	orders    = 3
	firstStep = 6.0
	shrink    = 0.92
	hidden    = 60  // features in a hundred that are hidden at each step, so that none is leant on alone
	sureOf    = 0.7 // of the best answer, where others fit too
	leastSeen = 2   // how many examples must show a feature for it to weigh
	smallest  = 4   // weight kept, in grains
)

// Train finds weights for the questions that fit the examples best (softmax regression). The order
// of the examples matters; with the same, on the same kind of machine, the weights are the same.
func Train(questions []Question, examples []Example) *Model {
	m := &Model{Questions: questions}
	for _, q := range questions {
		m.labels += len(q.Labels)
	}
	features, views := usual(examples)
	tables := make([]table, len(questions))
	for n, q := range questions {
		tables[n] = fit(len(q.Labels), len(features), views, targets(examples, n, q))
	}
	whole := math.Sqrt(1 - hidden/100.0) // a text shows more features than when its weights were found
	m.rows = newRows(len(features))
	for f, feature := range features {
		from, label := len(m.weights), 0
		for _, t := range tables {
			for _, w := range t.row(f) {
				if w := int(math.Round(float64(w) * grain * whole)); max(w, -w) >= smallest {
					m.weights = append(m.weights, weight{uint8(label), int8(max(-127, min(127, w)))})
				}
				label++
			}
		}
		m.rows.put(feature, from, len(m.weights))
	}
	return m
}

// usual lists the features that enough examples show, and gives the views of each by their places in
// that list.
func usual(examples []Example) (features []uint32, views [][][]int32) {
	var shown []uint32
	for _, e := range examples {
		shown = append(shown, distinct(e.Views[0])...)
	}
	slices.Sort(shown)
	for i, f := range shown {
		if i >= leastSeen-1 && shown[i-leastSeen+1] == f && (i < leastSeen || shown[i-leastSeen] != f) {
			features = append(features, f)
		}
	}
	place := make(map[uint32]int32, len(features))
	for i, f := range features {
		place[f] = int32(i)
	}
	views = make([][][]int32, len(examples))
	for i, e := range examples {
		for _, v := range e.Views {
			var shown []int32
			for _, f := range v {
				if p, ok := place[f]; ok {
					shown = append(shown, p)
				}
			}
			views[i] = append(views[i], shown)
		}
	}
	return features, views
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

// table holds the weight of each feature for each label, those of a feature side by side.
type table struct {
	labels  int
	weights []float32
}

func newTable(labels, features int) table { return table{labels, make([]float32, labels*features)} }

func (t table) row(feature int) []float32 {
	return t.weights[feature*t.labels : (feature+1)*t.labels]
}

// fit finds the weights of one question: the mean of what several orders of the examples give, since
// one order alone leans on its last examples.
func fit(labels, features int, views [][][]int32, targets [][]float64) table {
	mean := newTable(labels, features)
	for order := range orders {
		learn(mean, newTable(labels, features), views, targets, shuffler(order+1)*0x9E3779B97F4A7C15)
	}
	return mean
}

// learn finds the weights for one order of the examples, and adds its part to their mean.
func learn(mean, t table, views [][][]int32, targets [][]float64, shuffle shuffler) {
	order := make([]int, len(views))
	for i := range order {
		order[i] = i
	}
	odds := make([]float32, t.labels)
	var shown []int32
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
			norm := 1 / math.Sqrt(float64(len(shown)+1))
			t.softmax(shown, norm, odds)
			for k := range odds {
				odds[k] = float32((targets[i][k] - float64(odds[k])) * step * norm)
			}
			for _, f := range shown {
				for k, w := range t.row(int(f)) {
					t.weights[int(f)*t.labels+k] = w + odds[k]
				}
			}
		}
		step *= shrink
		if round < rounds-averaged {
			continue
		}
		for i, w := range t.weights {
			mean.weights[i] += w / (averaged * orders)
		}
	}
}

// softmax sets odds to the share of each label.
func (t table) softmax(x []int32, norm float64, odds []float32) {
	clear(odds)
	for _, f := range x {
		for k, w := range t.row(int(f)) {
			odds[k] += w
		}
	}
	high := slices.Max(odds)
	var all float64
	for k, o := range odds {
		e := math.Exp(float64(o-high) * norm)
		odds[k] = float32(e)
		all += e
	}
	for k := range odds {
		odds[k] = float32(float64(odds[k]) / all)
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
