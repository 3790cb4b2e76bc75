package comprehension

import _ "embed"

// frenchWords holds the words of French, folded: a word that is there is no slip of another. It is a
// Bloom filter, made by « make mots » from the word list an-array-of-french-words (MIT): it says
// « yes » of every word it was given, and of one in a thousand others.
//
//go:embed francais.bloom
var frenchWords string

// The filter's size in bits, a power of two, and how many bits each word sets.
const (
	bloomBits = 1 << 22
	bloomHash = 8
)

// isFrench reports whether a folded word is one of French.
func isFrench(word string) bool {
	a, b := hashes(word)
	for range bloomHash {
		bit := a % bloomBits
		if frenchWords[bit/8]&(1<<(bit%8)) == 0 {
			return false
		}
		a += b
	}
	return true
}

// hashes are two halves of FNV-1a, of which the filter's hashes are sums.
func hashes(word string) (a, b uint32) {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		h ^= uint64(word[i])
		h *= 1099511628211
	}
	return uint32(h), uint32(h>>32) | 1
}
