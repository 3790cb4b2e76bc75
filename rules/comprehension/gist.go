package comprehension

import (
	_ "embed"
	"fmt"
	"math"
	"slices"

	"motus/rules"
	"motus/rules/comprehension/internal/linear"
)

// The lexicon knows terms one by one. What a whole text is about, said in words that no term holds,
// is learned from labelled questions: each word, each pair of words, each term found weighs for or
// against each outcome and each theme. Weights are whole numbers, learned once by « make apprendre »
// from exemples/: the same text gives the same reading everywhere.
//
// They choose which situation of the lexicon is decided on (situations.yaml), or that there is none: a
// notion is asked for, or something else; and they may turn to another theme, or ask where in doubt.
// The verdict is what the rules say of the facts.

//go:embed gist.bin
var gistWeights []byte

// gist weighs what a whole text is about.
type gist struct {
	*linear.Model
	outcomes, themes []string
}

// The questions that the model answers, by their names.
const (
	outcomeQuestion = "issue"
	themeQuestion   = "theme"
	noTheme         = "-" // of what is out of scope
)

func loadGist(data []byte) (*gist, error) {
	m, err := linear.Parse(data)
	if err != nil {
		return nil, err
	}
	if len(m.Questions) != 2 || m.Questions[0].Name != outcomeQuestion || m.Questions[1].Name != themeQuestion {
		return nil, fmt.Errorf("poids faits pour d'autres questions ; refaites-les par « make apprendre »")
	}
	return &gist{m, m.Questions[0].Labels, m.Questions[1].Labels}, nil
}

// weighed are the scores of each outcome and theme, for one text.
type weighed struct {
	g                *gist
	outcomes, themes []int32
}

func (g *gist) weigh(features []uint32) weighed {
	scores := g.Scores(features)
	return weighed{g, scores[:len(g.outcomes)], scores[len(g.outcomes):]}
}

func (w weighed) outcome() string { return w.g.outcomes[highest(w.outcomes)] }

// lead is by how much the likeliest outcome outweighs the next.
func (w weighed) lead() int32 {
	best := highest(w.outcomes)
	next := int32(math.MinInt32)
	for i, s := range w.outcomes {
		if i != best {
			next = max(next, s)
		}
	}
	return w.outcomes[best] - next
}

func (w weighed) theme() string { return w.g.themes[highest(w.themes)] }

func (w weighed) ofOutcome(label string) int32 { return scoreOf(w.g.outcomes, w.outcomes, label) }
func (w weighed) ofTheme(label string) int32   { return scoreOf(w.g.themes, w.themes, label) }

// scoreOf is the score of a label; that of the least likely if no example had it.
func scoreOf(labels []string, scores []int32, label string) int32 {
	if i := slices.Index(labels, label); i >= 0 {
		return scores[i]
	}
	return slices.Min(scores)
}

