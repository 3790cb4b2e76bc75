package comprehension

import (
	"testing"

	"motus/rules"
)

// TestUnheard: the whole of a text makes nobody a curator, a bailiff or a missing person of whom no word speaks, and whoever
// asks to report what was done defends nobody in court.
func TestUnheard(t *testing.T) {
	r, b := reader(t)
	for _, c := range []struct{ text, key, not string }{
		{"Dois-je signaler un viol qui date de 2009 ?", "acte", "produire_en_defense"},
		{"Un oncle avoue des caresses sur sa nièce, dois-je signaler ?", "destinataire", "famille_tiers"},
		{"Le juge des enfants et le JAF me demandent tous les deux une note", "destinataire", "huissier"},
		{"Un monsieur de 79 ans refuse les repas, dois-je signaler ?", "disparition_majeur", "oui"},
		{"Un monsieur de 79 ans refuse les repas, dois-je signaler ?", "crime_evitable", "oui"},
		{"Une dame de 91 ans refuse l'infirmière, dois-je signaler ?", "disparition_majeur", "oui"},
	} {
		if q := r.Read(c.text, Question{}); b.Get(q.Facts, rules.Key(c.key)) == c.not {
			t.Errorf("« %s » : %s=%s inventé (lu %v)", c.text, c.key, c.not, b.Known(q.Facts))
		}
	}
}

// TestInvestigatingJudge: a judge who investigates a crime mandates no social work; what they order is to be handed over
// as to the police. To show a paper exposes nobody.
func TestInvestigatingJudge(t *testing.T) {
	r, b := reader(t)
	for _, c := range []struct{ text, key, want string }{
		{"La juge d'instruction a signé une commission rogatoire, faut-il livrer nos notes ?", "destinataire", "juge_instruction"},
		{"Le juge d'instruction nous adresse une commission rogatoire, dois-je remettre le dossier ?", "destinataire", "juge_instruction"},
		{"Commission rogatoire du juge d'instruction : notre service donne le dossier entier ?", "acte", "remettre_document"},
		{"Le brigadier exhibe sa commission rogatoire, je lui donne le dossier ?", "maltraitance", ""},
		{"Un voisin s'exhibe devant les enfants, dois-je signaler ?", "maltraitance", "oui"},
		{"Peut-on dénoncer un viol commis il y a quinze ans ?", "crime_passe", "oui"},
		{"Une ado raconte un viol commis il y a deux ans, dois-je le dénoncer ?", "mineur_en_danger", "oui"},
	} {
		if q := r.Read(c.text, Question{}); b.Get(q.Facts, rules.Key(c.key)) != c.want {
			t.Errorf("« %s » : %s attendu %q (lu %v)", c.text, c.key, c.want, b.Known(q.Facts))
		}
	}
}
