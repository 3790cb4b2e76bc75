package rules

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"motus/rules/internal/strictyaml"
)

// MaxFacts bounds how many facts a base may declare; MaxValues, how many values a fact may have.
// A FactSet is an array of this size, so that copying and comparing it costs nothing.
const (
	MaxFacts  = 80
	MaxValues = 64
)

// A fact is counted on eight bits, its values are the bits of a word.
const (
	_ uint8  = MaxFacts - 1
	_ uint64 = 1 << (MaxValues - 1)
)

// Key names a fact: « destinataire ».
type Key string

// Fact is a key with one value of a finite set, as the file faits.yaml declares it.
type Fact struct {
	Key      Key
	Label    string // « à qui »
	Question string // « À qui parleriez-vous ? »
	Values   []FactValue
	Kind     FactKind
	Named    bool // whoever asks names it unprompted: to whom, in which measure

	presumed  int // index of the presumed value, -1 if none
	supposed  []supposition
	silent    bool
	presumes  string    // « vous êtes tenu au secret »
	liftedIf  condition // the presumption is not made when this holds
	doubtedIf condition // the presumption is made for the verdict, but asked first when this holds
	place     Place
	index     uint8
}

// FactKind says how an open fact bears on an answer.
type FactKind uint8

const (
	// Settling facts are conditions: « sous conditions : c'est strictement nécessaire ».
	Settling FactKind = iota
	// Deciding facts are asked before any verdict is given: « un juge vous a-t-il mandaté ? ».
	Deciding
	// Danger facts put peril in doubt as soon as one is said.
	Danger
)

// FactValue is one value of a fact.
type FactValue struct {
	ID        string // ASCII, snake_case
	Label     string // « le maire de la commune »
	Condition string // the same as a condition: « la situation s'aggrave »
	Guards    bool   // one of those to whom the danger of a person to protect is told
	Loose     bool   // says less than a value: one of several, « mineur, âge non précisé »

	mask  uint64 // its bit, or those of the values it may be
	bare  bool   // it has no words of its own as a condition
	place Place
}

// supposition is a value presumed, and shown, in one case only.
type supposition struct {
	when  condition
	value int
	says  string
	place Place
}

// Default returns the value the decision takes when nothing is said, shown or silent.
func (f *Fact) Default() (value string, ok bool) {
	if f.presumed < 0 {
		return "", false
	}
	return f.Values[f.presumed].ID, true
}

func (f *Fact) full() uint64 { return 1<<f.exact() - 1 }

// exact is how many values are not loose: they come first.
func (f *Fact) exact() int {
	for i := range f.Values {
		if f.Values[i].Loose {
			return i
		}
	}
	return len(f.Values)
}

func (f *Fact) value(id string) int {
	for i := range f.Values {
		if f.Values[i].ID == id {
			return i
		}
	}
	return -1
}

// FactSet is what is known of a situation: at most one value for each fact. It is a value: the
// zero FactSet knows nothing, With returns a new one, and two sets compare with ==.
// It belongs to the base that made its values.
type FactSet struct {
	known [MaxFacts]uint8 // value index + 1; 0 is unknown
}

// Value is one fact with one value, made once by Base.Value and cheap to use. The zero Value, which comes
// with an error, says nothing.
type Value struct {
	fact uint8
	said uint8 // value index + 1, as a FactSet knows it
}

// is encodes the value of an index.
func (f *Fact) is(value int) Value { return Value{f.index, uint8(value + 1)} }

// in returns what v says.
func (v Value) in(b *Base) *FactValue { return &b.facts[v.fact].Values[v.said-1] }

// With returns the set with v said, replacing an earlier value of the same fact. A Value that came with
// an error says nothing.
func (f FactSet) With(v Value) FactSet {
	if v.said != 0 {
		f.known[v.fact] = v.said
	}
	return f
}

// Refine returns the set with v said where the set knows less of the fact: « seize ans », of a minor whose
// age was not told. Of a fact of which it knows nothing, or something else, it keeps what it knows.
func (b *Base) Refine(f FactSet, v Value) FactSet {
	if v.said == 0 || f.known[v.fact] == 0 {
		return f
	}
	if had := (Value{v.fact, f.known[v.fact]}); v.in(b).mask&^had.in(b).mask == 0 {
		return f.With(v)
	}
	return f
}

