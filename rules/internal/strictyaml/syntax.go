package strictyaml

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// readable reports what would keep a file from being read, or would shift the lines that faults
// name, before it is parsed: another encoding than UTF-8, signs that show nothing, tabs.
func (r *Reader) readable(data []byte) bool {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) || bytes.Contains(data, []byte("\n\x00")) {
		r.fault(1, 1, "le fichier est en UTF-16", "Enregistrez-le en UTF-8.")
		return false
	}
	for i, l := range r.lines {
		if t := strings.TrimLeft(l, " -"); strings.HasPrefix(t, "\t") {
			r.fault(i+1, len(l)-len(t)+1, "une tabulation en début de ligne", "En YAML, décalez avec des espaces, jamais avec la touche Tabulation.")
			return false
		}
		col := 0
		for k, c := range l {
			col++
			if c >= ' ' && c < 0x7f {
				continue
			}
			problem, mend := "", ""
			switch _, n := utf8.DecodeRuneInString(l[k:]); {
			case c == utf8.RuneError && n == 1:
				problem, mend = "un octet qui n'est pas de l'UTF-8", "Enregistrez le fichier en UTF-8, puis récrivez les accents de cette ligne."
			case c == '\r' && k < len(l)-1:
				problem, mend = "un retour chariot au milieu d'une ligne", "Enregistrez le fichier avec des fins de ligne Unix."
			case c == '\u2028' || c == '\u2029' || c == '\u0085':
				problem, mend = fmt.Sprintf("une fin de ligne invisible (U+%04X)", c), "Remplacez-la par une espace ou par une vraie fin de ligne."
			case c < ' ' && c != '\t' && c != '\r' || c == 0x7f || c == '\ufeff':
				problem, mend = fmt.Sprintf("un caractère de contrôle (U+%04X)", c), "Effacez-le : il ne se voit pas, et rien ne le lit."
			default:
				continue
			}
			r.fault(i+1, col, problem, mend)
			return false
		}
	}
	return true
}

// A message of the YAML library, in French, and what the line that it gives is worth.
type syntaxError struct {
	english, french, mend string
	line                  lineGiven
}

type lineGiven uint8

const (
	right    lineGiven = iota
	fromZero           // its parser counts lines from 0
	opening            // from 0, and where the list or the item began: the line at fault comes further on
)

const quotes = "Un texte qui contient « : », « # » ou commence par un signe se met entre guillemets."

var syntaxErrors = []syntaxError{
	{"found unexpected end of stream", "un guillemet ouvert n'est pas refermé", "Refermez-le, ou doublez-le s'il fait partie du texte.", right},
	{"could not find expected ':'", "il manque « : » après un nom de champ", "On attend « champ: valeur ».", right},
	{"mapping values are not allowed", "un « : » de trop", quotes, right},
	{"did not find expected ',' or ']'", "un crochet « [ » n'est pas refermé, ou il manque une virgule", "Refermez-le par « ] ».", fromZero},
	{"did not find expected ',' or '}'", "une accolade « { » n'est pas refermée, ou il manque une virgule", "Refermez-la par « } ».", fromZero},
	{"did not find expected '-' indicator", "un décalage qui ne suit pas celui de la liste", "Alignez la ligne sur les champs de son élément, ou commencez-la par « - ».", opening},
	{"did not find expected key", "un décalage ou un guillemet ne va pas, ici ou juste au-dessus", "Alignez tous les champs de l'élément ; " + strings.ToLower(quotes[:1]) + quotes[1:], opening},
	{"did not find expected node content", "il manque une valeur", "On attend une valeur après « - », « , » ou « : ».", fromZero},
	{"did not find expected <document start>", "du texte après la fin du document", "Retirez la ligne « ... ».", fromZero},
	{"found character that cannot start any token", "un signe qui ne peut pas commencer une valeur", quotes, right},
	{"did not find expected alphabetic or numeric", "« * » ou « & » seul", "Mettez-le entre guillemets : \"*\".", right},
	{"unknown escape character", "une barre oblique inverse suivie d'un signe inconnu", "Doublez la barre, ou mettez le texte entre apostrophes.", right},
	{"block sequence entries are not allowed", "un « - » à une place où rien ne l'attend", "Mettez la liste à la ligne, ou le texte entre guillemets.", right},
	{"found a tab character", "une tabulation", "En YAML, décalez avec des espaces, jamais avec la touche Tabulation.", right},
	{"exceeded max depth", "trop de listes l'une dans l'autre", "Nommez des parties dans definitions.yaml.", right},
	{"unknown anchor", noAnchors, anchorsMend, right},
	{"tag", noTags, tagsMend, right},
}

const (
	noAnchors   = "les ancres ne sont pas admises"
	anchorsMend = "Récrivez la valeur là où elle sert : « & », « * » et « << » rendraient les fichiers difficiles à relire. Un texte qui commence par l'un d'eux se met entre guillemets."
	noTags      = "les étiquettes de type ne sont pas admises"
	tagsMend    = "Retirez « !… » : tout est texte, liste ou champs."
)

