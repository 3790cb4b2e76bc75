package rules

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"
)

// TestDescribe: what « et » and « ou » join shows, however deep.
func TestDescribe(t *testing.T) {
	a := wholeBase(t)
	for si, want := range map[string]string{
		"destinataire=maire":         "à qui : le maire",
		"destinataire=maire|juge":    "à qui : le maire ou le juge",
		"justice":                    "à qui : le juge\nle mandat : un juge",
		"[peril=oui, cri=oui]":       "un péril : un péril\nun cri : on crie",
		"{aucun: [peril=oui]}":       "rien de ceci : un péril : un péril",
		"{un: [peril=oui]}":          "un péril : un péril",
		"{un: [peril=oui, cri=oui]}": "l'un de ceci : 1° un péril : un péril ; 2° un cri : on crie",
		"{aucun: [justice, {tout: [peril=oui, cri=oui]}]}":                    "rien de ceci : 1° le juge qui mandate ; 2° un péril : un péril, et un cri : on crie",
		"{un: [justice, {tout: [{un: [peril=oui, cri=oui]}, mandat=aucun]}]}": "l'un de ceci : 1° le juge qui mandate ; 2° (l'un de ceci : a) un péril : un péril ; b) un cri : on crie), et le mandat : personne",
	} {
		m := tiny(a)
		i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "regles/r.yaml" })
		data := strings.Replace(string(a.Files[i].Data), "si: {un: [peril=oui, peril=non]}", "si: "+si, 1)
		m["regles/r.yaml"] = &fstest.MapFile{Data: []byte(data)}
		b, err := Load(m)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(b.Describe(b.Rule("principe.silence")), "\n"); got != want {
			t.Errorf("%s :\n%s\nattendu\n%s", si, got, want)
		}
	}
}
