package bot

import (
	"strings"
	"testing"

	"motus/rules"
	"motus/rules/comprehension"
)

// omissions are verbs by which one asks to leave a duty undone, or for later, each with the way it takes what follows: an
// infinitive, then a noun.
var omissions = []struct{ verb, noun string }{
	{"surseoir à ", "surseoir à "}, {"négliger de ", "négliger "}, {"me dispenser de ", "me dispenser de "},
	{"m'exonérer de ", "m'exonérer de "}, {"renoncer à ", "renoncer à "}, {"me soustraire à ", "me soustraire à "},
	{"me passer de ", "me passer de "}, {"faire l'économie de ", "faire l'économie de "}, {"tarder à ", "tarder à "},
	{"différer de ", "différer "}, {"m'abstenir de ", "m'abstenir de "}, {"", "reporter "}, {"", "décaler "}, {"", "ajourner "}, {"", "suspendre "}, {"", "mettre en attente "},
	{"", "laisser traîner "}, {"", "mettre de côté "}, {"", "retarder "}, {"", "repousser "},
}

// deeds are what may be left undone, as an infinitive and as a noun.
var deeds = []struct {
	infinitive, noun, rest string
	due                    bool
}{
	{"signaler", "le signalement", " d'un enfant battu", true},
	{"transmettre", "l'information préoccupante", " sur une fillette frappée", true},
	{"appeler le 15", "l'appel au 15", " pour quelqu'un qui vient de se pendre", true},
	{"comparaître", "l'audience où je suis convoqué", "", true},
	{"répondre à la réquisition", "la réponse à la réquisition", " papier de la police", true},
	{"rendre compte au juge", "le compte rendu au juge", " qui m'a mandaté", true},
	{"répondre au bailleur", "la réponse au bailleur", "", false},
	{"parler au journaliste", "la réponse au journaliste", "", false},
}

// elided writes « de le » and « à le » as they are said.
var elided = strings.NewReplacer("de le ", "du ", "à le ", "au ", "de appeler", "d'appeler")

// TestOmitted: « puis-je surseoir au signalement ? » asks whether one may keep silent. Of what is due, no answer
// begins with « oui »; of what is forbidden, none approves to speak.
func TestOmitted(t *testing.T) {
	b := base(t)
	r, err := comprehension.New(b, rules.Files())
	if err != nil {
		t.Fatal(err)
	}
	for _, may := range []string{"Puis-je ", "Ai-je le droit de ", "Est-il permis de "} {
		for _, o := range omissions {
			for _, d := range deeds {
				var texts []string
				if o.verb != "" {
					texts = append(texts, may+o.verb+d.infinitive+d.rest+" ?")
				}
				texts = append(texts, may+o.noun+d.noun+d.rest+" ?")
				for _, text := range texts {
					text = elided.Replace(text)
					reply := Compose(b, r.Read(text, comprehension.Question{}), today, today)
					if d.due && approves(reply.Answer) || !d.due && reply.Answer == No {
						t.Errorf("« %s » : %s", text, reply.Headline)
					}
				}
			}
		}
	}
}

// TestTrouble: « aurais-je des ennuis ? » asks whether what one would do is forbidden.
func TestTrouble(t *testing.T) {
	b := base(t)
	r, err := comprehension.New(b, rules.Files())
	if err != nil {
		t.Fatal(err)
	}
	for _, frame := range []string{"Aurais-je des ennuis si %s ?", "Est-ce que je vais m'attirer des problèmes si %s ?", "Risque-t-on quelque chose si %s ?",
		"Ça pourrait me retomber dessus si %s ?", "On peut me le reprocher si %s ?", "Je serais en tort si %s ?", "C'est risqué si %s ?",
		"Est-ce que ça va mal tourner pour moi si %s ?", "M'en voudrait-on si %s ?"} {
		for deed, want := range map[string]YesNo{
			"je n'envoie pas d'IP pour une gamine frappée":     Yes,
			"je n'appelle pas le 15 pour un homme inanimé":     Yes,
			"je réponds au journaliste":                        Yes,
			"je donne l'adresse au voisin":                     Yes,
			"je me tais devant le journaliste":                 No,
			"je refuse de répondre au propriétaire":            No,
			"j'appelle le 15 pour un homme inanimé":            No,
			"je transmets une IP à la CRIP pour un bébé battu": No,
		} {
			text := strings.ReplaceAll(frame, "%s", deed)
			if reply := Compose(b, r.Read(text, comprehension.Question{}), today, today); reply.Answer != want {
				t.Errorf("« %s » : %q, attendu %q : %s", text, reply.Answer, want, reply.Headline)
			}
		}
	}
}