func highest(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// Margins by which the whole text must outweigh its words one by one, in the model's units. They were chosen
// with the model asked of examples that it had not learned, and are larger where being wrong harms most.
const (
	outcomeMargin = 4
	dangerMargin  = 96      // to keep silent, or speak of something else, where the words tell of a danger
	neverMargin   = 1 << 20 // to make a notion, or something else, of a child in danger that the words tell of
	followsMargin = 24      // what goes on with a thread says little, and its words say it
	shortMargin   = 64      // where few words name a notion, or say nothing at all; or say to whom one would speak, and not of what
	cardMargin    = 24      // a notion asked for by name
	inventMargin  = 32      // for a danger or an act that no word says, nor to whom it is told
	perilMargin   = 96      // for a peril
	outsideMargin = 128     // to say that what was not understood is about something else
	themeMargin   = 8

	doubtMargin       = 72 // for silence over a duty to speak not to be asked about
	doubtDangerMargin = 48 // for silence over speech, once a danger was named

	recipientMargin = 24 // to doubt who was read as the one spoken to
	toldMargin      = 96 // to doubt it though words say it
	unreadMargin    = 12 // for each word not read: it may be a slip of what says the contrary
)

// brief is how many words say all they say: « et si la famille refuse ? ».
const brief = 9

// margin is by how much the whole text must outweigh its words for another outcome. More is asked
// where being wrong harms most.
func (rd *Reader) margin(q *Question, whole string, follows, short bool) int32 {
	silence := rules.Forbidden.String()
	switch {
	case q.learns && whole == outcomeOutside:
		return neverMargin
	case short && (q.Kind == NotUnderstood || q.named || whole == outcomeOutside && rd.base.Get(q.Facts, "destinataire") != ""):
		return shortMargin
	case q.named:
		return cardMargin
	case (whole == outcomeOutside || whole == outcomeCard) && !q.notion && rd.base.Get(q.New, "mineur_en_danger") == "oui":
		return neverMargin
	case (whole == silence || whole == outcomeOutside || whole == outcomeCard) && q.Endangered(rd.base):
		return dangerMargin
	case follows:
		return followsMargin
	}
	return outcomeMargin
}

// whole takes another situation than the one read word by word, if the whole text speaks of it clearly.
// A present peril stays one, a word not read stays a doubt, and what only answers or turns what was
// said before says it all. t is how the text turns.
func (rd *Reader) whole(q *Question, r *reading, before Question, follows bool, t turn) {
	if rd.gist == nil && rd.examine == nil || q.Kind == Unsure || q.alarm || q.New.Has(rd.peril) || follows && (t&^precise != 0 || len(r.tokens) <= brief && !q.New.IsEmpty() || rd.answers(q, before)) {
		return
	}
	outcome, theme := rd.outcome(q)
	seen := rd.features(q, r, before, follows, outcome, theme)
	if rd.examine != nil {
		seen.all = slices.Clone(seen.all)
		rd.examine(seen)
		return
	}
	s := rd.gist.weigh(seen.all)
	outcome, theme = rd.believe(q, r, before, s, outcome, theme, rd.margin(q, s.outcome(), follows, len(r.tokens) <= brief)+int32(unreadMargin*seen.unread))
	rd.doubt(q, s, outcome, theme)
}

// believe takes the situation that the whole text speaks of, if it outweighs the outcome of its words by a
// margin; else it keeps what is read, of the theme that the whole speaks of. It returns what the question
// comes to now, and its theme.
func (rd *Reader) believe(q *Question, r *reading, before Question, s weighed, outcome, theme string, margin int32) (now, of string) {
	likely, about := s.outcome(), s.theme()
	if about == noTheme || s.ofTheme(about)-s.ofTheme(theme) < themeMargin {
		about = theme
	}
	if likely != outcome && s.lead() >= outcomeMargin && s.ofOutcome(likely)-s.ofOutcome(outcome) >= margin {
		words := *q
		if says := rd.take(q, r, before, s, outcome, about); says != "" {
			silence := likely == rules.Forbidden.String()
			q.calm = silence && s.ofOutcome(likely)-max(s.ofOutcome(rules.Required.String()), s.ofOutcome(rules.Allowed.String())) >= dangerMargin
			if now, of = rd.outcome(q); now == likely || silence && now == outcomeAsks { // a word of danger keeps it open
				q.words = &words
				q.Spans = append(slices.Clip(q.Spans), Span{0, 0, says + " (d'après l'ensemble)"})
				return now, of
			}
		}
		*q = words
	}
	switch {
	case outcome == outcomeOutside:
		if q.Kind == NotUnderstood && likely == outcome && s.lead() >= outsideMargin {
			q.Kind, q.Near = OutOfScope, nil // it was understood: it is about something else
		}
	case about != theme && !q.named:
		rd.turnTo(q, r, about)
		theme = about
	}
	return outcome, theme
}

// take makes of a question what the whole of its text says, and tells what that is, as the trace does; "" if
// nothing goes with it, or if it is not sure enough for what it adds. about is its theme.
func (rd *Reader) take(q *Question, r *reading, before Question, s weighed, outcome, about string) (says string) {
	likely := s.outcome()
	switch likely {
	case outcomeOutside:
		q.Kind, q.Theme, q.Card, q.Asked, q.Facts = OutOfScope, "", nil, "", before.Facts
		return "question : " + likely
	case outcomeCard:
		if q.Kind == Decision && (q.Modality == Forbidden || q.Modality == Must) && rd.addressed(q, r) {
			return "" // « ça peut me retomber dessus si je parle au bailleur ? »: oui or non is wanted
		}
		card := rd.cards.about(r, about)
		if card == nil {
			return ""
		}
		q.explain(card)
		q.Facts = before.Facts
		return "question : " + likely
	}
	words := *q
	m := rd.settle(q, r, likely, s.ofTheme)
	if m == nil || m.asked != "" && words.told && (m.asked == "destinataire" || words.Endangered(rd.base)) || s.ofOutcome(likely)-s.ofOutcome(outcome) < rd.boldness(&words, q, m) {
		return ""
	}
	q.Kind, q.Card, q.Near, q.Asked, q.Theme = Decision, nil, nil, m.asked, about
	if about == "" {
		q.Theme = m.theme
	}
	if m.asked != "" {
		q.Kind = Vague
	}
	return "situation : " + m.name
}

// peril is the danger that obliges whoever knows of it, whatever else is so.
const peril = "peril"

// boldness is by how much the whole text must outweigh its words for a situation that says what no word says:
// a danger, or an act, unless the recipient read is the one who is told such things; or another recipient.
func (rd *Reader) boldness(words, q *Question, m *situation) (least int32) {
	to := rd.base.Get(words.Facts, "destinataire")
	if to != "" && rd.base.Get(q.Facts, "destinataire") != to {
		least = recipientMargin
		if words.told {
			least = toldMargin
		}
	}
	for fact, value := range rd.base.Each(q.Facts) {
		switch danger := fact.Kind == rules.Danger && value == "oui"; {
		case !danger && fact.Key != "acte" || rd.base.Get(words.Facts, fact.Key) != "":
		case fact.Key == peril:
			return perilMargin
		case to == "" || rd.base.Get(m.facts, "destinataire") != to:
			least = max(least, inventMargin)
		}
	}
	return least
}

// doubt asks for the fact that would settle it, rather than decide, where the whole text leaves silence and
// a duty to speak too close; and silence and leave to speak, once a danger was named.
func (rd *Reader) doubt(q *Question, s weighed, outcome, theme string) {
	silence, duty := s.ofOutcome(rules.Forbidden.String()), s.ofOutcome(rules.Required.String())
	asked := rules.Key("peril")
	if rd.base.Get(q.Facts, "destinataire") == "juge_instruction" && !q.Danger {
		return // the duty weighed is one towards a judge who gave a mandate
	}
	switch outcome {
	case rules.Forbidden.String():
		margin := int32(doubtMargin)
		if q.Danger || q.Endangered(rd.base) {
			duty, margin = max(duty, s.ofOutcome(rules.Allowed.String())), doubtDangerMargin
		}
		if silence-duty >= margin || rd.base.Get(q.Facts, asked) != "" {
			return
		}
	case rules.Required.String():
		if duty-silence >= doubtMargin {
			return
		}
		if asked = rd.settling(q.Facts); asked == "" {
			return
		}
	default:
		return
	}
	if q.words == nil {
		words := *q
		q.words = &words
	}
	q.Kind, q.Asked, q.Theme = Vague, asked, theme
	q.Spans = append(slices.Clip(q.Spans), Span{0, 0, "question : clarification (l'ensemble laisse un doute)"})
}

// settling is the missing fact of which one value makes it a duty to speak, and another forbids it; "" if
// there is none.
func (rd *Reader) settling(f rules.FactSet) rules.Key {
	d := rd.base.Decide(f, rd.base.VerifiedTo)
	for _, k := range d.Missing {
		var forbids, requires bool
		for _, br := range rd.base.Branches(f, k, rd.base.VerifiedTo) {
			forbids = forbids || br.Verdict == rules.Forbidden
			requires = requires || br.Verdict == rules.Required
		}
		if forbids && requires {
			return k
		}
	}
	return ""
}

// answers reports whether a text says what Motus asked, or takes a danger back.
func (rd *Reader) answers(q *Question, before Question) bool {
	asked := before.asks(rd.base)
	return asked != "" && rd.base.Get(q.New, asked) != "" || rd.base.Get(q.New, "peril") == "non"
}

// turnTo keeps what is read, and takes another theme for it.
func (rd *Reader) turnTo(q *Question, r *reading, theme string) {
	if q.Kind == Notion {
		if card := rd.cards.about(r, theme); card != nil {
			q.explain(card)
		}
		return
	}
	q.Theme = theme
}

// hash is FNV-1a.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// feature joins a kind of feature and what it is of.
func feature(kind byte, a, b uint32) uint32 {
	h := (a^uint32(kind)*0x9E3779B1)*0x85EBCA6B ^ (b+0x7F4A7C15)*0xC2B2AE35
	h ^= h >> 15
	h *= 0x2C1B3C6D
	return h ^ h>>15
}

// seen are the features of a text, by what they come from.
type seen struct {
	all         []uint32
	unread      int // words that are none of French, nor of the lexicon
	words, read int // how many of all are of words alone, then of terms and classes found; the rest are of pairs
}

// features lists what is seen in a text: what the lexicon read in it, the words, and how they follow
// each other. It is good until r is released.
func (rd *Reader) features(q *Question, r *reading, before Question, follows bool, outcome, theme string) seen {
	n := len(r.tokens)
	out := r.features
	ids := make([]uint32, n)
	unread := 0
	for i := range r.tokens {
		t := &r.tokens[i]
		ids[i] = hash(t.word)
		if t.word == boundary {
			continue
		}
		out = append(out, feature('w', ids[i], 0))
		if r.first[i] == r.first[i+1] && len(t.word) >= minTypo && !t.name && !isFrench(t.word) {
			unread++
		}
		if len(t.word) > 5 {
			out = append(out, feature('s', hash(t.word[:5]), 0))
		}
		if t.to {
			out = append(out, feature('a', ids[i], 0))
		}
	}
	s := seen{words: len(out), unread: unread}
	for i := range r.found {
		out = append(out, feature('g', hash(r.found[i].entry.gives), 0))
	}
	facts := len(out)
	for fact, value := range rd.base.Each(q.Facts) {
		out = append(out, feature('f', hash(string(fact.Key)), hash(value)))
	}
	for i, f := range out[facts:len(out):len(out)] { // a fact weighs otherwise with another, and as one asks
		out = append(out, feature('M', f, uint32(q.Modality)))
		for _, g := range out[facts : facts+i] {
			out = append(out, feature('x', f, g))
		}
	}
	if follows {
		for fact, value := range rd.base.Each(before.Facts) {
			out = append(out, feature('B', hash(string(fact.Key)), hash(value)))
		}
		was, of := rd.outcome(&before)
		out = append(out, feature('F', 0, 0), feature('F', hash(was), 0), feature('F', hash(of), 1))
	}
	out = append(out, feature('m', uint32(q.Modality), 0),
		feature('V', hash(outcome), 0), feature('T', hash(theme), 0), feature('V', hash(outcome), hash(theme)),
		feature('R', hash(outcome), hash(rd.base.Get(q.Facts, "destinataire"))))
	for i := range r.tokens {
		for _, c := range r.tagsOf(i) {
			if k := rd.lex.hashes[c.sym]; k != 0 && !c.word && !r.hidden[i] {
				out = append(out, feature('k', k, 0))
			}
		}
	}
	for _, g := range r.groups {
		if k := rd.lex.hashes[g.sym]; k != 0 {
			out = append(out, feature('k', k, 0))
		}
	}
	long := uint32(min(n/4, 9))
	out = append(out, feature('l', long, 0), feature('l', long, hash(outcome)))
	if to := rd.base.Get(q.Facts, "destinataire"); to != "" { // the same words say other things to a parent and to a judge
		to := hash(to)
		for i := range r.tokens {
			if w := r.tokens[i].word; len(w) > 3 {
				out = append(out, feature('D', hash(w[:min(len(w), 5)]), to))
			}
		}
	}
	s.read = len(out) - s.words
	for i := range ids {
		w := r.tokens[i].word
		ids[i] = hash(w[:min(len(w), 4)]) // « signaler » and « signalement » follow « je dois » alike
	}
	for i := 1; i < n; i++ {
		out = append(out, feature('b', ids[i-1], ids[i]))
		if i > 1 && r.tokens[i-1].word != boundary {
			out = append(out, feature('e', ids[i-2], ids[i]))
		}
	}
	r.features = out
	s.all = out
	return s
}