var yamlLine = regexp.MustCompile(`line (\d+)`)

// malformed tells a syntax error of the library in French, at its line.
func (r *Reader) malformed(err error) {
	e := syntaxError{french: "ce n'est pas du YAML", mend: "Vérifiez les guillemets, les deux-points et le décalage de cette ligne et de la précédente."}
	for _, known := range syntaxErrors {
		if strings.Contains(err.Error(), known.english) {
			e = known
			break
		}
	}
	line := 1
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		line, _ = strconv.Atoi(m[1])
		if e.line != right {
			line++
		}
	}
	if e.line == opening {
		first := min(line, len(r.lines))
		line = r.breaking(e.english, first)
		if l := r.lines[line-1]; strings.HasPrefix(strings.TrimLeft(l, " "), "- ") {
			e.mend = fmt.Sprintf("Alignez ce « - » sur celui de la ligne %d, ou sur ceux de la liste dont il est.", first)
		}
	}
	if _, name, ok := strings.Cut(err.Error(), "unknown anchor '"); ok {
		name, _, _ = strings.Cut(name, "'")
		for i, l := range r.lines {
			if strings.Contains(l, "*"+name) {
				line = i + 1
				break
			}
		}
	}
	// What is left open at the end of the file was opened before the empty lines.
	for line = min(line, len(r.lines)); line > 1 && strings.TrimSpace(r.lines[line-1]) == ""; line-- {
	}
	r.fault(line, r.indent(line), "YAML mal formé : "+e.french, e.mend)
}

// indent is the column of the first sign of a line.
func (r *Reader) indent(line int) int {
	l := r.lines[line-1]
	return 1 + len(l) - len(strings.TrimLeft(l, " "))
}

// breaking returns the first line that, added to those before, makes a message of the library appear:
// the library itself only tells where what it breaks began.
func (r *Reader) breaking(english string, from int) int {
	lo, hi := from, len(r.lines)
	for lo < hi {
		mid := (lo + hi) / 2
		var doc yaml.Node
		err := yaml.Unmarshal([]byte(strings.Join(r.lines[:mid], "\n")), &doc)
		if err != nil && strings.Contains(err.Error(), english) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// refuse reports anchors, aliases and tags, which say elsewhere or otherwise what a value is.
func (r *Reader) refuse(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "" || n.Tag == "!!merge":
		r.At(n, noAnchors, anchorsMend)
		return true
	case n.Style&yaml.TaggedStyle != 0:
		r.At(n, noTags, tagsMend)
		return true
	}
	refused := false
	for _, c := range n.Content {
		refused = r.refuse(c) || refused
	}
	return refused
}

// elided ends a term of the lexicon where the next word begins: « pouvez-vous m' ».
var elided = regexp.MustCompile(`(?i)(^|[\s'’-])([cdjlmnst]|\pL*qu)'$`)

// torn reports a text written without quotes that lost one, or a bracket, at its other end: YAML
// takes what is left for a part of the text.
func (r *Reader) torn(n *yaml.Node) {
	for _, c := range n.Content {
		r.torn(c)
	}
	if n.Kind != yaml.ScalarNode || n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return
	}
	s := n.Value
	// What is left out after « ? » stands on a line past the last.
	if next := min(n.Line, len(r.lines)-1); n.Line <= len(r.lines) && !strings.Contains(r.lines[n.Line-1], s) && strings.HasPrefix(strings.TrimLeft(r.lines[next], " "), "- ") {
		r.fault(next+1, r.indent(next+1), "une ligne qui commence par « - », prise pour la suite du texte d'au-dessus", "Alignez son « - » sur celui de la ligne d'au-dessus.")
	}
	problem, mend := "", "Remettez l'autre, ou retirez celui-ci ; un texte qui en contient un seul se met entre apostrophes."
	switch {
	case strings.Count(s, `"`)%2 == 1:
		problem = "un guillemet « \" » seul"
	case strings.HasSuffix(s, "'") && !elided.MatchString(s):
		problem, mend = "une apostrophe « ' » seule à la fin", "Remettez celle du début, ou retirez celle-ci."
	case strings.Count(s, "[") != strings.Count(s, "]"):
		problem = "un crochet « [ » ou « ] » seul"
	case strings.Count(s, "{") != strings.Count(s, "}"):
		problem = "une accolade « { » ou « } » seule"
		mend = "Remettez l'autre, ou retirez celle-ci ; un texte qui en contient une seule se met entre guillemets."
	case strings.HasPrefix(s, "~") && len(s) > 1:
		problem, mend = "un « ~ » au début d'un texte", "Retirez-le, ou mettez le texte entre guillemets."
	default:
		return
	}
	r.spoilt(n, problem, mend)
}
