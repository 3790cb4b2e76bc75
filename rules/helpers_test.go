package rules

import "testing"

// base is the embedded law.
func base(t testing.TB) *Base {
	t.Helper()
	b, err := Default()
	if err != nil {
		for _, f := range Faults(err) {
			t.Error(f)
		}
		t.FailNow()
	}
	return b
}
