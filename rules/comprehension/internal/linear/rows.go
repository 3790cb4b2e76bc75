package linear

import (
	"math/bits"
	"slices"
)

// rowsOf tells where the weights of a feature are. A feature that no example showed has none: it is
// told apart from all others by its whole hash.
type rowsOf struct {
	slots []slot // a power of two, by the high bits of the hash, or the next free one
	shift uint8
}

// slot holds a feature, and its weights: those from from up to to. It is free if to is 0.
type slot struct {
	feature  uint32
	from, to uint32
}

// newRows makes room for n features.
func newRows(n int) rowsOf {
	width := bits.Len(uint(n)) + 1 // half of the slots stay free
	return rowsOf{make([]slot, 1<<width), uint8(32 - width)}
}

func (r *rowsOf) of(feature uint32) (from, to uint32) {
	for i := feature >> r.shift; ; i++ {
		s := &r.slots[int(i)&(len(r.slots)-1)]
		if s.to == 0 {
			return 0, 0
		}
		if s.feature == feature {
			return s.from, s.to
		}
	}
}

// put adds a feature. One without weights is as none.
func (r *rowsOf) put(feature uint32, from, to int) {
	if from == to {
		return
	}
	i := int(feature >> r.shift)
	for r.slots[i].to != 0 {
		i = (i + 1) & (len(r.slots) - 1)
	}
	r.slots[i] = slot{feature, uint32(from), uint32(to)}
}

// all are the features that weigh something, in order.
func (r *rowsOf) all() []uint32 {
	var all []uint32
	for _, s := range r.slots {
		if s.to != 0 {
			all = append(all, s.feature)
		}
	}
	slices.Sort(all)
	return all
}
