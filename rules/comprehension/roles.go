package comprehension

import (
	"slices"
	"strings"
)

// How sure it is that one would speak to someone, or that someone asks: what the words around say.
const (
	spokenTo = 5 // « prévenir le procureur », « dire au maire »
	asking   = 4 // « la police me demande »
	with     = 3 // « échanger avec l'infirmière »
	toward   = 2 // « au maire »

	inQuestion = 1 // « et le procureur, c'est possible ? », said in the sentence that asks
	named      = 1 // « le maire »
	prevails   = 1000
)

// role weighs what a text says of someone named in it: whether one speaks to them, whether they
// ask, or whether they are only spoken of. spoken is set if one would speak to them.
func (r *reading) role(m match) (weight int, spoken bool) {
	if r.agent(m) || m.from > 0 && r.tokens[m.from].of && r.bears(m.from-1, r.lex.agreement) >= 0 {
		return -1, false // « mandaté par le juge », « sans l'accord des parents »
	}
	if r.onPaper(m) {
		return -1, false // « avec un papier signé du parquet »
	}
	if r.acts(m) || r.trade(m) || r.workplace(m) || r.setting(m) || r.lodges(m) || r.arrival(m) || r.amongThem(m) || r.decided(m) || !m.entry.prevails && m.from > 0 && r.tokens[m.from-1].word == "je" {
		return -1, false // « une dame que j'aide à domicile » names no home help
	}
	if r.tokens[m.from].of && m.entry.value == "personne_concernee" && !r.before(m.from, 3, r.lex.request) {
		return -1, false // « les enfants d'une dame réclament son dossier »
	}
	if r.belongs(m) || m.entry.told && r.thing(m) {
		return named, false
	}
	weight = named
	if r.weighed(m) {
		weight = named
	} else if r.spokenTo(m) {
		weight, spoken = weight+spokenTo, true
	} else if r.toldOf(m) {
		weight = named
	} else if r.tokens[m.from].to || m.from > 0 && possessives[r.tokens[m.from-1].word] && r.tokens[m.from-1].to {
		switch {
		case r.before(m.from, 2, r.lex.mandated): // « placé à l'ASE » is where one is
		case r.othersDeed(m.from): // « il en voulait à son chef »
		default:
			weight, spoken = weight+toward, r.listed(m.from)
		}
	} else if r.before(m.from, 3, r.lex.with) {
		weight, spoken = weight+with, true
	}
	if r.asks(m) {
		weight += asking
	}
	pair := !r.tokens[m.from].of && (r.andMe(m.to) || m.to < len(r.tokens) && r.tokens[m.to].of && r.andMe(m.to+1))
	if pair {
		weight += with // « l'assistante sociale du collège et moi »
	}
	if r.has(r.lex.among) && (pair || r.beside(m)) {
		pair = true
		weight += spokenTo // « référente ASE et assistante sociale du CHU, peut-on se dire… »
		if m.entry.value == "professionnel_protection_enfance" {
			weight++ // what binds one of the two is what binds the exchange
		}
	}
	switch {
	case r.informs(m) && r.ofThemselves(m):
		weight += with
	case r.informs(m):
		weight -= asking
	}
	if r.asked(m) {
		weight += inQuestion
	}
	if !pair && !m.entry.weak && r.ownJob(m.from, near(m)) && !r.before(m.from, 4, r.lex.tell) && !r.before(m.from, 4, r.lex.warn) {
		weight -= asking // « assistante sociale au lycée » says where one works
		if r.asks(m) {
			weight -= asking // « je travaille à la mairie, il veut une adresse »
		}
	}
	return weight, spoken
}

// near is how far before them a job tells where one works: « une stagiaire a mis en story » tells
// of no job.
func near(m match) int {
	if m.entry.prevails {
		return 2
	}
	return 4
}

