package comprehension

// ages reads « 13 ans », « 3 mois » and whose age it is: that of the victim where a danger was
// said, and that of the person otherwise. Durations are none: « depuis 10 ans ».
func (rd *Reader) ages(q *Question, r *reading) {
	age, at := -1, 0
	for i := 1; i+1 < len(r.tokens); i++ {
		if n := r.age(i); n >= 0 && (age < 0 || n < age) {
			age, at = n, i
		}
	}
	if age < 0 {
		return
	}
	if age < 18 && r.once(at) {
		rd.set(q, "age_victime", "majeur", r, at, at+2)
		rd.set(q, "age_personne", "majeur", r, at, at+2)
		return
	}
	value := "majeur"
	switch {
	case age < 15:
		value = "moins_de_15"
	case age < 18:
		value = "de_15_a_17"
	}
	rd.set(q, "age_victime", value, r, at, at+2)
	if age >= 18 {
		rd.set(q, "age_personne", "majeur", r, at, at+2)
	}
}

// ofAge drops the dangers that only a child runs, where who is harmed is told to be of age and no child is named: « une IP
// pour une dame de 85 ans ».
func (rd *Reader) ofAge(q *Question, r *reading) {
	if q.ofAge = rd.base.Get(q.New, "age_victime") == "majeur" && !r.has(r.lex.minor) && !r.anyYoung(); q.ofAge {
		for _, key := range onlyMinors {
			q.New = rd.base.Forget(q.New, key)
		}
	}
}

// anyYoung reports whether the age of a minor stands anywhere.
func (r *reading) anyYoung() bool {
	for i := range r.tokens {
		if r.young(i) {
			return true
		}
	}
	return false
}

// age reads the age that begins at tokens[i], in years, or -1.
func (r *reading) age(i int) int {
	if i == 0 || i+1 >= len(r.tokens) || !r.sieves[i].may(symNumber) {
		return -1
	}
	n, ok := number(r.tokens[i].word)
	if !ok || n > 120 {
		return -1
	}
	switch next := &r.tokens[i+1]; next.word {
	case boundary:
		if i < 2 || r.tokens[i-1].word != "en" || !r.tokens[i].to || !heOrShe[r.tokens[i-2].word] {
			return -1 // but « il en a 12 »
		}
	case "an", "ans", "bougie", "printemp", "balai", "berge":
	case "moi", "semaine", "jour":
		if !r.tokens[i].of {
			return -1
		}
		n = 0
	default:
		return -1
	}
	if r.since(i) {
		return -1
	}
	return n
}

// once reports whether the age of a minor, at tokens[at], is that of a grown-up in the past: « violée à 9 ans »,
// « quand elle avait dix ans », of a woman of 44.
func (r *reading) once(at int) bool {
	if !r.tokens[at].to && !had[r.tokens[at-1].word] {
		return false
	}
	for i := 1; i+1 < len(r.tokens); i++ {
		if r.age(i) >= 18 || grownUp[r.tokens[i].word] {
			return true
		}
	}
	return false
}

var (
	had     = words("avait avais avaient")
	grownUp = words("dame femme madame monsieur homme adulte mme")
)

// since reports whether what is counted at tokens[i] is a duration: « depuis 10 ans ».
func (r *reading) since(i int) bool {
	if i > 1 && lasting[r.tokens[i-2].word] {
		return !r.wordBears(i-1, r.lex.child) && !r.wordBears(i-1, r.lex.person) // « il y a un enfant de 8 ans »
	}
	return lasting[r.tokens[i-1].word]
}

// lasts reports whether a number of years that lasted stands at tokens[i].
func (r *reading) lasts(i int) bool {
	return i > 0 && i+1 < len(r.tokens) && (r.tokens[i+1].word == "ans" || r.tokens[i+1].word == "an") && r.since(i)
}

// young reports whether the age of a minor begins at tokens[i].
func (r *reading) young(i int) bool {
	n := r.age(i)
	return n >= 0 && n < 18
}

// lasting words stand before durations, not ages.
var lasting = words("depuis pendant dans durant y fait après avant tous toutes ici sous bientôt nos ces quelques prendre prend pris risque encourt purge")

// set sets a fact read by code, unless it cannot go with the rest.
func (rd *Reader) set(q *Question, key, value string, r *reading, from, to int) {
	v, err := rd.base.Value(key, value)
	if err != nil {
		return
	}
	more := q.New.With(v)
	if rd.base.Contradicts(more) {
		return
	}
	q.New = more
	q.Spans = append(q.Spans, Span{r.tokens[from].start, r.tokens[to-1].end, key + "=" + value})
}
