package comprehension

import "testing"

// TestOpenings: what opens or ends a message changes nothing of what it says.
func TestOpenings(t *testing.T) {
	r, b := reader(t)
	changes := []struct{ before, after string }{
		{"Petite question : ", ""},
		{"J'ai une petite question pour vous : ", ""},
		{"Salut l'équipe, j'ai une petite question pour vous : ", ""},
		{"Bonjour à toutes et tous,\n", "\nMerci d'avance pour vos retours !"},
		{"Coucou les collègues ! Question un peu bête : ", "\nMerci beaucoup."},
		{"Hello la team, petit point juridique : ", "\nCordialement"},
		{"[URGENT] ", ""},
		{"Urgent !! ", "\nMerci de votre réponse rapide."},
		{"@motus ", ""},
		{"Motus, ", ""},
		{"Bonsoir Motus, ", "\nBonne soirée à vous."},
		{"Bonjour, un petit souci : ", "\nMerci par avance de votre éclairage."},
		{"Chers collègues, ", "\nBelle journée à tous."},
		{"Question juridique rapide : ", ""},
		{"Bonsoir, désolée de vous déranger, ", "\nRéponse rapide svp"},
		{"Bonjour, j'espère que vous allez bien. ", "\nC'est urgent !!"},
		{"Excusez-moi de vous déranger : ", "\nDans l'attente de votre retour, cordialement."},
		{"Bonjour Madame, ", "\nBonne journée à vous et à toute l'équipe."},
		{"Bonsoir tout le monde ! ", "\nJe vous remercie par avance."},
		{"Hello ! Petite question du matin : ", "\nÀ bientôt"},
		{"(urgent) ", "\nBien à vous"},
		{"J'aurais besoin d'un petit conseil. ", "\nMerci pour votre aide"},
	}
	for _, q := range questions(t) {
		want := r.Read(q.Text, Question{})
		for _, c := range changes {
			got := r.Read(c.before+q.Text+c.after, Question{})
			if got.Kind != want.Kind || got.Facts != want.Facts || got.Modality != want.Modality || got.Card != want.Card {
				t.Errorf("%s, « %s…%s » : %s\n  lu %v, genre %d, modalité %d\n  au lieu de %v, genre %d, modalité %d", q.ID, c.before, c.after, q.Text, b.Known(got.Facts), got.Kind, got.Modality, b.Known(want.Facts), want.Kind, want.Modality)
			}
		}
	}
}

// TestNoOpening: who asks, or is asked after, is read beside the words of openings.
func TestNoOpening(t *testing.T) {
	r, b := byWords(t)
	for text, want := range map[string]string{
		"Un collègue me pose une question, je lui parle de la famille ?":      "collegue",
		"J'ai un souci : le maire me demande des nouvelles. Je lui réponds ?": "maire",
		"Une question du procureur, je réponds ?":                             "procureur",
		"J'ai un doute sur la police, je leur parle ?":                        "police",
	} {
		q := r.Read(text, Question{})
		if got := b.Get(q.Facts, "destinataire"); got != want {
			t.Errorf("« %s » : %q, attendu %s", text, got, want)
		}
	}
}
