package comprehension

// Where the asker works, and as what: no one is spoken to there.

// ownJob reports whether one's job is told among the n words before: « je travaille à la mairie ». « Un
// agent de la mairie » is someone else's.
func (r *reading) ownJob(i, n int) bool {
	for k := i - 1; k >= 0 && k >= i-n && r.tokens[k].word != boundary; k-- {
		if (r.wordBears(k, r.lex.job) || r.bears(k, r.lex.job) >= 0) && !(r.tokens[k].det && r.tokens[k-1].word == boundary) {
			return true
		}
	}
	return false
}

// trade reports whether they are named only for what one does: « j'interviens comme auxiliaire de
// vie », « mon mémoire d'assistante sociale ».
func (r *reading) trade(m match) bool {
	t := &r.tokens[m.from]
	if m.from == 0 || t.det || t.to {
		return false
	}
	return r.tokens[m.from-1].word == "comme" && r.firstPerson(m.from-1, 3) || t.of && ownWork[r.tokens[m.from-1].word]
}

var ownWork = words("métier profession poste rôle fonction mission travail boulot casquette mémoire diplôme formation école études stage concours place")

// workplace reports whether it is where one works: « à l'EHPAD où je travaille », « mon stage à la MECS ».
func (r *reading) workplace(m match) bool {
	if m.from > 0 && r.tokens[m.from].to && ownPlace[r.tokens[m.from-1].word] && colleagues[m.entry.value] {
		return true
	}
	i := m.to
	return i+2 < len(r.tokens) && r.tokens[i].word == "ou" && (r.tokens[i+1].word == "je" || r.tokens[i+1].word == "nou") && r.bears(i+2, r.lex.job) >= 0
}

// setting reports whether they only say where one works, as questions begin: « CHRS. Une dame… »,
// « Au centre social, une dame… ».
func (r *reading) setting(m match) bool {
	const short = 8
	end := m.to
	for end < len(r.tokens) && r.tokens[end].word != boundary {
		end++
	}
	if end >= len(r.tokens)-1 || r.tokens[end].asks {
		return false
	}
	begin := m.from
	for begin > 0 && r.tokens[begin].word != boundary {
		begin--
	}
	opens := r.tokens[begin].hard
	if begin == 0 && m.entry.value == "maire" && r.tokens[m.from].of && r.tokens[end].hard && end-begin <= short && !r.speaks(begin, end) && !r.requestOf(m.from) {
		return true // « Service social de la mairie. Un huissier… »
	}
	switch {
	case !opens || end-begin > short || !colleagues[m.entry.value] || r.met(m) || r.andMe(m.to):
		return false
	case r.tokens[end].hard:
		return begin == 0 && !r.speaks(begin, end)
	}
	if r.tokens[m.from].to && m.from == begin+1 && m.to == end && (!r.speaksIn(end) || r.tokens[end].comma && r.tokens[end+1].det && !clitics[r.tokens[end+1].word]) {
		return true
	}
	t := &r.tokens[m.from] // « Cadre à la région, je voudrais publier… », in a sentence that asks nothing
	return m.from == begin+1 && r.tokens[end].comma && !t.det && !t.to && !t.of && !t.la && !r.speaks(begin, end) && !r.sentenceAsks(end)
}

// colleagues are those of whom the asker may be one.
var colleagues = map[string]bool{"professionnel_action_sociale": true, "professionnel_protection_enfance": true, "professionnel_sante": true,
	"autorite_medicale": true, "assistant_familial": true, "tuteur": true, "caf": true, "direction": true, "enseignant": true}
