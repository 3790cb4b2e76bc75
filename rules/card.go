package rules

import "slices"

// Card is a fiche: an explained notion.
type Card struct {
	ID        string
	Theme     string
	Title     string
	Says      string   // three to eight short sentences; the first one answers
	Keep      string   // the one sentence to remember
	In2008    string   // where today's law differs from March 2008
	Gap       string   // where the document of 2008 errs or simplifies
	Texts     []string // provisions, as rules cite them
	Source    []string // statements it carries
	See       []string // other fiches
	Questions []string // how people ask for it
	Words     []string // words by which it is found
	Place     Place
}

// Statement is one of the 102 statements of the source document.
type Statement struct {
	ID, Section, Theme, Says string
	Place                    Place
}

// Sections lists the sections of the document where statements stand, in its order, each once.
func (b *Base) Sections(ids []string) []string {
	var out []string
	for _, s := range b.statements {
		if slices.Contains(ids, s.ID) && !slices.Contains(out, s.Section) {
			out = append(out, s.Section)
		}
	}
	return out
}

// Case is a situation with the verdict expected on one or two dates. Lawyers add cases in
// droit/cas; rules carry their own as examples.
type Case struct {
	ID       string
	Question string // as typed; empty for a rule's example
	Facts    FactSet
	On       Date // day asked about; zero: every day the rule holds (examples), or today and 2008 (cases)
	Today    Expect
	Then     Expect // on 2008-03-06; Skip if that date was not verified
	Refs     []string
	Note     string
	Place    Place
}

// Expect is what a case expects on one date.
type Expect struct {
	Skip          bool
	Verdict       Verdict
	Clarification Key   // the fact to be asked instead of a verdict
	Conditions    []Key // the facts left open; nil if the verdict holds outright
	Else          Verdict
	Answer        string // « oui », « non », … as typed; empty if not said
	Rule          RuleID // a rule that must be among those that decide
}

// Themes are the 31 themes of the contract, in its order.
var Themes = []Theme{
	{"notion", "La notion de secret professionnel"},
	{"origines", "Origines et fondement"},
	{"information_secrete", "L'information à caractère secret"},
	{"discretion", "L'obligation de discrétion"},
	{"reserve", "L'obligation de réserve"},
	{"confidentialite", "La confidentialité"},
	{"personnes_tenues", "Les personnes tenues au secret"},
	{"confident_oblige", "Les confidents obligés"},
	{"sanctions", "Les sanctions"},
	{"elements_infraction", "Les éléments de l'infraction"},
	{"revelation", "La révélation"},
	{"consentement", "L'accord de la personne"},
	{"temoignage", "Le témoignage"},
	{"crime", "Le crime"},
	{"maltraitance", "Les mauvais traitements"},
	{"innocence", "L'innocence d'une personne détenue"},
	{"autorite_mandante", "L'autorité qui confie la mission"},
	{"hierarchie", "La hiérarchie et l'institution"},
	{"information_preoccupante", "L'information préoccupante"},
	{"peril", "Le péril"},
	{"arme", "L'arme"},
	{"maire", "Le maire"},
	{"requisition", "La réquisition"},
	{"dossiers", "Les dossiers"},
	{"partage_enfance", "Le partage en protection de l'enfance"},
	{"information_famille", "L'information de la famille"},
	{"secret_medical", "Le secret médical"},
	{"partage_action_sociale", "Le partage en action sociale"},
	{"fonctionnaires", "Les agents publics"},
	{"decision", "La décision"},
	{"avertissement", "Les limites de Motus"},
}

// Theme is one of the contract's themes.
type Theme struct{ ID, Label string }
