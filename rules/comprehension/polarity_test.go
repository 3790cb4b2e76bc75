package comprehension

import (
	"strings"
	"testing"
)

// asked is a question, and how it turns the verdict, which is about speaking or helping.
type asked struct {
	text string
	want Modality
}

func asksAs(t *testing.T, all []asked) {
	t.Helper()
	r, _ := byWords(t)
	for _, c := range all {
		if got := r.Read(c.text, Question{}).Modality; got != c.want {
			t.Errorf("« %s » : modalité %d, attendu %d", c.text, got, c.want)
		}
	}
}

// TestNegativeQuestions: « ne dois-je pas ? » asks to be told that one must; « on ne doit pas ? » that one must not.
func TestNegativeQuestions(t *testing.T) {
	asksAs(t, []asked{
		{"Il convulse, ne faut-il pas appeler le 15 ?", Must},
		{"Il convulse, faut-il pas appeler le 15 ?", Must},
		{"Il convulse, est-ce que je ne devrais pas appeler le 15 ?", Must},
		{"Il convulse, est-ce que je ne dois pas appeler le 15 ?", Must},
		{"Il convulse, est-ce qu'il ne faut pas appeler le 15 ?", Must},
		{"Il convulse, on devrait pas appeler le 15 ?", Must},
		{"Il convulse, il faudrait pas appeler le 15 ?", Must},
		{"Il convulse, ne doit-on pas appeler les secours ?", Must},
		{"Il convulse, ne devons-nous pas appeler les pompiers ?", Must},
		{"N'aurait-on pas dû appeler le 15 ?", Must},
		{"Ne fallait-il pas appeler le 15 ?", Must},
		{"Ma collègue ne doit-elle pas prévenir le procureur ?", Must},
		{"Ne devrais-je pas dire au bailleur qu'il est malade ?", Must},
		{"Ne vaudrait-il pas mieux appeler le 15 ?", May},
		{"N'ai-je pas le droit de le dire au bailleur ?", May},
		{"Est-ce que je n'ai pas le droit de le dire au bailleur ?", May},
		{"Ne puis-je pas le dire au bailleur ?", May},
		{"N'ai-je pas le droit de me taire devant le bailleur ?", Refuse},
		{"Ne peut-on pas refuser de répondre au bailleur ?", Refuse},
		{"Ne faut-il pas me taire devant le bailleur ?", Forbidden},
		{"Ne dois-je pas garder le silence face au bailleur ?", Forbidden},
		{"N'est-ce pas une faute de le dire au bailleur ?", Forbidden},
		{"N'est-il pas interdit de le dire au bailleur ?", Forbidden},
		{"Ne serait-il pas normal de le dire au bailleur ?", May},
		// What is denied, and no question turned.
		{"Je n'ai pas le droit de le dire au bailleur ?", Forbidden},
		{"Il ne faut pas le dire au bailleur ?", Forbidden},
		{"On ne doit pas le dire au bailleur ?", Forbidden},
		{"On ne doit surtout pas le dire au bailleur ?", Forbidden},
		{"Ne dois-je rien dire au bailleur ?", Forbidden},
		{"Dois-je ne pas répondre au bailleur ?", Forbidden},
		{"Puis-je ne pas répondre au bailleur ?", Refuse},
		{"Ma cheffe dit qu'on ne devrait pas le dire au bailleur. Elle a raison ?", Forbidden},
		{"Ma cheffe dit qu'on ne devrait pas le dire au bailleur. Elle a tort ?", May},
	})
}

