package comprehension

// sieve tells fast that a symbol is not among some: each has one of 256 bits, that others share.
type sieve [4]uint64

func (v *sieve) add(s symbol) { v[s/64%4] |= 1 << (s % 64) }

// may reports whether a symbol may be among them.
func (v *sieve) may(s symbol) bool { return v[s/64%4]&(1<<(s%64)) != 0 }
