package comprehension

import (
	"slices"
	"strings"
)

// facts chooses, among the terms found, those that give facts: negated dangers give nothing, a
// longer term beats one it covers, and of two values for one fact the surer stays. also are the
// other recipients that one would speak to: « au maire ou au procureur ».
//
// spare is the one most likely spoken to among those only named, should nothing else say to whom.
//
// rivals are all those who may be meant, the likeliest first.
func (r *reading) facts(found []match) (kept []match, also []string, spare *match, rivals []match) {
	r.found = found
	r.reports = r.reportsIt(found)
	cand := make([]match, 0, len(found))
	var told, subjects, only []match // only are those only named
	for _, m := range found {
		if m.entry.key == "destinataire" && r.mandator.entry == nil && r.agent(m) {
			r.mandator = m
		}
		if len(m.entry.facts) == 0 || r.refuted(m) || m.entry.gives == "peril=oui" && r.over(m) || r.covered(m, found) || r.otherwise(m, found) || m.entry.danger && (r.told(m, found) || r.unreal(m)) || r.leaps(m, found) || m.entry.key == "acte" && (!m.entry.weak && r.given(m) || r.anothersAccount(m)) {
			continue
		}
		if m.entry.key == "destinataire" {
			weight, spoken := r.role(m)
			if weight < 0 || r.unsaid(m.from) || !m.entry.prevails && !m.entry.weak && (weight <= named+inQuestion || r.tokens[m.from].of) && (r.guilty(m, found) || r.confides(m, found)) || r.reports && r.unreported(m, weight, spoken) {
				continue
			}
			if weight >= named && !m.entry.weak && !within(m, found) && r.opens(m) {
				subjects = append(subjects, m)
			}
			if m.entry.told && weight <= named+inQuestion {
				only = append(only, m)
				if weight >= named && !within(m, found) && (spare == nil || m.weight > spare.weight) && !r.thing(m) && !r.place(m) {
					spare = &match{m.from, m.to, m.weight, m.solid, m.denies, m.entry, m.term}
				}
				continue
			}
			m.weight += 10 * weight
			if spoken {
				told = append(told, m)
			}
		}
		if m.entry.prevails {
			m.weight += prevails
		}
		cand = append(cand, m)
	}
	cand = r.toldBefore(cand)
	cand = r.askers(cand, only)
	if who := r.asker(cand, subjects); who != nil {
		cand = append(cand, match{who.from, who.to, who.weight + 10*(named+asking), who.solid, who.denies, who.entry, who.term})
	}
	sure := map[string]bool{}
	for _, m := range cand {
		if m.entry.danger && !m.entry.weak {
			sure[m.entry.key] = true
		}
	}
	best := map[string]int{} // fact → index in cand
	var order []string
	for i, m := range cand {
		if m.entry.weak && (len(sure) > 0 && m.entry.danger || (m.entry.key == "destinataire" || m.entry.key == "acte") && slices.ContainsFunc(cand, func(o match) bool { return o.entry.key == m.entry.key && !o.entry.weak })) {
			continue
		}
		j, said := best[m.entry.key]
		if !said {
			order = append(order, m.entry.key)
		}
		if !said || m.weight > cand[j].weight {
			best[m.entry.key] = i
		}
	}
	var out []match
	for _, k := range order {
		out = append(out, cand[best[k]])
	}
	// A shortcut gives several facts (danger=aucun); what is said by name comes last and wins.
	for i, m := range out {
		if len(m.entry.facts) > 1 {
			copy(out[1:i+1], out[:i])
			out[0] = m
		}
	}
	if i, ok := best["destinataire"]; ok && !cand[i].entry.prevails {
		also = others(cand[i], told)
	}
	for _, m := range cand {
		if m.entry.key == "destinataire" && (!m.entry.weak || cand[best["destinataire"]].entry.weak) {
			rivals = append(rivals, m)
		}
	}
	slices.SortStableFunc(rivals, func(a, b match) int { return b.weight - a.weight })
	return out, also, spare, rivals
}

