package comprehension

import "testing"

// TestLies: to lie is asked of as such, whoever it is told to; someone else's lie, or one that the asker would refuse, is not.
func TestLies(t *testing.T) {
	r, _ := byWords(t)
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Puis-je mentir à la CAF ?", true},
		{"Je peux dire à la brigade que je n'ai pas vu le petit alors qu'il dort ici ?", true},
		{"On peut répondre aux policiers qu'on ne connaît pas la dame alors que nous la suivons ?", true},
		{"J'ai le droit de raconter des bobards au bailleur ?", true},
		{"Je peux me taire devant la police ?", false},
		{"Le père ment au juge, je peux le dire ?", false},
		{"Ma directrice veut que je mente au juge. Je peux refuser ?", false},
		{"Ma directrice me demande de mentir au juge, puis-je refuser ?", false},
	} {
		if got := r.Read(c.text, Question{}).Lie; got != c.want {
			t.Errorf("%s : mensonge %v, attendu %v", c.text, got, c.want)
		}
	}
}