// onPaper reports whether they only say whose paper it is: « avec un papier signé du parquet ».
func (r *reading) onPaper(m match) bool {
	i := m.from - 1
	if i > 0 && signed[r.tokens[i].word] {
		i--
	}
	return i > 0 && r.tokens[m.from].of && (r.tokens[i].det && papers[r.tokens[i].word])
}

var (
	papers = words("papier écrit")
	signed = words("signé tamponné")
)

var ownPlace = words("travail boulot poste stage métier emploi")

// firstPerson reports whether « je », « nous » or « moi » stands among the n words before.
func (r *reading) firstPerson(i, n int) bool {
	for k := i - 1; k >= 0 && k >= i-n; k-- {
		if w := r.tokens[k].word; w == "je" || w == "nou" || w == "moi" {
			return true
		}
	}
	return false
}

// othersDeed reports whether what is done to them is done by someone else: « qu'il en voulait à son chef ».
func (r *reading) othersDeed(i int) bool {
	for k := i - 1; k > 0 && r.tokens[k].word != boundary; k-- {
		switch w := r.tokens[k].word; {
		case firstPerson[w] || w == "on" || w == "nou":
			return false
		case heOrShe[w] && (r.tokens[k-1].word == boundary || subordinate[r.tokens[k-1].word]):
			return true
		}
	}
	return false
}

// listed reports whether they stand in a list of those spoken to: « au maire, au procureur ou au préfet ».
func (r *reading) listed(i int) bool {
	return i == 0 || r.tokens[i-1].word == boundary || links[r.tokens[i-1].word] || alternatives[r.tokens[i-1].word]
}

var alternatives = words("ou ni puis voire même aussi")

// acts reports whether the question is of what they themselves may say: « l'infirmière peut-elle le
// dire ? », « que doit dire l'infirmière ? ».
func (r *reading) acts(m match) bool {
	i := m.to
	if i+1 < len(r.tokens) && modals[r.tokens[i].word] && heOrShe[r.tokens[i+1].word] {
		for k := i + 2; k < len(r.tokens) && k < i+6 && r.tokens[k].word != boundary && r.tokens[k].word != "etre"; k++ {
			if compels(r.tokens[k].word) {
				return false // « le bailleur peut-il m'obliger à parler ? »
			}
			if shown[r.tokens[k].word] && !r.asksOpen() {
				return false // « le prestataire peut-il lire mes notes ? » is told by reading
			}
			if r.bears(k, r.lex.tell) >= 0 || r.bears(k, r.lex.warn) >= 0 {
				return true
			}
		}
	}
	for i < len(r.tokens) && clitics[r.tokens[i].word] {
		i++
	}
	if i+3 < len(r.tokens) && r.tokens[i].word == "est" && heOrShe[r.tokens[i+1].word] && (bound[r.tokens[i+2].word] || bound[r.tokens[i+3].word]) {
		return true // « notre service y est-il vraiment tenu ? »
	}
	k := m.from - 1
	return k > 1 && !r.tokens[m.from].to && modals[r.tokens[k-1].word] && r.tokens[k].word == "dire"
}

// sentenceAsks reports whether the sentence that goes on at i ends in a question mark.
func (r *reading) sentenceAsks(i int) bool {
	for i < len(r.tokens)-1 && !r.tokens[i].hard {
		i++
	}
	return r.tokens[i].asks
}

// speaks reports whether a word of telling, warning or asking stands there.
func (r *reading) speaks(from, to int) bool {
	for i := from; i < to; i++ {
		if r.bears(i, r.lex.tell) >= 0 || r.bears(i, r.lex.warn) >= 0 || r.bears(i, r.lex.ask) >= 0 {
			return true
		}
	}
	return false
}

// speaksIn is speaks for the rest of a sentence.
func (r *reading) speaksIn(from int) bool {
	to := from
	for to < len(r.tokens) && !r.tokens[to].hard {
		to++
	}
	return r.speaks(from, to) || to < len(r.tokens) && r.tokens[to].asks
}

