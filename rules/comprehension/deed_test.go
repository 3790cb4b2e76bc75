package comprehension

import "testing"

// TestSupposed: a deed of which no word is known is not taken for speaking; one that speaks, hands over, helps
// or keeps silent is read.
func TestSupposed(t *testing.T) {
	r, _ := byWords(t)
	for _, c := range []struct {
		text string
		want bool
	}{
		{"Il a avalé des cachets, il me dit que ça va. Je le quitte ?", true},
		{"Il a avalé des cachets, mon chef me dit de rentrer. Je rentre ?", true},
		{"Il fait un malaise cardiaque, je continue ma journée ?", true},
		{"Il fait un malaise cardiaque, je finis mon rapport ?", true},
		{"Il fait un malaise cardiaque, puis-je finir ma tournée ?", true},
		{"Il fait un malaise cardiaque, dois-je terminer mon café ?", true},
		{"Il fait un malaise cardiaque, je vais dormir ?", true},
		{"On a reçu une réquisition papier. Ma collègue l'a mangée. Elle a raison ?", true},
		{"Elle veut se pendre, on continue l'atelier ?", true},
		{"L'enfant m'a parlé des coups. Puis-je le garder ?", true},
		{"Elle ne respire plus. Ma cheffe dit que je dois finir la visite. Elle a raison ?", true},
		// What is done is known.
		{"Elle ne respire plus. Ma cheffe dit que je dois appeler le 15. Elle a raison ?", false},
		{"Il fait un malaise cardiaque, j'appelle le 15 ?", false},
		{"Il fait un malaise cardiaque, je prends le téléphone et j'appelle ?", false},
		{"Il fait un malaise cardiaque, je fais le 15 ?", false},
		{"Il fait un malaise cardiaque, dois-je intervenir ?", false},
		{"Elle va sauter du pont, je romps ma promesse ?", false},
		{"Un enfant est battu, puis-je prendre contact avec la CRIP ?", false},
		{"Un enfant est battu, puis-je demander conseil au 119 ?", false},
		{"Un enfant est battu, faut-il faire une IP ?", false},
		{"La gendarmerie le cherche, on leur donne la photo ?", false},
		{"Je leur dis que c'est grave ?", false},
		{"J'en parle à ma collègue, on suit la même famille ?", false},
		{"Dois-je me présenter au tribunal comme témoin ?", false},
		{"Le juge qui m'a mandaté veut mes notes, il a le droit ?", false},
		{"Le procureur, j'ai le droit ?", false},
		{"J'ai appelé le 15, j'ai bien fait ?", false},
		{"La mère peut-elle voir le dossier ?", false},
		{"On a le droit de se passer les infos utiles ?", false},
		{"Suis-je tenue de transmettre ce qui sert à déterminer la mesure ?", false},
		{"Il fait un malaise cardiaque, je rentre chez moi ?", false}, // to keep silent
		{"Il fait un malaise cardiaque, je peux attendre ?", false},
		{"Peut-on s'en passer ?", false},
		{"Je peux bouder la convocation ?", false},
	} {
		if got := r.Read(c.text, Question{}).Supposed; got != c.want {
			t.Errorf("« %s » : supposé %v, attendu %v", c.text, got, c.want)
		}
	}
}