// TestSilences: what is done in place of speaking is silence, whoever does it and however it is told.
func TestSilences(t *testing.T) {
	asksAs(t, []asked{
		{"Mon collègue n'a pas appelé le 15 alors que le monsieur faisait un AVC. Il avait le droit ?", Refuse},
		{"Une fille de 12 ans a disparu, l'éducateur n'a prévenu personne. Il pouvait ?", Refuse},
		{"Un enfant de 10 ans a disparu, la mère veut régler ça en famille. Elle a raison ?", Refuse},
		{"Une fille est battue, mon chef préfère gérer en interne. Il a raison ?", Refuse},
		{"On a reçu une réquisition papier. Ma collègue dit de faire la morte. Elle a raison ?", Forbidden},
		{"On a reçu une réquisition papier. Ma collègue l'a jetée. Elle a raison ?", Refuse},
		{"On a reçu une réquisition papier. Mon chef l'a déchirée. Il a eu tort ?", Must},
		{"Ma cheffe bloque notre signalement au juge, elle a raison ?", Refuse},
		{"Une amie éducatrice me raconte qu'un enfant est frappé et qu'elle n'a rien dit au juge, elle a le droit ?", Refuse},
		{"Ma collègue cache au juge que l'enfant est frappé, elle a le droit ?", Refuse},
		{"Mes collègues n'ont rien dit au juge, ils avaient le droit ?", Refuse},
		{"Ai-je commis une faute en refusant de répondre au policier ?", Must},
		{"Est-ce une faute d'avoir refusé de répondre au policier ?", Must},
		{"Ai-je commis une faute en ne donnant pas l'adresse au bailleur ?", Must},
		{"Ai-je fait une erreur en me taisant devant le bailleur ?", Must},
		{"J'ai refusé de répondre au policier, est-ce une faute ?", Must},
		{"Il convulse, je le laisse dormir ?", Refuse},
		{"Il convulse, je rentre chez moi ?", Refuse},
		{"Ma cheffe m'interdit d'appeler le 15. Elle a le droit ?", Forbidden},
		{"Ma cheffe nous défend de répondre au policier. Elle peut ?", Forbidden},
		{"Ma collègue ne veut pas appeler le 15, elle a tort ?", Must},
		{"Mon chef n'ose pas prévenir le procureur, il a raison ?", Refuse},
		{"Je fais mal de me taire ?", Must},
		{"Je suis au SPIP, le JAP veut savoir si le condamné vient, je peux me taire ?", Refuse},
		{"Convoqué par la police : ne pas y aller, permis ?", Refuse},
		{"Le juge nous interroge : se taire, possible ?", Refuse},
		{"Notre psy voudrait attendre avant d'aviser le magistrat, on peut ?", Refuse},
		{"Je le tais au juge des enfants ou pas ?", Refuse},
		{"Je peux laisser ça hors du rapport au juge ?", Refuse},
		{"Suis-je couverte par le secret envers le juge ?", Refuse},
		{"Dois-je passer par le juge avant d'envoyer les pompiers ?", Forbidden},
		{"Puis-je surseoir à la transmission au juge ?", Refuse},
		{"Dois-je m'affranchir du rapport au juge ?", Forbidden},
		{"Ai-je commis une faute en tardant à écrire au juge ?", Must},
		{"Je diffère ma réponse au policier, c'est permis ?", Refuse},
		{"La note au juge, je peux la décaler ?", Refuse},
		{"Ma cheffe a retardé le signalement d'un enfant battu. Elle avait le droit ?", Refuse},
		{"Puis-je banaliser les violences dans mon rapport au juge ?", Refuse},
		{"Puis-je me passer d'écrire au juge ?", Refuse},
		// To speak.
		{"Ai-je commis une faute en répondant au policier ?", Forbidden},
		{"Est-ce une faute d'avoir répondu au policier ?", Forbidden},
		{"Le juge peut me passer l'information ?", May},
		{"Ma collègue a appelé le 15. Elle avait le droit ?", May},
		{"Ma collègue a jeté un œil au courrier et a répondu au juge. Elle avait le droit ?", May},
		{"Ma cheffe nous laisse répondre au policier. Elle a le droit ?", May},
		{"Ma collègue ne veut pas se fâcher. Puis-je appeler le 15 ?", May},
		{"Puis-je me passer de l'accord des parents pour écrire au juge ?", May},
		{"Puis-je écrire au juge sans tarder ?", May},
		{"Puis-je reporter la visite et appeler le 15 ?", May},
		{"Puis-je être condamné si je réponds au policier ?", Forbidden},
		{"Peut-on me condamner si je réponds au policier ?", Forbidden},
	})
}

// TestAsksLast: of what is told and what is asked in one sentence, what is asked turns the verdict.
func TestAsksLast(t *testing.T) {
	asksAs(t, []asked{
		{"M. m'a montré son flingue, il est mal, puis-je alerter le préfet ?", May},
		{"Il ment, dois-je le dire au juge ?", Must},
		{"Elle a tort, mais puis-je le dire au juge ?", May},
		{"J'ai bien fait, puis-je maintenant le dire au juge ?", May},
		{"Mon chef m'interdit d'appeler le 15, il convulse, j'appelle ?", May},
		{"Le règlement a proscrit le téléphone, c'est puni, le bailleur insiste, on lui répond ?", May},
		{"L'hôtel est interdit aux visiteurs, je donne l'adresse au père ?", May},
		{"Est-ce interdit de lui répondre, au bailleur ?", Forbidden},
		{"Je réponds au bailleur, c'est interdit ?", Forbidden},
		{"Je ne parle pas du maire mais du préfet : peut-on lui donner l'adresse ?", May},
		{"Je ne parle pas du voisin mais du bailleur : dois-je lui donner l'adresse ?", Must},
		{"Je ne dis rien au bailleur, je dois lui répondre ?", Must},
		{"Je me tais d'habitude, est-ce que je peux le dire au juge ?", May},
		{"Ma collègue dit que c'est interdit, je peux le dire au juge ?", May},
		{"Un condamné est suivi, on peut le dire au bailleur ?", May},
		{"Monsieur est condamné, je dois le dire au bailleur ?", Must},
		// What is told is what is asked.
		{"Je me tais devant le bailleur, j'ai le droit ?", Refuse},
		{"Je ne réponds pas au bailleur, ai-je le droit ?", Refuse},
		{"Refuser de répondre au bailleur, est-ce que je peux ?", Refuse},
		{"Je réponds au bailleur, je risque quelque chose ?", Forbidden},
		{"J'ai tout dit au bailleur, j'ai eu tort ?", Forbidden},
	})
}

