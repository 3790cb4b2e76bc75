package comprehension

import (
	"slices"
	"strings"
)

// facts chooses, among the terms found, those that give facts: negated dangers give nothing, a
// longer term beats one it covers, and of two values for one fact the surer stays. also are the
// other recipients that one would speak to: « au maire ou au procureur ».
func (r *Reader) facts(tokens []token, found []match) (kept []match, also []string) {
	var cand []match
	var told []match
	for _, m := range found {
		if len(m.entry.facts) == 0 || negatable(m.entry) && negated(tokens, m) {
			continue
		}
		if covered(tokens, m, found) || leaps(m, found) {
			continue
		}
		if m.entry.key == "destinataire" {
			spoken := addressed(tokens, m.from)
			if m.entry.told && !spoken && !asks(tokens, m.to) || unsaid(tokens, m.from) {
				continue
			}
			if m.entry.prevails {
				m.weight += prevailing
			}
			if spoken {
				m.weight += 2
				told = append(told, m)
			}
		}
		cand = append(cand, m)
	}
	best := map[string]int{} // fact → index in cand
	var order []string
	for i, m := range cand {
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
	if i, ok := best["destinataire"]; ok {
		also = others(cand[i], told)
	}
	return out, also
}

// prevailing outweighs any term.
const prevailing = 100

// others names the recipients told beside the chosen one, each by words of its own.
func others(chosen match, told []match) []string {
	var out []string
	for _, m := range told {
		apart := m.to <= chosen.from || chosen.to <= m.from
		value := strings.TrimPrefix(m.entry.gives, "destinataire=")
		if m.solid && apart && m.entry.gives != chosen.entry.gives && !slices.Contains(out, value) && !within(m, told) {
			out = append(out, value)
		}
	}
	return out
}

// within reports whether a longer term holds m: « mon avocat » holds « avocat ».
func within(m match, all []match) bool {
	for _, o := range all {
		if o.from <= m.from && m.to <= o.to && o.to-o.from > m.to-m.from {
			return true
		}
	}
	return false
}

var (
	negations = words("pas sans aucun aucune ni jamai nul")
	// direct verbs take the one spoken to as their object; the others need « à » or « avec ».
	direct     = words("prevenir informer saisir avertir appeler alerter renseigner previen informe averti alerte appelle saisi preveni interroger")
	asking     = words("demande demandent veut veulent reclame reclament exige exigent souhaite souhaitent appelle appellent interroge interrogent requiert convoque convoquent insiste insistent aimerait voudrait sollicite sollicitent questionne telephone ecrit contacte relance participe")
	possessive = words("mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs")
	telling    = words("parler dire signaler transmettre ecrire expliquer echanger temoigner repondre donner communiquer confier parle dit dis signale adresser evoquer avec reveler raconter remettre envoyer partager deposer cacher taire")
)

// covered reports whether another term holds m and says what m is not: in « mandaté par le juge »,
// the judge is not the one spoken to, nor the mayor in « je suis maire »; in « son mari la
// frappe », no child is ill-treated, unless one is named too.
func covered(tokens []token, m match, found []match) bool {
	for _, o := range found {
		if o.from > m.from || m.to > o.to || o.to-o.from <= m.to-m.from {
			continue
		}
		switch {
		case o.solid && (o.entry.key == "mandat" || o.entry.key == "locuteur") && m.entry.key == "destinataire":
			return true
		case o.entry.key == "violences_couple" && m.entry.key == "maltraitance" && !slices.ContainsFunc(tokens, func(t token) bool { return children[t.word] }):
			return true
		}
	}
	return false
}

var children = words("enfant bebe nourrisson fil fille fillette garcon gamin gamine petit petite mineur mineure ado adolescent adolescente gosse eleve jeune")

// unsaid reports whether « sans » denies the telling: « sans prévenir les parents », « sans en
// parler au père ».
func unsaid(tokens []token, from int) bool {
	before := func(i int) bool { return i > 0 && tokens[i-1].word == without }
	prev := tokens[max(from-1, 0)].word
	return before(from) || (telling[prev] || direct[prev]) && before(from-1)
}

// leaps reports whether a term with a gap jumps over another recipient to reach its own: in
// « prévenir le procureur malgré les parents », one speaks to the procureur.
func leaps(m match, found []match) bool {
	if m.solid || m.entry.key != "destinataire" {
		return false
	}
	for _, o := range found {
		if o.solid && o.entry.key == "destinataire" && o.entry.gives != m.entry.gives && m.from < o.from && o.to < m.to {
			return true
		}
	}
	return false
}

// negatable entries say nothing when they are denied: « pas de danger », « l'enfant n'est pas en
// danger ». The fact stays unknown; only a term that holds its own negation says « non ».
func negatable(e *entry) bool {
	return e.danger || strings.HasSuffix(e.gives, "=oui") || e.gives == "tenu_au_secret=texte" || e.gives == "mandat=judiciaire"
}

// asks reports whether the words after say that one asks or calls: « le bailleur me demande ».
func asks(tokens []token, to int) bool {
	for i := to; i < len(tokens) && i < to+3 && tokens[i].word != boundary; i++ {
		if asking[tokens[i].word] {
			return true
		}
	}
	return false
}

// negated reports whether a negation stands just before a term, or within its gaps. In « ne pas
// signaler un enfant en danger », what is denied is to tell, not the danger.
func negated(tokens []token, m match) bool {
	for i := m.from - 1; i >= 0 && i >= m.from-2 && tokens[i].word != boundary; i-- {
		if denies(tokens, i) {
			return true
		}
		if infinitive(tokens[i].word) {
			break
		}
	}
	n := 0
	for i := m.from; i < m.to; i++ {
		if denies(tokens, i) && !infinitive(tokens[min(i+1, len(tokens)-1)].word) {
			n++
		}
	}
	return n > m.denies
}

// denies reports whether a word denies: « pas », « aucun », and « plus » after « ne ».
func denies(tokens []token, i int) bool {
	if tokens[i].word != noMore {
		return negations[tokens[i].word]
	}
	for j := i - 1; j >= 0 && j >= i-3; j-- {
		if tokens[j].word == "ne" || tokens[j].word == "n" {
			return true
		}
	}
	return false
}

var noMore = foldWord("plus")

// infinitive reports whether a word is a verb as « ne pas » denies it.
func infinitive(word string) bool {
	return telling[word] || direct[word] || word != "danger" && (strings.HasSuffix(word, "er") || strings.HasSuffix(word, "ir"))
}

// addressed reports whether the words before say that one speaks to it: « prévenir le maire »,
// « parler au maire », « échanger avec le maire ».
func addressed(tokens []token, from int) bool {
	if direct[tokens[from].word] || telling[tokens[from].word] || tokens[from].to {
		return true // the term holds its verb, or « à » stands before it
	}
	if from > 0 && possessive[tokens[from-1].word] && tokens[from-1].to {
		return true // « à son bailleur »
	}
	for i := from - 1; i >= 0 && i >= from-3 && tokens[i].word != boundary; i-- {
		if direct[tokens[i].word] || tokens[i].word == "avec" {
			return true
		}
	}
	return false
}
