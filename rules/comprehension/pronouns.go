package comprehension

// asker gives who asks but through a pronoun. What a pronoun wants counts only where nothing else says
// to whom one would speak.
func (r *reading) asker(cand, subjects []match) *match {
	sure := false
	for _, m := range cand {
		if m.entry.key != "destinataire" {
			continue
		}
		if !m.entry.weak {
			sure = sure || m.weight >= 10*(named+toward)
			continue
		}
		if who := r.meant(m.from, m.to, subjects); m.entry.value == "tiers" && who != nil {
			return who
		}
	}
	if sure {
		return nil
	}
	return r.wants(subjects)
}

// openers are the words that a clause may begin with.
var openers = words("et mais que si quand or car puis donc hier lundi mardi mercredi jeudi vendredi aujourd'hui matin soir")

// opens reports whether they are the first ones named in a clause, so that it tells what they do, or
// whom one met: « je croise le médecin ».
func (r *reading) opens(m match) bool {
	i := m.from - 1
	if r.tokens[m.from].to || r.tokens[m.from].of {
		return false
	}
	if r.met(m) {
		return true
	}
	if i > 0 && possessives[r.tokens[i].word] && !r.tokens[i].to && !r.tokens[i].of {
		i--
	}
	return i >= 0 && (r.tokens[i].word == boundary || openers[r.tokens[i].word])
}

// met reports whether one did something with them: « je croise le médecin », « j'ai vu la mère ».
func (r *reading) met(m match) bool {
	i := m.from - 2
	if i > 0 && r.tokens[i].word == "ai" {
		i--
	}
	return i > 0 && r.tokens[m.from].la && r.tokens[i].word == "je"
}

// meant gives who asks where a pronoun, or nothing, stands for them: « sa mère a trouvé ma carte. Elle
// me demande… », « elle tient les comptes et voudrait que je lui montre… ». at is where they ask, and
// end where that verb ends. It is the last one that a clause before began with, if no one else came since.
func (r *reading) meant(at, end int, subjects []match) *match {
	if at == 0 || !r.anaphora(at-1) || end < len(r.tokens) && r.tokens[end].of && r.infinitive(end) {
		return nil // « elle me demande de saisir le juge » asks to be told nothing
	}
	for i := len(subjects) - 1; i >= 0; i-- {
		if m := &subjects[i]; m.to < at {
			return m
		}
	}
	return nil
}

// anaphora reports whether tokens[i] stands for someone named before, or only goes on with them:
// « sa mère, restée dehors, me demande ».
func (r *reading) anaphora(i int) bool {
	if r.tokens[i].comma {
		return r.tokens[i+1].word == "me" || r.tokens[i+1].word == "nou"
	}
	return anaphoric[r.tokens[i].word]
}

// wants gives who a pronoun says to want what one knows, with no « me demande »: « elle voudrait que
// je lui montre », « ils souhaitent connaître ». Someone else that a clause began with since hides them.
func (r *reading) wants(subjects []match) *match {
	for k := 2; k < len(r.tokens); k++ {
		end := r.bears(k, r.lex.ask)
		if end < 0 || r.tokens[k].to || !r.asksToKnow(end) || r.after(end, 4, r.lex.holdBack) {
			continue
		}
		if m := r.meant(k, end, subjects); m != nil && !r.someoneSince(m.to, k) {
			return m
		}
	}
	return nil
}

// asksToKnow reports whether what a verb asks for is that one tells: « que je lui dise », « savoir ».
func (r *reading) asksToKnow(end int) bool {
	for k := end - 1; k < len(r.tokens) && k < end+3; k++ {
		if w := r.tokens[k].word; toKnow[w] || w == "que" && k+1 < len(r.tokens) && (r.tokens[k+1].word == "je" || r.tokens[k+1].word == "nou" || r.tokens[k+1].word == "on") {
			return true
		}
	}
	return false
}

// someoneSince reports whether a clause between began with someone else: « madame », « le jeune ».
func (r *reading) someoneSince(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if w := r.tokens[k-1].word; (w == boundary || w == "et" || w == "mais") && !heOrShe[r.tokens[k].word] && (r.bears(k, r.lex.person) >= 0 || r.bears(k, r.lex.child) >= 0) {
			return true
		}
	}
	return false
}

var toKnow = words("savoir connaître obtenir comprendre lire consulter")

var anaphoric = words("il elle ils elles et ci dernier dernière")

// toldOf reports whether someone else told them, or tells them: « ce que la dame a raconté à
// l'assistante sociale », « les papiers qu'elle donne au bailleur ».
func (r *reading) toldOf(m match) bool {
	if !r.tokens[m.from].to {
		return false
	}
	for k := m.from - 1; k > 0 && k >= m.from-4 && r.tokens[k].word != boundary; k-- {
		if r.bears(k, r.lex.tell) >= 0 {
			return !r.infinitive(k) && (r.tokens[k].to && r.inWhat(k) || r.byThem(k))
		}
	}
	return false
}

// byThem reports whether « il » or « elle » is the subject of the verb at k.
func (r *reading) byThem(k int) bool {
	for k > 1 && clitics[r.tokens[k-1].word] {
		k--
	}
	return k > 0 && heOrShe[r.tokens[k-1].word]
}

// inWhat reports whether tokens[k] is told within « ce que la dame a raconté ».
func (r *reading) inWhat(k int) bool {
	for i := k - 1; i > 0 && i >= k-6 && r.tokens[i].word != boundary; i-- {
		if r.tokens[i].word == "que" || r.tokens[i].word == "qu" {
			return true
		}
	}
	return false
}

// asksStill reports whether « il » or « elle » asks, who in a follow-up is whoever asked before: « non, il
// veut juste des nouvelles ».
func (r *reading) asksStill(m *match) bool {
	return heOrShe[r.tokens[m.from].word] || m.from > 0 && heOrShe[r.tokens[m.from-1].word]
}
