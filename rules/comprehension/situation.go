package comprehension

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"motus/rules"
	"motus/rules/internal/strictyaml"
)

// situation is what a question may be about, by the fewest facts that say it, or by the fact that it
// leaves out.
type situation struct {
	name    string
	theme   string
	facts   rules.FactSet
	asked   rules.Key // the fact that it leaves out; then there are no facts
	outcome string    // what the rules decide of it
}

// situation reads one: {situation: le maire, theme: maire, faits: destinataire=maire}.
func (lex *lexicon) situation(r *strictyaml.Reader, item *yaml.Node, b *rules.Base) {
	f := r.Fields(item, "situation", "theme", "faits", "demande")
	s := situation{name: f.MustText("situation"), theme: f.MustText("theme")}
	if !slices.ContainsFunc(rules.Themes, func(t rules.Theme) bool { return t.ID == s.theme }) {
		r.At(f.Got["theme"], "thème inconnu « "+s.theme+" »", "")
		return
	}
	if asked := f.Got["demande"]; asked != nil {
		if s.asked = rules.Key(r.Text(asked)); b.Fact(s.asked) == nil {
			r.At(asked, "fait inconnu « "+string(s.asked)+" »", "")
			return
		}
		s.outcome = outcomeAsks
		lex.situations = append(lex.situations, s)
		return
	}
	says := f.MustText("faits")
	var err error
	if s.facts, err = b.ParseFacts(says); err != nil {
		r.At(f.Got["faits"], err.Error(), "")
		return
	}
	d := b.Decide(s.facts, b.VerifiedTo)
	if d.Conflict != "" {
		r.At(f.Got["faits"], "ces faits ne vont pas ensemble : "+d.Conflict, "")
		return
	}
	s.outcome = outcomeOf(&d)
	lex.situations = append(lex.situations, s)
}

// outcomeOf is what a decision comes to: a verdict, or a question back.
func outcomeOf(d *rules.Decision) string {
	if d.Ask != "" || d.Conflict != "" || d.Verdict == rules.NoVerdict {
		return outcomeAsks
	}
	return d.Verdict.String()
}

// What a text may come to, beside a verdict.
const (
	outcomeAsks    = "clarification"
	outcomeCard    = "fiche"
	outcomeOutside = "hors_champ"
)

// outcome is what the question as read comes to.
func (rd *Reader) outcome(q *Question) (outcome, theme string) {
	switch q.Kind {
	case Decision:
		d := rd.base.Decide(q.Facts, rd.base.VerifiedTo)
		theme = q.Theme
		if theme == "" {
			theme = d.Theme
		}
		if q.Alarmed(rd.base, &d) {
			return outcomeAsks, theme
		}
		return outcomeOf(&d), theme
	case Vague:
		if q.Theme == "" {
			return outcomeAsks, "decision"
		}
		return outcomeAsks, q.Theme
	case Notion:
		return outcomeCard, q.Theme
	}
	return outcomeOutside, ""
}

// How well a situation goes with a text, in the model's units.
const (
	themeTimes       = 3   // the score of its theme, next to that of the likeliest
	agreesUnits      = 32  // for each fact read word by word
	unsaidUnits      = 64  // for each other fact that no word gave
	unsaidDanger     = 192 // for each danger that no word gave
	disagreeUnits    = 128 // for each fact read otherwise
	misreadRecipient = 512 // for someone else than who was read as the one spoken to
)

// settle decides on the situation with that outcome that a text speaks of most likely, by its theme
// and by the facts read word by word: it takes its facts, and all of those read that leave its
// outcome. It returns nil, and takes nothing, if there is none. themes gives the score of each theme.
func (rd *Reader) settle(q *Question, r *reading, outcome string, themes func(string) int32) *situation {
	to := rd.base.Get(q.Facts, "destinataire")
	mandates := rd.base.Get(q.New, "ce_juge_mandate") == "oui" && rd.base.Get(q.New, "destinataire") == to
	var best *situation
	var facts rules.FactSet
	var high int32
next:
	for i := range rd.lex.situations {
		s := &rd.lex.situations[i]
		if s.outcome != outcome || q.reports && rd.bystander(s) || q.ofAge && rd.ofChild(s) || q.parent && rd.another(s, q, r) || mandates && !rd.mandated(s) {
			continue
		}
		score := themeTimes * themes(s.theme)
		for fact, value := range rd.base.Each(s.facts) {
			switch said := rd.base.Get(q.Facts, fact.Key); {
			case said == value:
				score += agreesUnits
			case !rd.mayGuess(q, s, fact, value) || unheard(q, to, fact, value) && !r.names(fact.Key, value) || to == "juge_instruction" && (judges[value] || fact.Key == "acte"):
				continue next
			case said != "":
				score -= disagreeUnits
			case fact.Kind == rules.Danger:
				score -= unsaidDanger
			default:
				score -= unsaidUnits
			}
		}
		if best != nil && score <= high {
			continue
		}
		f, all := rd.joined(s, q.Facts)
		if s.asked == "" && !all {
			continue
		}
		if s.asked == "" && to != "" && rd.base.Get(f, "destinataire") != to {
			if q.plain || judges[to] && !judges[rd.base.Get(f, "destinataire")] && q.Modality == Open && !q.Danger {
				continue // « le juge et le JAF me demandent un rapport » is asked by a judge
			}
			if score -= misreadRecipient; best != nil && score <= high {
				continue
			}
		}
		best, facts, high = s, f, score
	}
	if best != nil && best.asked == "" {
		q.Facts = facts
	}
	return best
}

