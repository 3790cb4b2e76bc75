package rules

import (
	"slices"
	"strings"
	"testing"
)

// TestAbsorb: what is read out of a group says nothing twice.
func TestAbsorb(t *testing.T) {
	b := base(t)
	leaf := func(kv string) node {
		key, values, err := keyValue(kv)
		if err != nil {
			t.Fatal(err)
		}
		f := b.factByKey[Key(key)]
		n := node{op: opIs, fact: f.index}
		for _, v := range values {
			n.mask |= f.Values[f.value(v)].mask
		}
		return n
	}
	// build makes a condition of « op(part part …) », parts being facts or « tout » of two: « a+b ».
	build := func(o op, parts []string) condition {
		c := condition{{op: o}}
		for _, p := range parts {
			if x, y, both := strings.Cut(p, "+"); both {
				at := len(c)
				c = append(c, node{op: opAll, end: uint16(at + 3)}, leaf(x), leaf(y))
				c[at+1].end, c[at+2].end = uint16(at+2), uint16(at+3)
				continue
			}
			n := leaf(p)
			n.end = uint16(len(c) + 1)
			c = append(c, n)
		}
		c[0].end = uint16(len(c))
		return c
	}
	for _, c := range []struct {
		op    op
		parts string
		known string
		want  string // the places kept, among parts
	}{
		{opAny, "peril=oui peril=oui+arme=oui", "", "1"}, // a, or a and b
		{opAny, "peril=oui+arme=oui peril=oui", "", "2"},
		{opAny, "peril=oui arme=oui", "", "1 2"},
		{opAny, "soignant=oui profession=medecin", "", "1"}, // a doctor is of a health profession
		{opAll, "soignant=oui profession=medecin", "", "2"},
		{opAll, "profession=medecin|psychologue profession=medecin", "", "2"},
		{opAll, "mandat=judiciaire destinataire=juge_mandant", "", "2"},
		{opAny, "mandat=judiciaire destinataire=juge_mandant", "", "1"},
		{opAny, "arme=oui arme=oui", "", "1"},
		{opNone, "soignant=oui profession=medecin", "", "1"}, // not (a or b): neither a health profession
		{opAny, "destinataire=maire|juge destinataire=maire|police", "", "1 2"},
		{opAny, "destinataire=maire|juge destinataire=maire", "mandat=aucun", "1"},
	} {
		f, err := b.ParseFacts(c.known)
		if err != nil {
			t.Fatal(err)
		}
		var v view
		var free [MaxFacts]bool
		for i := range free {
			free[i] = true
		}
		b.see(&f, &free, &v)
		cond := build(c.op, strings.Fields(c.parts))
		var parts []int
		for j := 1; j < len(cond); j = int(cond[j].end) {
			parts = append(parts, j)
		}
		var got []string
		for _, j := range b.absorb(cond, parts, &v.w, c.op == opNone, c.op != opAny) {
			got = append(got, string(rune('1'+slices.Index(parts, j))))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%v de %s, sachant %q : garde %v, attendu %s", c.op, c.parts, c.known, got, c.want)
		}
	}
}

// TestNoEcho: no answer says « a et b » where b says a.
func TestNoEcho(t *testing.T) {
	b := base(t)
	f, err := b.ParseFacts("disparition_mineur=oui,acte=remettre_document,destinataire=police,demande_ecrite=oui,age_victime=moins_de_15")
	if err != nil {
		t.Fatal(err)
	}
	const want = "hors ce cas : vous êtes médecin"
	said := false
	for _, on := range []Date{today, SourceDate} {
		for _, d := range b.MayRequire(f, on) {
			for _, n := range d.Needs {
				said = said || n.Label == want
				if strings.Contains(n.Label, "professionnel de santé et vous êtes médecin") {
					t.Errorf("%s : « %s »", d.Rule, n.Label)
				}
			}
		}
	}
	if !said {
		t.Errorf("« %s » n'est pas dit", want)
	}
}
