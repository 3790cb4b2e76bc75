package rules_test

import (
	"fmt"

	"motus/rules"
)

// May one inform the mayor? Under four conditions; else, no.
func ExampleBase_Decide() {
	base, err := rules.Default()
	if err != nil {
		fmt.Println(err)
		return
	}
	facts, err := base.ParseFacts("destinataire=maire")
	if err != nil {
		fmt.Println(err)
		return
	}
	d := base.Decide(facts, rules.Date{Year: 2026, Month: 11, Day: 23})
	fmt.Println(d.Verdict, d.Rules, "sinon", d.Else)
	for _, c := range d.Conditions {
		fmt.Println("–", c.Label)
	}
	// Output:
	// autorise [maire.revelation] sinon interdit
	// – les difficultés s'aggravent et appellent plusieurs professionnels
	// – vous intervenez seul ou vous êtes le coordonnateur désigné
	// – le but est d'évaluer ou d'aider
	// – vous ne dites que ce qui est strictement nécessaire
}

// Which judge? Everything turns on it: the core asks.
func ExampleBase_Branches() {
	base, err := rules.Default()
	if err != nil {
		fmt.Println(err)
		return
	}
	facts, _ := base.ParseFacts("destinataire=juge")
	on := rules.SourceDate
	d := base.Decide(facts, on)
	fmt.Println(base.Fact(d.Ask).Question)
	for _, br := range base.Branches(facts, d.Ask, on) {
		fmt.Println("–", br.Label, ":", br.Verdict.Label(), br.Conditional)
	}
	// Output:
	// Un juge vous a-t-il confié cette mesure ?
	// – mandat judiciaire : obligatoire true
	// – mesure confiée par le département : interdit false
	// – aucun mandat : interdit false
}

// Why that verdict? The trace says what became of each rule.
func ExampleDecision_Trace() {
	base, err := rules.Default()
	if err != nil {
		fmt.Println(err)
		return
	}
	facts, _ := base.ParseFacts("destinataire=police,peril=oui")
	d := base.Decide(facts, rules.SourceDate)
	for _, s := range d.Trace() {
		switch s.Outcome {
		case rules.Held:
			fmt.Println(s.Rule.ID, s.Outcome)
		case rules.Defeated:
			if s.Rule.ID == "principe.silence" {
				fmt.Println(s.Rule.ID, s.Outcome, "par", s.By.ID)
			}
		}
	}
	// Output:
	// peril.assistance tient
	// principe.silence vaincue par peril.assistance
}
