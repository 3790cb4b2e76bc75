package comprehension

import (
	"slices"
	"strings"
)

// To report: « dois-je le signaler ? » says what, not to whom. Whoever did it, or is feared, is not told of it.

// guilty reports whether they are named only for what they did to someone, as one who is feared, or as one who would suffer
// it: « le policier lui a montré son sexe », « frappée par le policier », « elle a peur du policier », « tuer sa mère ».
func (r *reading) guilty(m match, found []match) bool {
	if r.tokens[m.from].to || r.airs(m) {
		return false
	}
	first, at := r.unowned(m), m.from-1
	if at > 0 && possessives[r.tokens[at].word] {
		at--
	}
	if at > 0 && (r.tokens[at+1].of && feared[r.tokens[at].word] || r.tokens[at].word == "voir" && r.denies(at-1)) {
		return true
	}
	for _, o := range found {
		if !harms[o.entry.key] {
			continue
		}
		within := o.from <= first && m.to <= o.to && (!guards[m.entry.value] || m.entry.value == "police")
		does := m.to <= o.from && !r.tokens[m.from].of && r.helpers(m.to, o.from)
		suffers := o.to == at+1 && r.tokens[at+1].word != boundary // « de tuer sa mère »
		by := r.tokens[at].word == "par" && o.to <= m.from && m.from-o.to <= 3 && !r.clauseEnds(o.to, m.from)
		if within || does || suffers || by {
			return true
		}
	}
	return false
}

var (
	feared = words("peur peurs trouille terreur crainte victime")
	harms  = map[string]bool{"maltraitance": true, "maltraitance_institutionnelle": true, "violences_couple": true, "mineur_en_danger": true, "crime_evitable": true}
)

// confides reports whether they are the one who owns up to a danger that the text tells of: « un père m'avoue avoir secoué le
// bébé ». Whoever does it is not the one to tell of it, but if they are spoken to or ask.
func (r *reading) confides(m match, found []match) bool {
	if r.tokens[m.from].to || r.tokens[m.from].of || !endangers(found) {
		return false
	}
	for i := m.to; i < len(r.tokens) && i < m.to+5 && r.tokens[i].word != boundary; i++ {
		switch w := r.tokens[i].word; {
		case ownsUp[w]:
			return true
		case !clitics[w] && !auxiliaries[w] && !nearOwning[w]:
			return false
		}
	}
	return false
}

var (
	ownsUp     = words("avoue avoué avouent avouait confie confié confient confiait confesse confessé reconnaît reconnu admet admis raconte raconté lâche lâché révèle révélé")
	nearOwning = words("vient de en finit par pleurant pleurs enfin")
)

// helpers reports whether nothing but pronouns and auxiliaries stands between a subject and its verb.
func (r *reading) helpers(from, to int) bool {
	for i := from; i < to; i++ {
		if w := r.tokens[i].word; !clitics[w] && !auxiliaries[w] && !passive[w] {
			return false
		}
	}
	return true
}

// reportsIt reports whether one asks to report what happened, and names no one to report it to: « dois-je le signaler ? »;
// « je préviens ? », of a danger. To ask something else after is no such thing: « il me demande si je vais le
// signaler, je lui réponds ? ».
func (r *reading) reportsIt(found []match) bool {
	reports := r.has(r.lex.report)
	if !reports && !r.has(r.lex.warn) {
		return false
	}
	for i := len(r.tokens) - 1; i > 0; i-- {
		end := -1
		if reports {
			end = r.bears(i, r.lex.report)
		}
		if end < 0 {
			end = r.bears(i, r.lex.warn)
			if end < 0 || r.tokens[end].word != boundary || r.tokens[i].la || !endangers(found) {
				continue
			}
		}
		if r.wouldReport(i) {
			return !r.reportedTo(end) && r.tokens[i-1].word != "lui" && r.tokens[i-1].word != "leur" && !r.speaks(end, len(r.tokens))
		}
	}
	return false
}

func endangers(found []match) bool {
	return slices.ContainsFunc(found, func(m match) bool { return m.entry.danger || m.entry.key == "danger" })
}

// wouldReport reports whether the verb at i is what one would do, not what was done.
func (r *reading) wouldReport(i int) bool {
	if strings.HasSuffix(r.tokens[i].word, "er") || strings.HasSuffix(r.tokens[i].word, "re") {
		return true
	}
	for clitics[r.tokens[i-1].word] {
		i--
	}
	w := r.tokens[i-1].word
	return w == "je" || w == "on" || w == "nou"
}

// reportedTo reports whether « à quelqu'un », « auprès de » or « chez » follows in the clause.
func (r *reading) reportedTo(from int) bool {
	for k := from; k < len(r.tokens) && r.tokens[k].word != boundary; k++ {
		if w := r.tokens[k].word; r.bears(k, r.lex.with) >= 0 || w == "aupre" || w == "chez" {
			return true
		}
		for _, m := range r.found {
			if m.from <= k && k < m.to && m.entry.key == "destinataire" && (r.tokens[m.from].to || r.tokens[m.from-1].to || r.airs(m)) {
				return true
			}
		}
	}
	return false
}

// airs reports whether it is a public place where something would be told: « le dénoncer dans la presse ».
func (r *reading) airs(m match) bool {
	return (m.entry.value == "presse" || m.entry.value == "reseau_social") && m.from > 0 && aired[r.tokens[m.from-1].word]
}

var aired = words("dans sur via")

// unreported reports whether someone named is no one to whom that would be reported. Those who protect a child are, but
// for a policeman who is only named.
func (r *reading) unreported(m match, weight int, spoken bool) bool {
	return !spoken && (!guards[m.entry.value] && !m.entry.prevails || m.entry.value == "police" && weight <= named+inQuestion)
}

// guards are those to whom one reports that someone is in danger.
var guards = map[string]bool{"president_cd": true, "procureur": true, "juge": true, "juge_mandant": true, "juge_autre": true, "secours": true, "police": true,
	"autorite_medicale": true, "autorite_controle": true, "cellule_l119_2": true, "defenseur_des_droits": true}
