package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"motus/bot"
	"motus/rules"
)

// labelled is one question with its label: what a right answer says, what else is accepted, and
// which verdicts would harm someone. Fields it does not name are ignored.
type labelled struct {
	ID        string   `json:"id"`
	Text      string   `json:"text"`
	Context   string   `json:"context"`
	Contexts  []string `json:"contexts"`
	Kind      string   `json:"kind"`
	KindsOK   []string `json:"kinds_ok"`
	Theme     string   `json:"theme"`
	ThemesOK  []string `json:"themes_ok"`
	Verdict   string   `json:"verdict"`
	Verdicts  []string `json:"verdicts_ok"`
	Dangerous []string `json:"dangerous"`
	Citations []string `json:"citations_any"`
	Reply     string   `json:"reponse"`
}

func (a *app) evalCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "eval FICHIER",
		Short: "mesure les réponses sur des questions étiquetées",
		Long: `Mesure les réponses sur des questions étiquetées, un objet JSON par ligne : id, text, context, kind,
theme, verdict, dangerous… et, pour chacun, ce qui est aussi accepté (kinds_ok, themes_ok, verdicts_ok).
Une réponse dangereuse, une seule, et le code de sortie est 1.`,
		Example: "  motus eval questions.jsonl",
		Args:    oneArg("il faut un fichier, un seul : motus eval questions.jsonl"),
	}
	date := a.dateFlag(c)
	quiet := c.Flags().Bool("bref", false, "les mesures seules, sans chaque ligne fausse")
	c.RunE = func(_ *cobra.Command, args []string) error {
		on, err := date()
		if err != nil {
			return err
		}
		file, err := os.Open(args[0])
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return errors.New("ce fichier de questions n'existe pas ; vérifiez son nom et son dossier")
		case err != nil:
			return errors.New("le fichier de questions ne s'ouvre pas ; vérifiez que vous avez le droit de le lire")
		}
		defer file.Close()
		questions, err := readLabelled(file)
		if err != nil {
			return err
		}
		s := score{counts: map[string]int{}, confusion: map[[2]string]int{}}
		for i := range questions {
			q := &questions[i]
			earlier := q.Contexts
			if q.Context != "" {
				earlier = append(earlier, q.Context)
			}
			r := bot.Compose(a.base, a.read(q.Text, earlier, rules.FactSet{}), on, a.today())
			answer := r.JSON(nil, on)
			s.add(q, &answer)
		}
		if _, err := fmt.Fprint(a.Out, s.report(*quiet)); err != nil {
			return fmt.Errorf("écrire les mesures : %w", err)
		}
		if s.counts["dangereuses"] > 0 {
			return exit(codeFault)
		}
		return nil
	}
	return c
}

// readLabelled reads every question, or says which line is none and why.
func readLabelled(file io.Reader) ([]labelled, error) {
	var out []labelled
	in := bufio.NewReaderSize(file, maxLine)
	for n := 1; ; n++ {
		l := readLine(in)
		if l.err != nil && !errors.Is(l.err, io.EOF) {
			return nil, errors.New("le fichier de questions " + unreadable(l.err, n))
		}
		if n == 1 {
			l.text = bytes.TrimPrefix(l.text, []byte("\ufeff"))
		}
		if raw := bytes.TrimSpace(l.text); len(raw) > 0 || l.tooLong {
			q, problem := parseLabelled(raw)
			if l.tooLong {
				problem = tooLong
			}
			if problem != "" {
				return nil, fmt.Errorf("ligne %d : %s", n, problem)
			}
			out = append(out, q)
		}
		if l.err != nil {
			break
		}
	}
	if len(out) == 0 {
		return nil, errors.New("le fichier n'a aucune question ; on en attend une par ligne, un objet JSON avec text, kind, theme et verdict")
	}
	return out, nil
}

// parseLabelled reads a line, or says why it is no question: a label badly spelt would count every
// answer as wrong.
func parseLabelled(raw []byte) (q labelled, problem string) {
	if !utf8.Valid(raw) {
		return q, notUTF8
	}
	if json.Unmarshal(raw, &q) != nil {
		return q, "on attend un objet JSON avec id, text, kind, theme et verdict, des textes"
	}
	if key := repeated(raw, "id", "text", "context", "contexts", "kind", "kinds_ok", "theme", "themes_ok", "verdict", "verdicts_ok", "dangerous", "citations_any", "reponse"); key != "" {
		return q, twice(key)
	}
	if q.Text == "" || q.Kind == "" {
		return q, "il manque « text » ou « kind »"
	}
	kinds := []string{string(bot.KindDecision), string(bot.KindCard), string(bot.KindClarification), string(bot.KindOutOfScope)}
	var verdicts []string
	for _, v := range rules.AllVerdicts {
		verdicts = append(verdicts, v.String())
	}
	for _, label := range []struct {
		key          string
		given, known []string
	}{
		{"kind", []string{q.Kind}, kinds}, {"kinds_ok", q.KindsOK, kinds},
		{"verdict", []string{q.Verdict}, verdicts}, {"verdicts_ok", q.Verdicts, verdicts}, {"dangerous", q.Dangerous, verdicts},
	} {
		for _, s := range label.given {
			if s != "" && !slices.Contains(label.known, s) {
				return q, "« " + label.key + " » : on attend " + strings.Join(label.known, ", ")
			}
		}
	}
	return q, ""
}

