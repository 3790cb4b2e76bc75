// Package comprehension turns a question typed in French into facts, a modality and a theme. It is
// pure and deterministic: the same text and thread give the same Question, and every fact comes
// with the words that gave it.
package comprehension