// compels reports whether a verb is one of making others do, or keeping them from it.
func compels(verb string) bool {
	for _, stem := range []string{"oblig", "forc", "contrain", "exig", "impos", "demand", "ordonn"} {
		if strings.HasPrefix(verb, stem) {
			return true
		}
	}
	return false
}

var (
	modals  = words("peut doit peuvent doivent pourrait devrait")
	heOrShe = words("il elle ils elles")
	bound   = words("tenu tenue obligé obligée contraint contrainte forcé forcée libre autorisé autorisée")
)

// reports are nouns that look like verbs of telling: « nos rapports au juge ».
var reports = words("rapport rapports")

// calls are nouns that look like verbs of warning: « son appel ».
var calls = words("téléphone appel alerte contact")

var all = words("tous toutes deux chaque quelque autre monsieur madame ancien ancienne nouveau nouvelle futur jeune")

var possessives = words("mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs")

// before reports whether a word of a class stands among the n words before, in the same clause.
func (r *reading) before(i, n int, class symbol) bool {
	for k := i - 1; k >= 0 && k >= i-n && r.tokens[k].word != boundary; k-- {
		if r.wordBears(k, class) || r.bears(k, class) >= 0 {
			return true
		}
	}
	return false
}

// after reports whether a word of a class stands among the n words after, in the same clause but for commas.
func (r *reading) after(i, n int, class symbol) bool {
	for k := i; k < len(r.tokens) && k < i+n && (r.tokens[k].word != boundary || r.tokens[k].comma); k++ {
		if r.bears(k, class) >= 0 {
			return true
		}
	}
	return false
}

// spokenTo reports whether one tells them: the term holds its verb, a verb that takes them as its
// object stands before, or one that takes « à ».
func (r *reading) spokenTo(m match) bool {
	if r.bears(m.from, r.lex.tell) >= 0 || r.bears(m.from, r.lex.warn) >= 0 {
		return true
	}
	if r.framed(m) || r.dislocated(m) {
		return true
	}
	to := r.tokens[m.from].to || m.from > 0 && r.tokens[m.from-1].to && (possessives[r.tokens[m.from-1].word] || all[r.tokens[m.from-1].word])
	for k := m.from - 1; k > 0 && k >= m.from-8 && r.tokens[k].word != boundary; k-- {
		switch {
		case calls[r.tokens[k].word] && (r.tokens[k].one || possessives[r.tokens[k-1].word] || all[r.tokens[k-1].word]): // « un nouveau téléphone »
		case k >= m.from-4 && r.bears(k, r.lex.warn) >= 0 && toOneself[r.tokens[k-1].word]:
			return false // « elle m'appelle pour savoir pourquoi le juge l'a placé », « comment s'appelle la famille d'accueil »
		case k >= m.from-4 && r.bears(k, r.lex.warn) >= 0 && r.warnsFirst(k, m):
			return false // « saisir la CRIP pour les enfants d'une résidente »
		case k >= m.from-4 && r.bears(k, r.lex.warn) >= 0:
			return !r.done(k) && !r.subject(k) && !(r.tokens[m.from].of && k > 0 && r.tokens[k-1].word == "etre") // « le maire tient à être informé des familles »
		case to && r.bears(k, r.lex.mandated) >= 0 && !clitics[r.tokens[k-1].word] && !r.infinitive(k):
			return false // « confié à notre service par le juge »
		case to && (r.bears(k, r.lex.tell) >= 0 && !reports[r.tokens[k].word] || r.bears(k, r.lex.holdBack) >= 0):
			return !r.done(k) && !r.toldOf(m)
		case r.bears(k, r.lex.ask) >= 0:
			return false // « nous a saisis nous interroge à l'audience »
		}
	}
	return false
}

