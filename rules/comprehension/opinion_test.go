package comprehension

import "testing"

// TestOpinion: how a question turns the verdict, whoever's opinion or deed it weighs.
func TestOpinion(t *testing.T) {
	r, _ := reader(t)
	for _, c := range []struct {
		text string
		want Modality
	}{
		{"Puis-je le dire au maire ?", May},
		{"Puis-je me taire devant la police ?", Refuse},
		{"Suis-je obligé de répondre à la police ?", Must},
		{"Je suis pas obligé de répondre à la police, si ?", Must},
		{"Est-ce interdit d'en parler au maire ?", Forbidden},
		{"Est-ce interdit de ne pas répondre au procureur ?", Must},
		{"Dois-je me taire devant le maire ?", Forbidden},
		{"La police appelle, je lui réponds ?", May},
		{"La police appelle, je lui réponds ou je raccroche ?", Open},
		{"Que dois-je dire à la police ?", Open},
		{"La police me convoque. Je fais le mort ?", Refuse},
		{"L'enfant n'a pas été frappé, dois-je prévenir le procureur ?", Must},
		{"Ma cheffe dit que je dois répondre à la police. Elle a raison ?", Must},
		{"Ma cheffe dit que je dois répondre à la police. Elle a tort ?", Refuse},
		{"Ma cheffe dit que je ne suis pas obligé de répondre à la police. Elle a raison ?", Refuse},
		{"Ma cheffe dit qu'on peut en parler au maire. Elle se trompe ?", Forbidden},
		{"Ma cheffe estime que je peux me taire ; je pense devoir répondre à la police. C'est moi qui me trompe ?", Refuse},
		{"J'ai refusé de répondre à la police. Ai-je eu tort ?", Must},
		{"J'ai tout dit au maire, j'ai bien fait ?", May},
		{"Ai-je tort de ne rien dire à la police ?", Must},
		{"ma collègue a tout raconté à la presse, elle a eu tort ?", Forbidden},
		{"J'ai écrit trois lignes au maire. Une collègue m'accuse d'avoir trahi. J'ai eu tort ?", Forbidden},
		{"Ma cheffe m'interdit de répondre à la police. Elle a raison ?", Forbidden},
		{"Mon chef ne veut pas que je réponde à la police. Il a raison ?", Forbidden},
		{"Le maire peut-il m'obliger à parler ?", Must},
		{"Une dame menace de sauter du pont, suis-je obligée de garder le secret ?", Forbidden},
		{"Y a-t-il un problème à ne pas répondre au bailleur ?", Must},
		{"Ma cheffe a eu tort de refuser de répondre à la police ?", Must},
		{"Mon cadre a tort de vouloir que j'attende pour appeler la police ?", Must},
		{"Refuser de répondre à la police, n'est-ce pas abuser ?", Must},
		{"J'ai répondu que je ne pouvais rien dire à la police. C'est elle qui a raison ?", May},
		{"Ma collègue prétend que seule Madame peut prévenir la police. Elle se trompe ?", May},
		{"Je suis seule, on peut prévenir la police ?", May},
		{"Mon directeur peut-il m'empêcher d'aller chez le juge ?", Forbidden},
		{"Ai-je le choix d'écrire au procureur ou pas ?", Refuse},
		{"Je le dis à la police ou pas ?", May},
		{"La police est là. Rien à me reprocher ?", Forbidden},
		{"La mère m'interdit de prévenir la police. Dois-je lui obéir ?", Forbidden},
		{"Mon chef me dit de ne pas prévenir la police. Je l'écoute ?", Refuse},
		{"Mon chef m'ordonne de répondre à la police. Dois-je m'y plier ?", Must},
		{"Mon chef m'ordonne de répondre à la police. J'obéis ?", May},
		{"Mon chef me dit de ne pas prévenir la police. Ai-je tort de lui obéir ?", Must},
		{"Mon chef me dit de ne pas prévenir la police. Je passe outre ?", May},
		{"Un gamin me parle, je l'écoute, dois-je prévenir la police ?", Must},
		{"Puis-je remettre à la personne son dossier, la police l'a rendu ?", May},
		{"Ma cheffe m'interdit de prévenir la police. Est-ce une faute de désobéir ?", Forbidden},
		{"Ma cheffe m'interdit de prévenir la police. Est-ce une faute d'obéir ?", Must},
		{"Est-ce facultatif de répondre à la police ?", Refuse},
		{"Puis-je passer outre et prévenir la police ?", May},
		{"Dois-je obéir à mon chef qui m'interdit de prévenir la police ?", Forbidden},
		{"La consigne affichée : un courrier à la police. Je m'y tiens ?", Open},
		{"Je l'ai noté dans le cahier, sans le dire à la police. C'est suffisant ?", Refuse},
		{"Madame a donné son accord pour la police, ça suffit ?", May},
		{"Je n'ai pas à répondre à la police, on est d'accord ?", Refuse},
		{"La police demande si Kevin est là. Motus ?", Refuse},
		{"Motus, puis-je répondre à la police ?", May},
		{"La police appelle, autant me taire, non ?", Refuse},
		{"Je satisfais la curiosité de la police ?", May},
		{"Ma cheffe a tout dit à la police. Pouvait-elle ?", May},
		{"Je peux dire à la police ce qu'il lui faut pour la retrouver ?", May},
		{"Ma cheffe veut laisser la police sans réponse. Elle a le droit ?", Refuse},
		{"Une collègue me dit de prévenir la police. Elle a raison ?", Must},
		{"Je l'ai noté au lieu de prévenir le procureur ?", Refuse},
		{"La mère ne veut pas que le procureur soit prévenu. J'obéis ?", Refuse},
		{"Ma cheffe l'a laissé sans réponse. Il s'agit de la police. Ça craint ou pas ?", Must},
		{"Le secret professionnel me lie-t-il devant le procureur ?", Forbidden},
		{"Peut-on me condamner si je refuse de répondre à la police ?", Must},
		{"Faut-il l'accord de la mère pour prévenir le procureur ?", Forbidden},
	} {
		if got := r.Read(c.text, Question{}).Modality; got != c.want {
			t.Errorf("« %s » : modalité %d, attendu %d", c.text, got, c.want)
		}
	}
}
