package comprehension

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"motus/rules"
	"motus/rules/comprehension/internal/linear"
)

// learnGist makes the weights of gist.bin from labelled questions: the files *.tsv of files, one question a
// line, in columns parted by tabs:
//
//	thème, issue, question, then the messages before it in the thread, if any
//
// The issue is a verdict, « fiche », « clarification » or « hors_champ » (then the theme is « - »).
// Others that are right too follow the best one after « | ». Of the files named lexique-*.tsv, the
// lexicon was written with their questions in view: they teach words only, since what it reads in them
// is surer than elsewhere. The cases that the base settles are examples too.
func learnGist(b *rules.Base, files fs.FS) ([]byte, error) {
	rd, err := wordReader(b, rules.Files())
	if err != nil {
		return nil, err
	}
	examples, err := readExamples(files)
	if err != nil {
		return nil, err
	}
	var first *seen
	rd.examine = func(s seen) {
		if first == nil {
			first = &s
		}
	}
	examples = append(examples, settled(b)...)
	questions := []linear.Question{{Name: outcomeQuestion}, {Name: themeQuestion}}
	var all []linear.Example
	for _, e := range examples {
		var q Question
		for _, t := range append(slices.Clone(e.before), e.text) {
			first = nil
			q = rd.Read(t, q)
		}
		if first == nil {
			continue // its words are believed whatever the whole says
		}
		s := first
		words := slices.Concat(s.all[:s.words], s.all[s.words+s.read:])
		views := [][]uint32{s.all, s.all[:s.words+s.read], words}
		if e.known {
			views = [][]uint32{words}
		}
		all = append(all, linear.Example{Views: views, Answers: [][]string{e.outcomes, e.themes}})
		for i, labels := range [][]string{e.outcomes, e.themes} {
			for _, l := range labels {
				if !slices.Contains(questions[i].Labels, l) {
					questions[i].Labels = append(questions[i].Labels, l)
				}
			}
		}
	}
	for i := range questions {
		slices.Sort(questions[i].Labels)
	}
	m := linear.Train(questions, all)
	if m.Of, err = digest(b, files); err != nil {
		return nil, err
	}
	return m.AppendBinary(nil)
}

// settled are the cases that the base settles, as examples.
func settled(b *rules.Base) []labelled {
	var out []labelled
	for _, c := range b.Cases() {
		if c.Question == "" || c.Today.Skip {
			continue
		}
		d := b.Decide(c.Facts, b.VerifiedTo)
		out = append(out, labelled{themes: []string{d.Theme}, outcomes: []string{outcomeOf(&d)}, text: c.Question})
	}
	return out
}

// labelled is a question with what it should be read as.
type labelled struct {
	themes, outcomes []string
	text             string
	before           []string
	known            bool // the lexicon was written with it in view
}

// digest names the examples, those of the settled cases too, by what they hold.
func digest(b *rules.Base, files fs.FS) (string, error) {
	names, err := fs.Glob(files, "*.tsv")
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return "", fmt.Errorf("lire les exemples : %w", err)
		}
		fmt.Fprintf(sum, "%s %d\n", name, len(data))
		sum.Write(data)
	}
	for _, e := range settled(b) {
		fmt.Fprintln(sum, e.themes, e.outcomes, e.text)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

func readExamples(fsys fs.FS) ([]labelled, error) {
	names, err := fs.Glob(fsys, "*.tsv")
	if err != nil {
		return nil, err
	}
	var out []labelled
	for _, name := range names {
		file, err := fsys.Open(name)
		if err != nil {
			return nil, fmt.Errorf("lire les exemples : %w", err)
		}
		lines := bufio.NewScanner(file)
		for n := 1; lines.Scan(); n++ {
			e, problem := readExample(lines.Text())
			if problem != "" {
				file.Close()
				return nil, fmt.Errorf("%s, ligne %d : %s", name, n, problem)
			}
			e.known = strings.HasPrefix(path.Base(name), "lexique-")
			out = append(out, e)
		}
		file.Close()
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("lire %s : %w", name, err)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("aucun exemple : il faut des fichiers *.tsv")
	}
	return out, nil
}

func readExample(line string) (e labelled, problem string) {
	columns := strings.Split(line, "\t")
	if len(columns) < 3 {
		return e, "il faut trois colonnes séparées par une tabulation : thème, issue, question"
	}
	e.themes, e.outcomes = strings.Split(columns[0], "|"), strings.Split(columns[1], "|")
	e.text, e.before = columns[2], columns[3:]
	if strings.TrimSpace(e.text) == "" {
		return e, "il manque la question"
	}
	for _, t := range e.themes {
		if t != noTheme && !slices.ContainsFunc(rules.Themes, func(o rules.Theme) bool { return o.ID == t }) {
			return e, "thème inconnu « " + t + " »"
		}
	}
	for _, o := range e.outcomes {
		if _, err := rules.ParseVerdict(o); err != nil && o != outcomeAsks && o != outcomeCard && o != outcomeOutside {
			return e, "issue inconnue « " + o + " » : un verdict, fiche, clarification ou hors_champ"
		}
	}
	if slices.Contains(e.themes, noTheme) && !slices.Contains(e.outcomes, outcomeOutside) {
		return e, "seul « hors_champ » va sans thème"
	}
	return e, ""
}