// IsEmpty reports whether nothing is known.
func (f FactSet) IsEmpty() bool { return f == FactSet{} }

// Has reports whether v is known.
func (f FactSet) Has(v Value) bool { return v.said != 0 && f.known[v.fact] == v.said }

// KeyValue is a fact said in data's own words, for printing.
type KeyValue struct{ Key, Value string }

// String prints cle=valeur.
func (kv KeyValue) String() string { return kv.Key + "=" + kv.Value }

// FactError is a fact badly said. Error repeats the word at fault, for a file of the law; Discreet
// says where it stands and what was expected, for what a person types.
type FactError struct {
	full, discreet string
	part           int // place among the facts said, from 1; 0 for one alone

	Astray bool // no such fact or value, and none near enough to propose
}

// Error says what is wrong, with the word at fault.
func (e *FactError) Error() string { return e.full }

// Discreet repeats nothing of what was typed, but for names of facts and values that exist.
func (e *FactError) Discreet() string {
	if e.part == 0 {
		return e.discreet
	}
	return fmt.Sprintf("partie %d : %s", e.part, e.discreet)
}

// Value encodes key=value. It fails, naming what was expected, if the base has no such fact or value.
func (b *Base) Value(key, value string) (Value, error) {
	if f := b.factByKey[Key(key)]; f != nil {
		if i := f.value(value); i >= 0 {
			return f.is(i), nil
		}
	}
	known := b.valuesOf(key)
	if len(known) == 0 {
		hint := b.suggestKey(key)
		return Value{}, &FactError{full: "fait inconnu « " + key + " »" + hint, discreet: "fait inconnu" + hint, Astray: hint == ""}
	}
	if slices.Contains(known, value) {
		short := "« " + key + "=" + value + " » est un raccourci, qui ne se dit pas ici : écrivez les faits qu'il vaut"
		return Value{}, &FactError{full: short, discreet: short}
	}
	hint, of := strictyaml.Suggest(value, known), " pour le fait « "+key+" »"
	if hint == "" && b.factByKey[Key(key)] == nil {
		hint = " : on attend " + strings.Join(known, ", ") // « motus rules faits » would not list them together
	}
	full := "valeur inconnue « " + value + " »" + of + cmp.Or(hint, strictyaml.Among(value, known, listFacts))
	return Value{}, &FactError{full: full, discreet: "valeur inconnue" + of + hint, Astray: hint == ""}
}

// valuesOf lists what may be said of a key: the values of the fact, and those that the shortcuts of that
// name give it.
func (b *Base) valuesOf(key string) []string {
	var out []string
	if f := b.factByKey[Key(key)]; f != nil {
		out = valueIDs(f)
	}
	for _, s := range b.shortNames {
		if value, ok := strings.CutPrefix(s, key+"="); ok {
			out = append(out, value)
		}
	}
	return out
}

// Each iterates over the facts that the set knows, with their values, in the order in which the base
// declares them.
func (b *Base) Each(f FactSet) iter.Seq2[*Fact, string] {
	return func(yield func(*Fact, string) bool) {
		for i, fact := range b.facts {
			if v := f.known[i]; v != 0 && !yield(fact, fact.Values[v-1].ID) {
				return
			}
		}
	}
}

// Known lists what the set knows, in the same order.
func (b *Base) Known(f FactSet) []KeyValue {
	var out []KeyValue
	for fact, value := range b.Each(f) {
		out = append(out, KeyValue{string(fact.Key), value})
	}
	return out
}

// Get returns the value known for a key, or "" if it is unknown.
func (b *Base) Get(f FactSet, key Key) string {
	if fact, ok := b.factByKey[key]; ok {
		if v := f.known[fact.index]; v != 0 {
			return fact.Values[v-1].ID
		}
	}
	return ""
}

// Forget returns the set with the fact of a key forgotten.
func (b *Base) Forget(f FactSet, key Key) FactSet {
	if fact, ok := b.factByKey[key]; ok {
		f.known[fact.index] = 0
	}
	return f
}

func valueIDs(f *Fact) []string {
	out := make([]string, len(f.Values))
	for i, v := range f.Values {
		out[i] = v.ID
	}
	return out
}
