package comprehension

// openings marks the clauses that only open or end a message, all of them in the words of that: « Salut
// l'équipe, j'ai une petite question pour vous : », « merci d'avance pour vos retours ». One that asks is
// kept, but for the first. Nothing is marked where nothing else would be left to read.
func (r *reading) openings(drop []bool) (marked bool) {
	if !r.has(r.lex.opening) {
		return false
	}
	var at [][2]int
	left := false
	for from, to := 0, 0; from+1 < len(r.tokens); from = to {
		for to = from + 1; r.tokens[to].word != boundary; to++ {
		}
		if r.opening(from, to) {
			at = append(at, [2]int{from, to})
			continue
		}
		for i := from + 1; i < to; i++ {
			left = left || !drop[i]
		}
	}
	if !left {
		return false
	}
	for _, c := range at {
		for i := c[0] + 1; i < c[1]; i++ {
			drop[i], marked = true, true
		}
	}
	return marked
}

// opening reports whether the clause between two boundaries is made of nothing but the words of openings.
// Whoever is greeted stands after the greeting: « un collègue me pose une question » opens nothing.
func (r *reading) opening(from, to int) bool {
	if r.tokens[to].asks && from > 0 {
		return false
	}
	opens, greets := false, false
	for i, end := from+1, 0; i < to; i = end {
		switch {
		case r.at(i, r.lex.greeting, &end):
			opens, greets = true, true
		case r.at(i, r.lex.opening, &end):
			opens = true
		case r.at(i, r.lex.aroundOpening, &end), greets && r.at(i, r.lex.greeted, &end):
		default:
			return false
		}
	}
	return opens
}

// at reports whether a symbol begins at tokens[i], an adjective's or not, and where it ends.
func (r *reading) at(i int, s symbol, end *int) bool {
	if *end = r.bears(i, s); *end < 0 && r.wordBears(i, s) {
		*end = i + 1
	}
	return *end >= 0
}
