package comprehension

import "slices"

// Those with whom one exchanges, and those who are only where something happens.

// beside reports whether a question opens on two professionals, and they are one of them: « référente
// ASE et assistante sociale du CHU ».
func (r *reading) beside(m match) bool {
	if !partners[m.entry.value] || r.tokens[m.from].to || r.tokens[m.from].of {
		return false
	}
	for _, o := range r.found {
		switch {
		case !o.solid || o.entry.key != "destinataire" && o.entry.key != "profession" && o.entry.key != "mission":
		case o.to+1 == m.from && r.tokens[o.to].word == "et" && r.begins(o.from),
			m.to+1 == o.from && r.tokens[m.to].word == "et" && r.begins(m.from):
			return true
		}
	}
	return false
}

// begins reports whether a sentence begins at tokens[i].
func (r *reading) begins(i int) bool {
	return i > 0 && r.tokens[i-1].word == boundary && r.tokens[i-1].hard
}

// partners are those with whom one follows someone.
var partners = map[string]bool{"professionnel_protection_enfance": true, "professionnel_action_sociale": true, "professionnel_sante": true,
	"collegue": true, "enseignant": true}

// toldBefore drops the parents and the family whom one only says to have told, or not, where one asks
// to exchange with somebody else: « on peut se parler, l'infirmière et moi, sans rien dire à la mère ? ».
func (r *reading) toldBefore(cand []match) []match {
	sharing := partners[r.thread]
	for _, m := range cand {
		sharing = sharing || m.entry.key == "destinataire" && !m.entry.weak && partners[m.entry.value] && m.weight >= 10*(named+with)
	}
	if !sharing {
		return cand
	}
	return slices.DeleteFunc(cand, func(m match) bool {
		return m.entry.key == "destinataire" && kin[m.entry.value] && slices.ContainsFunc(r.found, func(o match) bool {
			return o.entry.key == "famille_informee" && o.from <= m.from && m.to <= o.to
		})
	})
}

// arrival reports whether they are only where someone comes: « un couple débarque à la MDS ».
func (r *reading) arrival(m match) bool {
	if !r.tokens[m.from].to || !colleagues[m.entry.value] || m.from < 2 || !comes[r.tokens[m.from-1].word] {
		return false
	}
	w := r.tokens[m.from-2].word
	return w != "je" && w != "on" && w != "nou"
}

var comes = words("débarque débarquent arrive arrivent vient viennent entre entrent surgit revient déboule déboulent passe passent présente présentent arrivé arrivée débarqué présenté présentée pointe pointent entré entrée passé passée venu venue revenu revenue")

// decided reports whether they are a court that only decided something: « le juge a suspendu ses droits »,
// with nobody asking after it. A judge who entrusted « us » with someone is another matter.
func (r *reading) decided(m match) bool {
	if !courts[m.entry.value] || r.tokens[m.from].to || r.tokens[m.from].of {
		return false
	}
	i := m.to
	for i < len(r.tokens) && clitics[r.tokens[i].word] {
		if w := r.tokens[i].word; w == "nou" || w == "me" {
			return false
		}
		i++
	}
	if i >= len(r.tokens) || !ruled[r.tokens[i].word] {
		return false
	}
	for k := i + 1; k+1 < len(r.tokens); k++ {
		if w := r.tokens[k].word; heOrShe[w] && r.after(k+1, 3, r.lex.ask) || w == "lui" || w == "lui-meme" {
			return false
		}
	}
	return true
}

var (
	courts = map[string]bool{"juge": true, "juge_autre": true, "juridiction": true}
	ruled  = words("décidé ordonné fixé interdit suspendu placé tranché retiré ôté enlevé accordé refusé levé supprimé limité prononcé")
)

// belongs reports whether a parent or the family only says whose someone is: « l'avocate de la
// grand-mère », « le propriétaire de la famille ».
func (r *reading) belongs(m match) bool {
	if !r.tokens[m.from].of || !kin[m.entry.value] {
		return false
	}
	return slices.ContainsFunc(r.found, func(o match) bool {
		return o.to == m.from && o.solid && o.entry.key == "destinataire" && !o.entry.weak && o.entry.gives != m.entry.gives
	})
}

var kin = map[string]bool{"famille_tiers": true, "titulaire_autorite_parentale": true}

// lodges reports whether they only say where the person spoken of is followed: « un résident du CHRS »,
// « une jeune de la mission locale ».
func (r *reading) lodges(m match) bool {
	if m.from == 0 || !r.tokens[m.from].of || !colleagues[m.entry.value] {
		return false
	}
	return r.bears(m.from-1, r.lex.person) >= 0 || r.bears(m.from-1, r.lex.child) >= 0
}

// thing reports whether they only say whose thing is spoken of: « l'adresse du centre d'hébergement ».
func (r *reading) thing(m match) bool {
	return m.from > 0 && r.tokens[m.from].of && things[r.tokens[m.from-1].word]
}

var things = words("adresse nom numéro téléphone coordonnées identité diagnostic")

// place reports whether they are only where something happens: « une tuerie dans son lycée », « devant l'école ».
func (r *reading) place(m match) bool {
	at := m.from - 1
	if at > 0 && possessives[r.tokens[at].word] {
		at--
	}
	return places[r.tokens[at].word]
}

var places = words("dans devant derrière près hors vers")

// andMe reports whether « et moi » stands there.
func (r *reading) andMe(i int) bool {
	return i+1 < len(r.tokens) && r.tokens[i].word == "et" && r.tokens[i+1].word == "moi"
}