// over reports whether a peril was over long ago: « il y a deux ans, elle avait avalé ses cachets ». The
// tense alone says nothing, « il avait avalé ses cachets quand je suis entrée », nor the date alone.
func (r *reading) over(m match) bool {
	from, to := max(m.from-2, 0), m.to
	if !slices.ContainsFunc(r.tokens[from:to], func(t token) bool { return before[t.word] }) {
		return false
	}
	for ; from > 0 && !r.tokens[from].hard; from-- {
		if r.bears(from, r.lex.past) >= 0 || r.yearsAgo(from) {
			return true
		}
	}
	return false
}

// before are the verbs of what came before something else told.
var before = words("avait avaient étais était étaient avais")

// yearsAgo reports whether « il y a deux ans » stands at tokens[i].
func (r *reading) yearsAgo(i int) bool {
	if i+2 >= len(r.tokens) || r.tokens[i].word != "y" || !spans[r.tokens[i+2].word] {
		return false
	}
	_, ok := number(r.tokens[i+1].word)
	return ok
}

var spans = words("an ans mois semaines années")

// askers puts whoever is only named before « me demande » or « veut savoir », in the same sentence,
// in the place of an unknown: « le père, divorcé depuis peu, veut savoir ».
func (r *reading) askers(cand, only []match) []match {
	for i := range cand {
		m := &cand[i]
		if !m.entry.weak || m.entry.gives != "destinataire=tiers" || r.after(m.to, 12, r.lex.holdBack) {
			continue
		}
		at := slices.IndexFunc(only, func(o match) bool {
			return o.to <= m.from && !r.tokens[o.from].of && !r.sentenceEnds(o.to, m.from)
		})
		if at >= 0 {
			*m = only[at]
			m.weight += 10 * (named + asking)
		}
	}
	return cand
}

// given reports whether handing over begins with what someone did for the asker: « elle m'a donné son
// accord, noté au dossier » hands over no file. « Elle m'a demandé mon dossier » and « on m'a convoqué » do ask.
func (r *reading) given(m match) bool {
	return m.entry.value == "remettre_document" && r.bears(m.from, r.lex.ask) < 0 &&
		m.from > 0 && r.tokens[m.from].to && (r.tokens[m.from-1].word == "me" || r.tokens[m.from-1].word == "nou")
}

// anothersAccount reports whether a testimony is what someone else told: « avec le témoignage d'une résidente ».
func (r *reading) anothersAccount(m match) bool {
	return m.entry.value == "temoigner" && m.to == m.from+1 && strings.HasPrefix(r.tokens[m.from].word, "temoignage") && r.tokens[m.to].of && !possessives[r.tokens[m.from-1].word]
}

// others names the recipients told beside the chosen one, each by words of its own.
func others(chosen match, told []match) []string {
	var out []string
	for _, m := range told {
		apart := m.to <= chosen.from || chosen.to <= m.from
		if m.solid && apart && m.entry.gives != chosen.entry.gives && !slices.Contains(out, m.entry.value) && !within(m, told) {
			out = append(out, m.entry.value)
		}
	}
	return out
}

// told reports whether a danger is only told of: a crime owned up to long after, or what is over by now. Blows to
// a child stay a danger to tell of.
func (r *reading) told(m match, found []match) bool {
	switch m.entry.key {
	case "peril", "disparition_mineur", "disparition_majeur", "suicide":
		return r.longPast(m, found) || r.endedWell(m)
	case "maltraitance", "violences_couple":
		return !r.holdsChild(m) && r.longPast(m, found)
	}
	return false
}

func (r *reading) holdsChild(m match) bool {
	for i := m.from; i < m.to; i++ {
		if r.bears(i, r.lex.minor) >= 0 || r.young(i) {
			return true
		}
	}
	return false
}

// longPast reports whether a crime owned up to, done years ago, holds words of m: « il a violé une étudiante il y a
// quinze ans ».
func (r *reading) longPast(m match, found []match) bool {
	return slices.ContainsFunc(found, func(o match) bool {
		return o.entry.gives == "crime_passe=oui" && o.from < m.to && m.from < o.to && !r.negated(o)
	})
}

