// Package comprehension reads French as teams type it: from a text, and the question before it in
// the thread, to facts, modality and theme. It is pure and deterministic, and it never invents: a
// text that names nothing it knows is not understood.
//
// The steps, each a small function: fold (case, accents, apostrophes) → tokens → terms of the
// lexicon (droit/lexique, data that a jurist can edit) → facts, modality → or else, the nearest
// fiche. Every fact keeps the span of the text that gave it.
package comprehension
