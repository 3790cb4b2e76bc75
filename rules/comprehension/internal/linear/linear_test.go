package linear

import (
	"bytes"
	"slices"
	"testing"
)

// toy is two questions that one feature each settles, among features that say nothing.
func toy() ([]Question, []Example) {
	questions := []Question{{"fruit", []string{"poire", "pomme"}}, {"couleur", []string{"jaune", "rouge", "vert"}}}
	var examples []Example
	for i := range 60 {
		noise := uint32(100 + i%7)
		e := Example{Views: [][]uint32{{uint32(i % 2), uint32(10 + i%3), noise}}}
		e.Answers = [][]string{{questions[0].Labels[i%2]}, {questions[1].Labels[i%3]}}
		if i%5 == 0 {
			e.Views = append(e.Views, []uint32{uint32(i % 2), uint32(10 + i%3)})
		}
		if i%10 == 0 {
			e.Answers[1] = nil // not known
		}
		examples = append(examples, e)
	}
	return questions, examples
}

// answer is the best label of each question.
func answer(m *Model, features ...uint32) []string {
	scores := m.Scores(features)
	var out []string
	for _, q := range m.Questions {
		best := 0
		for k := range q.Labels {
			if scores[k] > scores[best] {
				best = k
			}
		}
		out = append(out, q.Labels[best])
		scores = scores[len(q.Labels):]
	}
	return out
}

func TestTrain(t *testing.T) {
	m := Train(toy())
	for _, c := range []struct {
		features []uint32
		want     []string
	}{
		{[]uint32{0, 10}, []string{"poire", "jaune"}},
		{[]uint32{1, 12}, []string{"pomme", "vert"}},
		{[]uint32{1, 11, 103, 104, 105}, []string{"pomme", "rouge"}},
		{[]uint32{1, 11, 99999}, []string{"pomme", "rouge"}}, // never seen
	} {
		if got := answer(m, c.features...); !slices.Equal(got, c.want) {
			t.Errorf("%v : %v, attendu %v", c.features, got, c.want)
		}
	}
}

// TestAgain: the same examples give the same bytes.
func TestAgain(t *testing.T) {
	first, err := Train(toy()).AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := Train(toy()).AppendBinary(nil)
	if !bytes.Equal(first, again) {
		t.Error("deux apprentissages diffèrent")
	}
}

func TestParse(t *testing.T) {
	m := Train(toy())
	m.Of = "un verger"
	data, err := m.AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	read, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	if read.Of != m.Of {
		t.Errorf("de %q, attendu %q", read.Of, m.Of)
	}
	for f := range uint32(200) {
		if !slices.Equal(read.Scores([]uint32{f}), m.Scores([]uint32{f})) {
			t.Fatalf("%d ne pèse pas pareil", f)
		}
	}
	for n := range data {
		if _, err := Parse(data[:n]); err == nil {
			t.Fatalf("coupé à %d octets, lu quand même", n)
		}
	}
	if _, err := Parse(append(data, 0)); err == nil {
		t.Error("un octet de trop, lu quand même")
	}
}

// FuzzParse: any bytes give a model that weighs, or an error.
func FuzzParse(f *testing.F) {
	data, _ := Train(toy()).AppendBinary(nil)
	f.Add(data)
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Parse(data)
		if err == nil {
			m.Scores([]uint32{0, 1, 1<<32 - 1})
		}
	})
}

// TestLong: saying a thing four times over in a longer text makes it surer, but little more than twice as sure.
func TestLong(t *testing.T) {
	m := Train(toy())
	short, long := m.Scores([]uint32{0, 10}), m.Scores([]uint32{0, 10, 0, 10, 0, 10, 0, 10})
	if long[0] <= short[0] || 2*long[0] > 5*short[0] {
		t.Errorf("%d pour un texte court, %d pour quatre fois le même", short[0], long[0])
	}
}