// endedWell reports whether the same sentence, or the next one, tells that it ended well: « la fuite de gaz a été réparée »,
// « elle avait fugué, elle est rentrée saine et sauve ». Not so if it began again.
func (r *reading) endedWell(m match) bool {
	if !r.has(r.lex.ended) || r.has(r.lex.again) {
		return false
	}
	ends := 0
	for i := m.to; i < len(r.tokens) && ends < 2; i++ {
		if r.tokens[i].word == boundary && r.tokens[i].hard {
			ends++
		}
		if r.bears(i, r.lex.ended) >= 0 && !negations[r.tokens[i-1].word] {
			return true
		}
	}
	return false
}

// within reports whether a longer term holds m: « mon avocat » holds « avocat ».
func within(m match, all []match) bool {
	for i := range all {
		o := &all[i]
		if o.from <= m.from && m.to <= o.to && o.to-o.from > m.to-m.from && o.entry.key != "sujet" && o.entry.key != "meme_prise_en_charge" {
			return true
		}
	}
	return false
}

// covered reports whether another term holds m and says what m is not: in « mandaté par le juge »,
// the judge is not the one spoken to, nor the mayor in « je suis maire »; in « son mari la
// frappe », no child is ill-treated, unless one is named too.
func (r *reading) covered(m match, found []match) bool {
	from := r.unowned(m)
	for i := range found {
		o := &found[i]
		if o.from > m.to {
			break // they stand in the order of the text
		}
		if m.entry.key == "destinataire" && m.entry.told && o.entry.danger && o.from == m.to && !r.tokens[o.from].of && !r.tokens[m.from].to && !r.tokens[m.from].of {
			return true // « le voisin tape ses enfants »
		}
		if m.entry.key == "destinataire" && o.entry.key == "explication" && o.from <= m.from && m.to <= o.to {
			return true // « tu peux me rappeler ce que couvre le secret ? »
		}
		if m.entry.key == "destinataire" && o.entry.key == "information" && o.entry.value == "rendue_publique" && o.from <= m.from && m.to <= o.to ||
			m.entry.key == "destinataire" && o.entry.key == "autorisation" && o.from <= m.from && m.to <= o.to {
			return true // « elle a raconté son parcours sur son blog », « mon maire m'a autorisée »
		}
		if o.from > from || m.to > o.to || o.to-o.from <= m.to-from {
			continue
		}
		switch {
		case m.entry.key == "destinataire" && (o.from < m.from && o.entry.key == "mandat" && (o.solid || r.tokens[m.from].of || r.tokens[m.from-1].word == "par") || o.solid && o.entry.key == "locuteur" || (o.entry.key == "profession" || o.entry.key == "mission" || o.entry.key == "fonction") && !r.spokenTo(m) && !r.beside(m)):
			return true
		case m.entry.key == "destinataire" && m.entry.told && o.entry.danger && !r.spokenTo(m) && !(partners[m.entry.value] && r.before(m.from, 2, r.lex.with)):
			return true // « le père qui bat son fils »
		case o.entry.key == "violences_couple" && m.entry.key == "maltraitance" && !r.has(r.lex.child):
			return true
		}
	}
	return false
}

// unowned gives where a term begins, past « son » or « leur ».
func (r *reading) unowned(m match) int {
	if m.to-m.from > 1 && possessives[r.tokens[m.from].word] {
		return m.from + 1
	}
	return m.from
}

// leaps reports whether a term with a gap jumps over another recipient to reach its own: in
// « prévenir le procureur malgré les parents », one speaks to the procureur.
func (r *reading) leaps(m match, found []match) bool {
	if m.solid || m.entry.prevails || m.entry.key != "destinataire" {
		return false
	}
	for _, o := range found {
		if o.solid && o.entry.key == "destinataire" && !o.entry.weak && o.entry.gives != m.entry.gives && m.from < o.from && o.to < m.to && !r.lodges(o) {
			return true
		}
	}
	return false
}