// bystander reports whether a situation is of someone to whom one does not report that another is in danger.
func (rd *Reader) bystander(s *situation) bool {
	to := rd.base.Get(s.facts, "destinataire")
	return to != "" && !guards[to]
}

// parent is a father or a mother, of whom the whole text may make no one that no word names: « la maman me demande pourquoi il
// a changé de famille d'accueil » is asked by no aunt.
const parent = "titulaire_autorite_parentale"

// another reports whether a situation is of someone else than a parent, or of an act, of whom or of which there is no word.
func (rd *Reader) another(s *situation, q *Question, r *reading) bool {
	to, act := rd.base.Get(s.facts, "destinataire"), rd.base.Get(s.facts, "acte")
	if to == "" {
		return act != "" && rd.base.Get(q.Facts, "acte") != act
	}
	return to != parent && !slices.ContainsFunc(r.found, func(m match) bool {
		return m.entry.key == "destinataire" && m.entry.value == to && !m.entry.weak && !within(m, r.found)
	})
}

// mandated reports whether a situation may be of the judge who gave the mandate: of one who was read as such, the whole text
// makes no one else.
func (rd *Reader) mandated(s *situation) bool {
	to := rd.base.Get(s.facts, "destinataire")
	return to == "" || to == "juge" || to == "juge_mandant"
}

// ofChild reports whether a situation is of a danger that only a child runs.
func (rd *Reader) ofChild(s *situation) bool {
	return slices.ContainsFunc(onlyMinors, func(k rules.Key) bool { return rd.base.Get(s.facts, k) == "oui" })
}

// mayGuess reports whether the whole of a text may give a fact that none of its words does: to whom one
// would speak, what one would do, a danger; or that one would tell too much, or of the other parent, or be
// checked on, which only keeps silent towards whom was read. Never what someone wants, who is bound, what was ordered, how
// old someone is, nor that a danger is past: nothing but a word makes those so. Where few words say to whom,
// they leave nothing of all this to guess, but the danger that one tells just them of.
func (rd *Reader) mayGuess(q *Question, s *situation, fact *rules.Fact, value string) bool {
	to := rd.base.Get(q.Facts, "destinataire")
	switch {
	case fact.Key == "strictement_necessaire":
		return value == "non"
	case fact.Key == "but":
		return value == "controle"
	case q.plain && (fact.Key != "mineur_en_danger" || rd.base.Get(s.facts, "destinataire") != to):
		return false
	case fact.Key == "destinataire":
		return true
	case fact.Key == "contenu":
		return value == "vie_de_l_autre_parent" && to == parent
	case fact.Key == "acte":
		return value != "repondre_requisition" && value != "comparaitre"
	}
	return fact.Kind == rules.Danger && value == "oui"
}

// unheard reports whether a fact is too particular for the whole of a text to give where no word names it: nobody
// speaks of a curator, of a bailiff or of somebody gone missing without saying so. to is the recipient read, if any.
func unheard(q *Question, to string, fact *rules.Fact, value string) bool {
	switch {
	case fact.Key == "destinataire":
		return namedByWords[value]
	case fact.Key == "acte":
		return q.reports || (q.Danger || to == "") && value == "produire_en_defense" // « dénoncer un viol » defends nobody
	}
	if fact.Kind != rules.Danger || value != "oui" || toldByAll[fact.Key] {
		return false
	}
	return fact.Key != "crime_evitable" || q.reports || to == "" && !q.Danger // « elle refuse les repas, je signale ? » tells of no crime
}

var (
	namedByWords = map[string]bool{"curateur": true, "huissier": true, "defenseur_des_droits": true, "prefet": true, "autre_administration": true,
		"administrateur_association": true, "assistant_familial": true, "reseau_social": true, "groupe_messagerie": true}
	// judges are those who may have given a mandate; one who investigates a crime gives none to social work.
	judges = map[string]bool{"juge": true, "juge_mandant": true, "juge_autre": true}
	// toldByAll are the dangers that a text may tell of with none of the words known for them: to see one more of
	// these makes the answer open with acting.
	toldByAll = map[rules.Key]bool{"peril": true, "maltraitance": true, "mineur_en_danger": true}
)

// names reports whether some word of the text says that fact, though it may have been passed over.
func (r *reading) names(key rules.Key, value string) bool {
	return slices.ContainsFunc(r.found, func(m match) bool { return m.entry.key == string(key) && m.entry.value == value })
}

// joined are the facts of a situation, with all of those read that leave its outcome. all is false if
// more is lost than to whom one would speak and what one would do: what was said is not to be taken back.
func (rd *Reader) joined(s *situation, read rules.FactSet) (facts rules.FactSet, all bool) {
	all = true
	same := func(f rules.FactSet) bool {
		if rd.base.Contradicts(f) {
			return false
		}
		d := rd.base.Decide(f, rd.base.VerifiedTo)
		return outcomeOf(&d) == s.outcome
	}
	facts = s.facts
	for _, kv := range rd.base.Known(read) {
		v, err := rd.base.Value(kv.Key, kv.Value)
		if err != nil {
			continue
		}
		if more := rd.base.Forget(facts, rules.Key(kv.Key)).With(v); same(more) {
			facts = more
		} else if kv.Key != "destinataire" && kv.Key != "acte" {
			all = false
		}
	}
	return facts, all
}
