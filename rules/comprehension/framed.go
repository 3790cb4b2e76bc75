package comprehension

import "slices"

// framed reports whether a verb in two parts holds them: « tenir le bailleur au courant », « laisser
// ma cheffe lire mes notes ».
func (r *reading) framed(m match) bool {
	if r.tokens[m.from].to || r.tokens[m.from].of {
		return false
	}
	i := m.from - 1
	if i > 0 && possessives[r.tokens[i].word] {
		i--
	}
	var ends map[string]bool
	switch verb := r.tokens[max(i, 0)].word; {
	case keeps[verb]:
		ends = known
	case lets[verb]:
		ends = shown
	default:
		return false
	}
	for k := m.to; k < len(r.tokens) && k < m.to+4 && r.tokens[k].word != boundary; k++ {
		if ends[r.tokens[k].word] {
			return true
		}
	}
	return false
}

var (
	keeps = words("tenir tiens tient tenons mettre mets met mettons tenu mis")
	known = words("courant confidence boucle parfum")
	lets  = words("laisser laisse laissons laissé faire fais fait")
	shown = words("lire consulter voir regarder accéder entendre entrer fouiller feuilleter")
)

// dislocated reports whether they are set apart at the head of the question, and a pronoun stands for them after the one
// who would tell: « la préfète, j'ai le droit de l'avertir ? », « sa mère, je lui dis ? ».
func (r *reading) dislocated(m match) bool {
	first := m.from - 1
	if first > 0 && possessives[r.tokens[first].word] {
		first--
	}
	if !m.solid || first < 0 || !r.tokens[first].hard && first > 0 || m.to+1 >= len(r.tokens) || !r.tokens[m.to].comma {
		return false
	}
	for k := m.to + 1; k < len(r.tokens) && !r.tokens[k].hard; k++ {
		if r.bears(k, r.lex.tell) < 0 && r.bears(k, r.lex.warn) < 0 {
			continue
		}
		before := r.tokens[k-1].word
		if before == "en" {
			before = r.tokens[k-2].word // « lui en parler »
		}
		if r.tokens[k].la || before == "lui" || before == "leur" || before == "les" {
			return true
		}
	}
	return false
}

// otherwise reports whether the pronoun that m holds stands for someone set apart before it.
func (r *reading) otherwise(m match, found []match) bool {
	return m.entry.value == "personne_visee" && slices.ContainsFunc(found, func(o match) bool {
		return o.entry.key == "destinataire" && o.to < m.to && !r.sentenceEnds(o.to, m.from) && r.dislocated(o)
	})
}

// wouldKnow reports whether the question is whether those who end at i may know something: « sa tante peut-elle avoir
// des nouvelles ? », « le voisin a-t-il le droit de savoir ? ». To see someone is no such thing.
func (r *reading) wouldKnow(i int) bool {
	for n := 0; n < 2 && i < len(r.tokens) && ofAge[r.tokens[i].word]; n++ {
		i++ // « le frère majeur »
	}
	if i+2 >= len(r.tokens) || !modals[r.tokens[i].word] && r.tokens[i].word != "a" {
		return false
	}
	for k := i + 1; k < len(r.tokens) && k < i+7 && r.tokens[k].word != boundary; k++ {
		switch w := r.tokens[k].word; {
		case knows[w]:
			return true
		case gets[w] || reads[w]:
			return slices.ContainsFunc(r.tokens[k+1:min(k+6, len(r.tokens))], func(t token) bool { return wanted[t.word] })
		case r.infinitive(k):
			return false
		}
	}
	return false
}

var (
	ofAge  = words("majeur majeure aîné aînée adulte aussi également")
	knows  = words("savoir connaître apprendre")
	reads  = words("lire consulter accéder feuilleter parcourir prendre demander récupérer")
	wanted = words("cahier courrier courriers fiche document documents papiers expertise certificat nouvelles nouvelle dossier dossiers rapport rapports note notes compte comptes copie adresse bilan bilans écrit écrits information informations projet jugement synthèse")
)
