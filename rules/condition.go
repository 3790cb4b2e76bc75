package rules

// truth is three-valued: a condition over partly known facts is true, false, or open.
type truth uint8

const (
	no truth = iota
	open
	yes
)

func (t truth) not() truth { return yes - t }

// world is what each fact may still be: one bit a value. A known fact has one bit.
type world [MaxFacts]uint64

// op says how a node combines what follows it.
type op uint8

const (
	opIs   op = iota // fact within mask
	opAll            // tout: every child
	opAny            // un: at least one child
	opNone           // aucun: no child
)

// node is one place of a condition, stored in prefix order. end is the index just past it. It is
// small, so that many fit in a processor's cache.
type node struct {
	op   op
	fact uint8
	end  uint16
	mask uint64
	said *said // how it reads, nil for a group that no definition names
}

// condition is a tree of all/any/none over facts, flat in memory. An empty condition is true.
type condition []node

// eval says whether the condition holds in w.
func (c condition) eval(w *world) truth {
	if len(c) == 0 {
		return yes
	}
	return c.evalAt(0, w)
}

// name is the label of the definition that the place stands for, or "".
func (n *node) name() string {
	if n.said == nil {
		return ""
	}
	return n.said.name
}

// is evaluates a leaf.
func (n *node) is(w *world) truth {
	m := w[n.fact]
	if m&n.mask == 0 {
		return no
	}
	if m&^n.mask == 0 {
		return yes
	}
	return open
}

func (c condition) evalAt(i int, w *world) truth {
	n := &c[i]
	if n.op == opIs {
		return n.is(w)
	}
	// all: no wins; any, none: yes wins.
	res := yes
	if n.op != opAll {
		res = no
	}
	for j := i + 1; j < int(n.end); j = int(c[j].end) {
		var t truth
		if c[j].op == opIs { // most parts are leaves
			t = c[j].is(w)
		} else {
			t = c.evalAt(j, w)
		}
		if n.op == opAll {
			if t == no {
				return no
			}
			res = min(res, t)
		} else {
			if t == yes {
				res = yes
				break
			}
			res = max(res, t)
		}
	}
	if n.op == opNone {
		return res.not()
	}
	return res
}

// mentions reports whether the condition reads fact k.
func (c condition) mentions(k uint8) bool {
	for i := range c {
		if c[i].op == opIs && c[i].fact == k {
			return true
		}
	}
	return false
}

// holds reports whether the condition is true in w, which is quicker to tell than eval: the first
// part that is not true settles a « tout ».
func (c condition) holds(w *world) bool { return len(c) == 0 || c.holdsAt(0, w) }

func (c condition) holdsAt(i int, w *world) bool {
	n := &c[i]
	switch n.op {
	case opIs:
		return w[n.fact]&^n.mask == 0
	case opAll:
		for j := i + 1; j < int(n.end); j = int(c[j].end) {
			if !c.holdsAt(j, w) {
				return false
			}
		}
		return true
	case opAny:
		for j := i + 1; j < int(n.end); j = int(c[j].end) {
			if c.holdsAt(j, w) {
				return true
			}
		}
		return false
	}
	return c.evalAt(i, w) == yes
}

// fails reports whether the condition is false in w, which is quicker to tell than eval: the first part
// that may be true settles an « un ».
func (c condition) fails(w *world) bool { return len(c) > 0 && c.failsAt(0, w) }

func (c condition) failsAt(i int, w *world) bool {
	n := &c[i]
	switch n.op {
	case opIs:
		return w[n.fact]&n.mask == 0
	case opNone:
		return c.evalAt(i, w) == no
	}
	for j := i + 1; j < int(n.end); j = int(c[j].end) {
		var fails bool
		if l := &c[j]; l.op == opIs { // most parts are leaves
			fails = w[l.fact]&l.mask == 0
		} else {
			fails = c.failsAt(j, w)
		}
		if fails == (n.op == opAll) {
			return fails
		}
	}
	return n.op == opAny
}

// required calls visit for each leaf without which the condition is false: itself, or those that
// stand directly in « tout ».
func (c condition) required(visit func(*node)) {
	for i := 0; i < len(c); {
		switch c[i].op {
		case opIs:
			visit(&c[i])
			i++
		case opAll:
			i++
		default:
			i = int(c[i].end)
		}
	}
}

// flat reports whether the condition is but leaves that must all be true.
func (c condition) flat() bool {
	leaves := 0
	c.required(func(*node) { leaves++ })
	return leaves == len(c) || c[0].op == opAll && leaves == len(c)-1
}

// facts returns the facts that the condition reads, if it is flat and reads each of them once; else none.
func (c condition) facts() factBits {
	var all factBits
	leaves := 0
	c.required(func(l *node) { all.add(l.fact); leaves++ })
	if !c.flat() || all.len() < leaves {
		return factBits{}
	}
	return all
}

// openLeaf returns the first place on which the condition stays open in w: the one to split on.
func (c condition) openLeaf(w *world) *node {
	var found *node
	c.openLeaves(w, func(l *node) bool { found = l; return false })
	return found
}

// openLeaves calls visit for each leaf that keeps the condition open, leaving out the parts that
// are settled, until visit says false.
func (c condition) openLeaves(w *world, visit func(*node) bool) {
	if c.eval(w) == open {
		c.leavesAt(0, w, visit)
	}
}

// leavesAt is openLeaves for a place known to be open.
func (c condition) leavesAt(i int, w *world, visit func(*node) bool) bool {
	n := &c[i]
	if n.op == opIs {
		return visit(n)
	}
	for j := i + 1; j < int(n.end); j = int(c[j].end) {
		if c.openAt(j, w) && !c.leavesAt(j, w, visit) {
			return false
		}
	}
	return true
}

// openAt reports whether a place is open; most are leaves.
func (c condition) openAt(i int, w *world) bool {
	if c[i].op == opIs {
		return c[i].is(w) == open
	}
	return c.evalAt(i, w) == open
}
