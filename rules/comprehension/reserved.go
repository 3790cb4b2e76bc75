package comprehension

// reservedClass is a class that the reader itself asks for, by its name.
type reservedClass struct {
	name string
	sym  *symbol
}

func (lex *lexicon) reserved() []reservedClass {
	return []reservedClass{
		{"dire", &lex.tell}, {"prevenir", &lex.warn}, {"demander", &lex.ask}, {"demande", &lex.request},
		{"informer_que", &lex.inform}, {"selon", &lex.according}, {"mandater", &lex.mandated}, {"avec", &lex.with},
		{"accord_de", &lex.agreement}, {"enfant", &lex.child}, {"personne", &lex.person}, {"document", &lex.document}, {"metier", &lex.job}, {"sujet", &lex.topic},
		{"opiner", &lex.holds}, {"retenir", &lex.holdBack}, {"entre_nous", &lex.among}, {"suffire", &lex.enough}, {"passe", &lex.past},
		{"bien_fini", &lex.ended}, {"agir", &lex.act}, {"rechute", &lex.again}, {"mineur_dit", &lex.minor}, {"signaler", &lex.report}, {"maintenant", &lex.now}, {"petit_ou_jeune", &lex.little}, {"qualifie", &lex.qualified}, {"chose_ou_geste", &lex.deed}, {"ouverture", &lex.opening}, {"autour_d_ouverture", &lex.aroundOpening}, {"salutation", &lex.greeting}, {"salues", &lex.greeted},
	}
}