// warnsFirst reports whether the verb at k has another object before m, that no « et » or « ou » joins to it.
func (r *reading) warnsFirst(k int, m match) bool {
	return slices.ContainsFunc(r.found, func(o match) bool {
		return o.entry.key == "destinataire" && o.solid && !o.entry.weak && o.from == k+1 && o.to < m.from && o.entry.gives != m.entry.gives && r.tokens[o.to].word == "pour"
	})
}

var toOneself = words("me se s")

// subject reports whether somebody one may speak to stands right before the verb at tokens[k], and so
// does what it says: « le commissariat appelle l'accueil ».
func (r *reading) subject(k int) bool {
	if k > 1 && clitics[r.tokens[k-1].word] {
		k--
	}
	return slices.ContainsFunc(r.found, func(o match) bool {
		return o.to == k && o.solid && !o.entry.weak && o.entry.key == "destinataire" && !r.tokens[o.from].to && !r.tokens[o.from].of
	})
}

// done reports whether the verb at tokens[k] tells of what was done, not of what one would do: « j'ai
// écrit au juge », « mon rapport remis au juge ».
func (r *reading) done(k int) bool {
	if k == 0 {
		return false
	}
	return auxiliaries[r.tokens[k-1].word] || k > 1 && auxiliaries[r.tokens[k-2].word] && !r.tokens[k-1].hard || r.bears(k-1, r.lex.document) >= 0
}

var passive = words("est sont été serait seraient sera seront étais était étaient être soit")

var auxiliaries = words("ai avons avez ont avait avions avaient aurait été")

// asks reports whether they ask: « le bailleur me demande », « une demande du bailleur »,
// « contactée par le bailleur ». Where one comes to, « à la MECS », asks for nothing. Who will not have it, or asks for silence, asks for nothing.
func (r *reading) asks(m match) bool {
	if r.by(m) && r.tokens[m.to].word != "qui" && r.pastRelative(m.to) == 0 {
		return r.before(m.from, 5, r.lex.request)
	}
	end := m.to
	if end+1 < len(r.tokens) && r.tokens[end].name {
		end++ // « maître Untel, qui défend le mari, m'appelle »
	}
	if at := r.pastRelative(end); at > 0 {
		if r.verbAfter(at, 5, r.lex.ask) {
			return true
		}
	} else if n := r.relativeEnd(m); n > 0 {
		if r.verbAfter(m.to, min(6, n-m.to), r.lex.ask) {
			return true
		}
	} else if !r.tokens[m.from].to && r.verbAfter(m.to, r.reach(m), r.lex.ask) && !r.withinRelative(m) || m.to < len(r.tokens) && r.tokens[m.to].word == "qui" && r.verbAfter(m.to, 18, r.lex.ask) {
		return true
	}
	if m.from > 0 && (r.tokens[m.from].of || r.by(m)) {
		return r.requestOf(m.from)
	}
	return !r.tokens[m.from].to && (r.wouldKnow(m.to) || r.brings(m.to) || r.quoted(m.to) || r.asksToo(m.to) || r.asksPastAside(m.to))
}

// by reports whether something is done by them: « demandé par ma direction », « agréée par le département ».
func (r *reading) by(m match) bool {
	i := m.from - 1
	if i > 0 && possessives[r.tokens[i].word] {
		i--
	}
	return i >= 0 && r.tokens[i].word == "par"
}

// reach is how far from them the verb may be: farther where the text begins with them.
func (r *reading) reach(m match) int {
	if r.begins(m.from) && !r.tokens[m.from].of {
		return 9
	}
	return 6
}

// verbAfter is after, of the subject: « signé avec la famille, la référente veut » says nothing of
// what the family wants.
func (r *reading) verbAfter(i, n int, class symbol) bool {
	for k := i; k < len(r.tokens) && k < i+n; k++ {
		t := &r.tokens[k]
		if t.word == boundary {
			if !t.comma || k+1 < len(r.tokens) && (r.tokens[k+1].det && !r.tokens[k+1].to && !clitics[r.tokens[k+1].word] || possessives[r.tokens[k+1].word]) {
				return false
			}
			continue
		}
		if end := r.bears(k, class); end >= 0 {
			if passive[r.tokens[k-1].word] {
				continue // « la maman est convoquée » asks for nothing
			}
			if r.bears(k, r.lex.mandated) >= 0 && !clitics[r.tokens[k-1].word] {
				continue // « le juge a ordonné l'anonymat » asks for nothing
			}
			return !r.denied(k, end) && !r.after(end, 4, r.lex.holdBack)
		}
	}
	return false
}