// TestTypedAnyhow: no question mark, no comma, no capital and no accent turns a question.
func TestTypedAnyhow(t *testing.T) {
	r, _ := byWords(t)
	changes := []struct {
		name   string
		change func(string) string
	}{
		{"sans ponctuation finale", func(s string) string { return strings.TrimRight(s, " ?.!") }},
		{"sans virgule", func(s string) string { return strings.ReplaceAll(s, ",", "") }},
		{"en minuscules", strings.ToLower},
		{"en majuscules", strings.ToUpper},
		{"sans accent", unaccented},
		{"d'une traite", func(s string) string {
			return unaccented(strings.ToLower(strings.NewReplacer(",", "", " ?", "").Replace(s)))
		}},
	}
	for _, text := range []string{
		"Le juge me dit que ça va. Je préviens la CRIP ?",
		"Peut-on informer le maire ?",
		"Puis-je donner l'adresse au bailleur ?",
		"Suis-je obligée de répondre à la police ?",
		"Est-ce une faute de répondre à la police ?",
		"Un enfant de 6 ans est battu, je préviens la CRIP ?",
		"Un enfant de 6 ans est battu, je garde ça pour moi ?",
		"Un enfant de 6 ans est battu, on ferme les yeux ?",
		"Un enfant de 6 ans est battu, j'alerte la CRIP ou je me tais ?",
		"Il convulse, ne faut-il pas appeler le 15 ?",
		"Il convulse, je ne devrais pas appeler le 15 ?",
		"Il convulse, j'attends le médecin ?",
		"La police a une réquisition écrite, on sort les papiers ?",
		"Une petite est battue, mon chef refuse que je prévienne la CRIP, il a tort ?",
		"Ma collègue a donné l'adresse au bailleur, elle a eu tort ?",
		"Ma collègue en AEMO cache au juge que l'enfant est frappé, elle a le droit ?",
		"J'ai refusé de répondre au policier, est-ce une faute ?",
		"Je suis au SPIP, le JAP veut savoir si le condamné vient, je peux me taire ?",
		"M. m'a montré son flingue, puis-je alerter le préfet ?",
		"Puis-je dire à la mère comment va sa fille ?",
		"Comment dire à la mère que sa fille va mal ?",
		"Qui dois-je prévenir, le maire ou le procureur ?",
		"Que dois-je répondre à la police ?",
	} {
		want := r.Read(text, Question{})
		for _, c := range changes {
			if got := r.Read(c.change(text), Question{}); got.Modality != want.Modality || got.Supposed != want.Supposed {
				t.Errorf("« %s », %s : modalité %d, supposé %v ; au lieu de %d, %v", text, c.name, got.Modality, got.Supposed, want.Modality, want.Supposed)
			}
		}
	}
}

// TestCapitals: two capitals and a full stop end a sentence, and no initial.
func TestCapitals(t *testing.T) {
	r, _ := byWords(t)
	for _, text := range []string{"Il me dit que ça va. Je le laisse ?", "IL ME DIT QUE ÇA VA. JE LE LAISSE ?"} {
		if q := r.Read(text, Question{}); !q.Supposed {
			t.Errorf("« %s » : rien de supposé", text)
		}
	}
}

// TestFirstWords: more ways to ask whether one may, must, or did right.
func TestFirstWords(t *testing.T) {
	asksAs(t, []asked{
		{"La loi me laisse-t-elle écrire au procureur ?", May},
		{"Est-ce que la loi me permet de prévenir le procureur ?", May},
		{"J'ai la faculté d'écrire au procureur ?", May},
		{"Ne rien répondre à la police, la loi me le permet ?", Refuse},
		{"Est-ce vraiment à moi de prévenir le procureur ?", Must},
		{"J'ai à le dire au procureur ?", Must},
		{"Ai-je à l'écrire au procureur ?", Must},
		{"Je n'ai pas à le dire au procureur ?", Must},
		{"Mon chef me conseille d'ignorer la réquisition. Bon conseil ?", Forbidden},
		{"Je leur dis l'essentiel. C'est carré ?", May},
		{"La police me convoque, autant ne pas y aller, si ?", Refuse},
		{"J'ai dit oui au bailleur. J'ai fait une bourde ?", Forbidden},
		{"Le secret tient devant le juge ?", Refuse},
		{"Je dois mentir au bailleur ?", Forbidden},
		{"Suis-je dispensée de répondre au policier ?", Refuse},
		{"M'est-il interdit de répondre au policier ?", Forbidden},
		{"Puis-je refuser de répondre au policier ?", Refuse},
		{"J'ai bien fait de répondre au policier ?", May},
		{"C'est grave si je dis rien au policier ?", Must},
		{"Je risque quelque chose à me taire devant le policier ?", Must},
	})
}
