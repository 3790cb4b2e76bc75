package rules

// Unread returns the first day from which the law on what is asked was read, where that is after the day asked
// about; the zero Date where nothing says that it was not. A rule may hold since a code was renumbered, and that
// code was read no further back: what stood before may have said the same, or not.
func (b *Base) Unread(f FactSet, on Date) Date {
	var since Date
	var v view
	b.see(&f, nil, &v)
	if v.contradiction != "" {
		return since
	}
	var s standing
	b.weigh(b.epochAt(on), &v.w, &s)
	for _, r := range b.rules {
		if on.Before(r.ReadSince) && since.Before(r.ReadSince) && b.bears(r, &v, &s) {
			since = r.ReadSince
		}
	}
	return since
}

// bears reports whether a rule, in force or not, has its say on what is asked: it holds, or may by facts that
// whoever asks would not have named, and none that holds defeats it.
func (b *Base) bears(r *Rule, v *view, s *standing) bool {
	switch t := r.when.eval(&v.w); {
	case t == no || r.by.meets(s.firm):
		return false
	case t == yes:
		return true
	}
	_, unsaid := b.needs(r, &v.w, s)
	return !unsaid && b.attainable(r.rank, &v.w)
}
