// Package rules is the law on professional secrecy in French social work, as data, and the one
// algorithm that decides from it. It is pure: no clock, no network, no randomness; the same facts
// and day give the same decision, byte for byte.
//
// # The law as default logic
//
// The law is a principle with exceptions, exceptions to exceptions, read strictly. The files of
// droit say it that way, and [Load] reads them into a [Base]:
//
//	principe.silence               interdit      CP 226-13
//	  ├─ maire.revelation            autorise      CASF L121-6-2   exception to the principle
//	  │    └─ maire.enfant             interdit                    exception to maire.revelation
//	  └─ peril.assistance            obligatoire   CP 223-6        exception to everything
//
// A [Rule] holds when its conditions do. It applies unless a rule that is an exception to it does:
// an exception that is itself defeated defeats nothing, and what it excepted stands again. Those
// that apply give the verdict. Conditions are all/any/none over facts, each a [Fact] with a finite
// number of values, and nothing else: no loop, no arithmetic, no string. Two rules that apply and
// disagree are a fault of the base, which [Base.Check] finds before it ships; exceptions in a
// ring, another, which Load refuses.
//
// # Facts: known, presumed, unknown
//
// A [FactSet] holds what is known; [Base.ParseFacts] reads one. For the rest, evaluation is three-valued: true, false, open.
// Some facts are presumed when nothing is said of them (« vous êtes tenu au secret »); a decision
// lists the presumptions that bear on it. A presumption may support silence, or say of whoever asks
// what is so of nearly all who do, but never a « non » to a duty: ask [Base.MayRequire], and [Base.Owed] for a duty towards somebody else than the one asked
// about; and neither does silence rest on what nobody thought to mention: ask [Base.Openings].
//
// # Reading a decision
//
// [Base.Decide] gives a [Decision]:
//
//   - one verdict whatever the open facts: Verdict, Rules, Citations;
//   - one live exception: Verdict under Conditions, and Else if one fails;
//   - a fact on which everything turns: no verdict, Ask, and [Base.Branches] for what each answer
//     leads to;
//   - besides any of these, a danger put in doubt by what was said: Reserve, which an answer must
//     open with;
//   - or facts that cannot go together: no verdict, Conflict says why, and [Base.Clash] which.
//
// [Decision.Trace] says what became of each rule: it held, failed on a fact, stayed open on one,
// or was defeated by an exception.
//
// # The law has dates
//
// Rules and provisions hold from a day, to a day. Decide takes the [Date]: 2008-03-06, the day of
// the source document, gives the law as it was then. The base holds too little of earlier
// days to decide on them.
//
// # Proof
//
// Facts being finite, [Base.Check] walks the whole space of their combinations at every date from
// which the base says something else, by splitting only on facts that still matter: one decision
// each, no dead rule, every statement of the document carried, every safety invariant held. Its
// [Report] counts what it looked at, and names the invariants proved on less than the whole.
package rules