// score counts answers by what is right of them.
type score struct {
	counts    map[string]int
	confusion map[[2]string]int // wanted, got
	wrong     []string
}

// add scores one answer.
func (s *score) add(q *labelled, a *bot.Answer) {
	got := func(p *string) string {
		if p == nil {
			return ""
		}
		return *p
	}
	count := func(key string, ok bool) bool {
		s.counts[key+" sur"]++
		if ok {
			s.counts[key]++
		}
		return ok
	}
	kind, verdict, theme := string(a.Kind), got(a.Verdict), got(a.Theme)
	kindOK := kind == q.Kind || slices.Contains(q.KindsOK, kind)
	verdictOK := verdict == q.Verdict || slices.Contains(q.Verdicts, verdict) || kind != q.Kind && kindOK
	themeOK := theme == q.Theme || slices.Contains(q.ThemesOK, theme)
	dangerous := verdict != "" && slices.Contains(q.Dangerous, verdict)
	right := count("genre", kindOK)
	right = count("verdict", verdictOK) && right
	right = count("thème", themeOK) && right
	if dangerous {
		s.counts["dangereuses"]++
	}
	if q.Reply != "" {
		count("premier mot", got(a.Reply) == q.Reply)
	}
	if len(q.Citations) > 0 {
		count("citation", slices.ContainsFunc(a.Citations, func(c bot.AnswerCitation) bool {
			return slices.ContainsFunc(q.Citations, func(ref string) bool { return strings.HasPrefix(c.Ref, ref) })
		}))
	}
	switch q.Kind {
	case "decision":
		count("réponse directe", kind == "decision")
		count("question renvoyée", kind == "clarification")
		count("abstention", kind == "hors_champ")
	case "fiche":
		count("fiche", kind == "fiche" && themeOK)
	case "clarification":
		count("question attendue", kind == "clarification")
	case "hors_champ":
		count("hors champ reconnu", kind == "hors_champ")
	}
	label := func(kind, verdict string) string {
		if kind == "decision" && verdict != "" {
			return verdict
		}
		return kind
	}
	s.confusion[[2]string{label(q.Kind, q.Verdict), label(kind, verdict)}]++
	if right && !dangerous {
		return
	}
	mark := ""
	if dangerous {
		mark = "DANGEREUSE : "
	}
	s.wrong = append(s.wrong, fmt.Sprintf("%s%s : %s, %s attendus ; %s, %s obtenus\n    %s", mark, q.ID,
		label(q.Kind, q.Verdict), or(q.Theme, "aucun thème"), label(kind, verdict), or(theme, "aucun thème"), q.Text))
}

func or(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// report lays the measures out, then which verdict was taken for which, then each wrong line.
func (s *score) report(quiet bool) string {
	var out strings.Builder
	n := s.counts["verdict sur"]
	fmt.Fprintf(&out, "%d questions, %d réponses dangereuses\n\n", n, s.counts["dangereuses"])
	for _, key := range []string{"genre", "verdict", "thème", "premier mot", "citation", "réponse directe", "question renvoyée", "abstention", "fiche", "question attendue", "hors champ reconnu"} {
		if of := s.counts[key+" sur"]; of > 0 {
			share := strings.Replace(fmt.Sprintf("%.1f", 100*float64(s.counts[key])/float64(of)), ".", ",", 1)
			fmt.Fprintf(&out, "  %-20s %4d sur %4d   %5s %%\n", key, s.counts[key], of, share)
		}
	}
	labels := []string{"interdit", "autorise", "obligatoire", "a_apprecier", "fiche", "clarification", "hors_champ"}
	fmt.Fprintf(&out, "\n  %-16s", "attendu \\ obtenu")
	for _, l := range labels {
		fmt.Fprintf(&out, " %13s", l)
	}
	out.WriteByte('\n')
	for _, want := range labels {
		fmt.Fprintf(&out, "  %-16s", want)
		for _, got := range labels {
			fmt.Fprintf(&out, " %13d", s.confusion[[2]string{want, got}])
		}
		out.WriteByte('\n')
	}
	if !quiet && len(s.wrong) > 0 {
		slices.SortStableFunc(s.wrong, func(a, b string) int { return danger(b) - danger(a) })
		fmt.Fprintf(&out, "\n%s\n", strings.Join(s.wrong, "\n"))
	}
	return out.String()
}

// danger sorts dangerous lines first.
func danger(line string) int {
	if strings.HasPrefix(line, "DANGEREUSE") {
		return 1
	}
	return 0
}

// oneArg wants one argument, and says which if it is not there.
func oneArg(missing string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return errors.New(missing)
		}
		return nil
	}
}
