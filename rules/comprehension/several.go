package comprehension

import (
	"slices"

	"motus/rules"
)

// apart takes out of a text the questions that come after its first one and ask of someone or
// something else: « je peux le dire au maire ? et témoigner, j'y suis obligée ? ». What is left is
// read as one question, whatever is told after it.
func (rd *Reader) apart(tokens []token) (first []token, others [][]token) {
	asks := 0
	for _, t := range tokens {
		if t.asks {
			asks++
		}
	}
	if asks < 2 {
		return tokens, nil
	}
	from, asked := 1, false
	first = append(first, tokens[0])
	var said rules.FactSet
	for i := 1; i < len(tokens); i++ {
		if !tokens[i].hard && i < len(tokens)-1 {
			continue
		}
		part := append([]token{tokens[0]}, tokens[from:i+1]...)
		from = i + 1
		if !tokens[i].asks {
			first = append(first, part[1:]...)
			continue
		}
		facts := rd.said(slices.Clone(part))
		if !asked || !rd.elsewhere(facts, said) {
			first = append(first, part[1:]...)
			asked = asked || rd.decisive(facts, Open)
			if said == (rules.FactSet{}) {
				said = facts
			}
			continue
		}
		others = append(others, part)
	}
	return first, others
}

// said reads the facts of a part of a text.
func (rd *Reader) said(tokens []token) rules.FactSet {
	r := rd.lex.read(tokens)
	defer r.release()
	var q Question
	kept, _, _, rivals := r.facts(r.find())
	for _, m := range kept {
		if m.entry.key == "destinataire" {
			continue
		}
		for _, v := range m.entry.facts {
			q.New = q.New.With(v)
		}
	}
	rd.recipient(&q, r, rivals)
	if m := r.turnsTo(); m != nil && rd.base.Get(q.New, "destinataire") == "" {
		rd.fits(&q, r, *m) // « et sa mamie ? »
	}
	return q.New
}

// elsewhere reports whether a part asks of another recipient, or of another act, than was asked.
func (rd *Reader) elsewhere(part, asked rules.FactSet) bool {
	for _, k := range []rules.Key{"destinataire", "acte"} {
		if v, was := rd.base.Get(part, k), rd.base.Get(asked, k); v != "" && was != "" && v != was {
			return true
		}
	}
	return false
}

// others reads the questions beside the first, each as a follow-up to it; and asks the same of the
// other recipients named in one breath: « au maire ou au procureur ? ».
func (rd *Reader) others(q *Question, parts [][]token) {
	if q.Kind != Decision {
		return
	}
	for _, to := range q.Also {
		v, err := rd.base.Value("destinataire", to)
		if err != nil {
			continue
		}
		o := Question{Kind: Decision, Modality: q.Modality, Supposed: q.Supposed, Danger: q.Danger}
		o.New = q.New.With(v)
		o.Facts = rd.over(rules.FactSet{}.With(v), q.Facts)
		q.Others = append(q.Others, o)
	}
	first := *q
	first.Also, first.Others = nil, nil
	for _, part := range parts {
		o := rd.readTokens(part, first, true)
		o.Also, o.Others = nil, nil
		if o.Kind == Decision && o.Facts != q.Facts {
			q.Others = append(q.Others, o)
		}
	}
	q.Also = nil
}

// urgent puts first the report that a text asks of in its last words, where its first ones ask to tell someone else of
// something else: « je peux dire au bailleur qu'il est suivi, et un enfant y est battu, je signale ? ». The « non » owed to
// the first must not bury the duty.
func (rd *Reader) urgent(q *Question, tokens []token) {
	to := rd.base.Get(q.Facts, "destinataire")
	if q.Kind != Decision || to == "" || guards[to] || !q.Endangered(rd.base) || len(q.Others) > 0 {
		return
	}
	r := rd.lex.read(slices.Clone(tokens))
	defer r.release()
	found := r.find()
	end := len(r.tokens) - 1
	last := end - 1
	for last > 0 && r.tokens[last].word != boundary {
		last--
	}
	at := slices.IndexFunc(found, func(m match) bool { return m.entry.key == "destinataire" && m.entry.value == to })
	if at < 0 || last <= found[at].to || !r.reportsBarely(last+1, end) {
		return
	}
	cut := found[at].to
	for r.tokens[cut].word != boundary {
		cut++
	}
	if cut >= last {
		return // no clause tells of a danger in between
	}
	o := rd.readTokens(append([]token{tokens[0]}, tokens[cut+1:]...), Question{}, false)
	if o.Kind != Decision || !o.Endangered(rd.base) || rd.base.Decide(o.Facts, rd.base.VerifiedTo).Verdict != rules.Required {
		return
	}
	o.Others = []Question{*q}
	*q = o
}

// reportsBarely reports whether a clause is but « je signale », « dois-je alerter », and names nobody.
func (r *reading) reportsBarely(from, to int) bool {
	for i := from; i < to && to-from <= 5; i++ {
		if (r.bears(i, r.lex.report) >= 0 || r.bears(i, r.lex.warn) >= 0) && r.wouldReport(i) {
			return !r.reportedTo(i)
		}
	}
	return false
}
