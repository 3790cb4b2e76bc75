// Package linear is a linear classifier in whole numbers: each feature of a text, named by a hash,
// weighs for or against each label, and the weights add up. The same features give the same scores on
// every machine. Train finds the weights, in floating point; a Model holds them rounded.
package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
)

// Unit is how much a score of a Model rises when the odds of a label are multiplied by e.
const Unit = 64

// A Question is what is asked of each text, with the labels of which one is the answer.
type Question struct {
	Name   string
	Labels []string
}

// Model weighs the labels of one or more questions. It is safe for concurrent use.
type Model struct {
	Questions []Question
	Of        string // what it was learned from, as its maker names it

	labels  int    // of all questions
	rows    rowsOf // where the weights of each feature are
	weights []weight
}

// weight is what a feature adds to a label, numbered across questions.
type weight struct {
	label uint8
	adds  int8
}

// Scores adds up, for each label of all questions in order, what the features weigh, in Units.
// A feature that comes twice weighs twice.
func (m *Model) Scores(features []uint32) []int32 {
	var sums [256]int32 // a label is a byte
	for _, f := range features {
		from, to := m.rows.of(f)
		for _, w := range m.weights[from:to] {
			sums[w.label] += int32(w.adds)
		}
	}
	n := root(uint32(len(features) + 1))
	out := make([]int32, m.labels)
	for i := range out {
		out[i] = sums[i] * (Unit / grain) * 16 / n
	}
	return out
}

// grain is how many steps a weight has to the unit of log odds, before the length of a text divides it.
const grain = 16

// root is 16 times the square root of n, rounded down: a long text has more features, of which each
// says less.
func root(n uint32) int32 {
	n <<= 8
	x := uint32(1) << ((bits.Len32(n) + 1) / 2)
	for {
		y := (x + n/x) / 2
		if y >= x {
			return int32(x)
		}
		x = y
	}
}

// AppendBinary encodes the model at the end of data.
func (m *Model) AppendBinary(data []byte) ([]byte, error) {
	text := func(s string) { data = append(binary.AppendUvarint(data, uint64(len(s))), s...) }
	text(m.Of)
	data = binary.AppendUvarint(data, uint64(len(m.Questions)))
	for _, q := range m.Questions {
		text(q.Name)
		data = binary.AppendUvarint(data, uint64(len(q.Labels)))
		for _, l := range q.Labels {
			text(l)
		}
	}
	features := m.rows.all()
	data = binary.AppendUvarint(data, uint64(len(features)))
	last := uint32(0)
	for _, f := range features {
		from, to := m.rows.of(f)
		data = binary.AppendUvarint(data, uint64(f-last))
		data = binary.AppendUvarint(data, uint64(to-from))
		for _, w := range m.weights[from:to] {
			data = append(data, w.label, byte(w.adds))
		}
		last = f
	}
	return data, nil
}

// errShort is what a model cut short, or no model at all, gives.
var errShort = errors.New("poids illisibles : fichier coupé ou d'un autre format ; refaites-le par « make apprendre »")

// Parse decodes a model.
func Parse(data []byte) (*Model, error) {
	p := parser{data: data}
	m := &Model{}
	m.Of = p.text()
	for range p.number(16) {
		q := Question{Name: p.text()}
		for range p.number(256) {
			q.Labels = append(q.Labels, p.text())
		}
		if len(q.Labels) == 0 {
			return nil, errShort
		}
		m.labels += len(q.Labels)
		m.Questions = append(m.Questions, q)
	}
	if m.labels > 256 {
		return nil, fmt.Errorf("poids illisibles : %d étiquettes, 256 au plus", m.labels)
	}
	n := p.number(uint64(len(data)))
	m.rows = newRows(int(n))
	f := uint32(0)
	for i := range n {
		more := uint32(p.number(math.MaxUint32))
		if p.short || more == 0 && i > 0 || f+more < f {
			return nil, errShort
		}
		f += more
		from := len(m.weights)
		for range p.number(256) {
			w := weight{p.byte(), int8(p.byte())}
			if int(w.label) >= m.labels {
				return nil, errShort
			}
			m.weights = append(m.weights, w)
		}
		m.rows.put(f, from, len(m.weights))
	}
	if p.short || len(p.data) > 0 {
		return nil, errShort
	}
	return m, nil
}

// parser reads numbers and texts, and notes if they end too soon.
type parser struct {
	data  []byte
	short bool
}

func (p *parser) number(most uint64) uint64 {
	n, k := binary.Uvarint(p.data)
	if k <= 0 || n > most {
		p.data, p.short = nil, true
		return 0
	}
	p.data = p.data[k:]
	return n
}

func (p *parser) byte() byte {
	if len(p.data) == 0 {
		p.short = true
		return 0
	}
	b := p.data[0]
	p.data = p.data[1:]
	return b
}

func (p *parser) text() string {
	n := int(p.number(256))
	if n > len(p.data) {
		p.data, p.short = nil, true
		return ""
	}
	s := string(p.data[:n])
	p.data = p.data[n:]
	return s
}