// pastRelative gives the place past « , qui connaît bien les parents, » that begins at i, or 0.
func (r *reading) pastRelative(i int) int {
	for n := 0; n < 2 && i < len(r.tokens) && r.tokens[i].of; n++ {
		i++ // « l'ex-mari de madame, qui n'a aucun droit, réclame »
	}
	if i+1 >= len(r.tokens) || !r.tokens[i].comma || !relative[r.tokens[i+1].word] {
		return 0
	}
	for k := i + 2; k < len(r.tokens) && k < i+14; k++ {
		if r.tokens[k].word == boundary {
			if !r.tokens[k].comma {
				return 0
			}
			return k + 1
		}
	}
	return 0
}

// withinRelative reports whether m is told within « le chauffeur qui le mène au CMP me demande ».
func (r *reading) withinRelative(m match) bool {
	for i := m.from - 1; i > 0 && i >= m.from-6 && r.tokens[i].word != boundary; i-- {
		if r.tokens[i].word == "qui" && r.tokens[i-1].word != boundary {
			return true
		}
	}
	return false
}

// relativeEnd gives where « , qui connaît bien les parents, » that holds m ends, or 0: what follows
// is not said of them.
func (r *reading) relativeEnd(m match) int {
	for i := m.from; i > 0; i-- {
		if r.tokens[i].word != boundary {
			continue
		}
		if at := r.pastRelative(i); at > 0 {
			return at - 1
		}
		return 0
	}
	return 0
}

// denied reports whether the verb at k, that ends at end, is negated: « le maire ne demande rien ».
func (r *reading) denied(k, end int) bool {
	return r.tokens[k-1].word == "ne" || end < len(r.tokens) && negations[r.tokens[end].word] || end+1 < len(r.tokens) && r.tokens[end].word == "ne"
}

// informs reports whether they only told something: « le médecin dit que », « selon le médecin ».
func (r *reading) informs(m match) bool {
	return r.after(m.to, 2, r.lex.inform) || r.before(m.from, 1, r.lex.according)
}

// asked reports whether they are named in the sentence that asks: the last one that ends in a
// question mark.
func (r *reading) asked(m match) bool {
	for i := m.to; i < len(r.tokens); i++ {
		if t := &r.tokens[i]; t.word == boundary && t.hard {
			return t.asks && i == r.lastAsk
		}
	}
	return false
}

// agent reports whether they are the one who mandated: « mandaté par le juge ».
func (r *reading) agent(m match) bool {
	return m.from > 0 && r.tokens[m.from-1].word == "par" && r.before(m.from, 6, r.lex.mandated)
}

// unsaid reports whether « sans » denies the telling: « sans prévenir les parents », « sans en
// parler au père ».
func (r *reading) unsaid(from int) bool {
	if from > 1 && r.tokens[from].to && r.tokens[from-1].word == "pas" && r.tokens[from-2].word != "pourquoi" {
		return true // « je l'adresse pas au tribunal »
	}
	if from > 0 && r.tokens[from].of && !r.tokens[from].la && r.denies(from-1) {
		return true // « elle ne veut pas de police », « jamais de flics »
	}
	before := func(i int) bool { return i > 0 && r.tokens[i-1].word == without }
	if before(from) {
		return true
	}
	return from > 0 && (r.wordBears(from-1, r.lex.tell) || r.wordBears(from-1, r.lex.warn)) && (before(from-1) || from > 1 && before(from-2))
}
