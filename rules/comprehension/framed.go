package comprehension

// framed reports whether a verb in two parts holds them: « tenir le bailleur au courant », « laisser
// ma cheffe lire mes notes ».
func (r *reading) framed(m match) bool {
	if r.tokens[m.from].to || r.tokens[m.from].of {
		return false
	}
	i := m.from - 1
	if i > 0 && possessives[r.tokens[i].word] {
		i--
	}
	var ends map[string]bool
	switch verb := r.tokens[max(i, 0)].word; {
	case keeps[verb]:
		ends = known
	case lets[verb]:
		ends = shown
	default:
		return false
	}
	for k := m.to; k < len(r.tokens) && k < m.to+4 && r.tokens[k].word != boundary; k++ {
		if ends[r.tokens[k].word] {
			return true
		}
	}
	return false
}

var (
	keeps = words("tenir tiens tient tenons mettre mets met mettons tenu mis")
	known = words("courant confidence boucle parfum")
	lets  = words("laisser laisse laissons laissé faire fais fait")
	shown = words("lire consulter voir regarder accéder entendre entrer fouiller feuilleter")
)
