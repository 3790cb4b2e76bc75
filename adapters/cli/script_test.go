package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// clock is the day of every test, so that what they expect does not age.
func clock() time.Time { return time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC) }

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"motus": func() {
			env := System()
			env.Now = clock
			os.Exit(Run(context.Background(), os.Args[1:], env))
		},
	})
}

// TestScripts plays the transcripts of testdata/script: the program as a person uses it.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", UpdateScripts: os.Getenv("UPDATE") != ""})
}

func run(in string, args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	code = Run(context.Background(), args, IO{In: strings.NewReader(in), Out: &o, Err: &e, Now: clock})
	return code, o.String(), e.String()
}

// TestNothingTyped: an error repeats nothing of a question, and puts nothing on the output.
func TestNothingTyped(t *testing.T) {
	const word = "Dupontel"
	for _, args := range [][]string{
		{"ask", "--nope", word}, {word}, {"rules", word}, {"rules", "show", word},
		{"ask", "--jsonl", word}, {"version", word}, {"ask", "--trace", "--json", word},
	} {
		code, out, errs := run("", args...)
		if code != codeUsage || out != "" || errs == "" {
			t.Errorf("%v : code %d, sortie %q, erreur %q", args, code, out, errs)
		}
		if strings.Contains(errs, word) {
			t.Errorf("%v répète la question : %s", args, errs)
		}
	}
	_, out, _ := run(`{"id":1,"text":`+"\""+word+`"`, "ask", "--jsonl")
	if strings.Contains(out, word) {
		t.Errorf("la ligne fautive est répétée : %s", out)
	}
}

// TestDiscreet: an option badly said is answered in French, without a word of what was typed.
func TestDiscreet(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"ask", "--date", "Dupontel", "x"}, "motus : --date : on attend AAAA-MM-JJ, par exemple 2008-03-06\n"},
		{[]string{"ask", "--facts", "peril=non,Dupontel=oui", "x"}, "motus : --facts : partie 2 : fait inconnu ; « motus rules faits » montre les faits et leurs valeurs\n"},
		{[]string{"ask", "--date", "", "x"}, "motus : --date : on attend AAAA-MM-JJ, par exemple 2008-03-06\n"},
		{[]string{"rules", "check", "--date", ""}, "motus : --date : on attend AAAA-MM-JJ, par exemple 2008-03-06\n"},
		{[]string{"ask", "--date", "2020-01-01", "--date", "Dupontel", "x"}, "motus : l'option --date est donnée deux fois ; donnez-la une seule fois\n"},
		{[]string{"ask", "--facts", "peril=oui", "--facts", "Dupontel", "x"}, "motus : l'option --facts est donnée deux fois ; donnez-la une seule fois\n"},
		{[]string{"ask", "Dupontel en p\xe9ril"}, "motus : la question n'est pas en UTF-8 : les accents s'y perdraient ; réglez le terminal sur UTF-8\n"},
		{[]string{"ask", "--facts", "Dupontel", "x"}, "motus : --facts : partie 1 : on attend fait=valeur\n"},
		{[]string{"ask", "--facts", "destinataire=Dupontel", "x"}, "motus : --facts : partie 1 : valeur inconnue pour le fait « destinataire » ; « motus rules faits » montre les faits et leurs valeurs\n"},
		{[]string{"ask", "--facts", "peril=non,danger=peri", "x"}, "motus : --facts : partie 2 : valeur inconnue pour le fait « danger » : voulez-vous dire « peril » ?\n"},
		{[]string{"ask", "--json=Dupontel", "x"}, "motus : l'option --json n'admet pas cette valeur\n"},
		{[]string{"ask", "--Dupontel"}, "motus : option inconnue ; « --help » montre les options\n"},
		{[]string{"ask", "-Dupontel"}, "motus : option inconnue ; « --help » montre les options\n"},
		{[]string{"ask", "--=Dupontel"}, "motus : option mal écrite ; on attend --option ou --option=valeur\n"},
		{[]string{"ask", "--date"}, "motus : l'option --date attend une valeur\n"},
	} {
		if code, out, errs := run("", c.args...); code != codeUsage || out != "" || errs != c.want {
			t.Errorf("%v : code %d, %q, attendu %q", c.args, code, errs, c.want)
		}
	}
}

// TestTrace: the trace shows the words that gave facts, and none that stand between them.
func TestTrace(t *testing.T) {
	for in, want := range map[string]string{
		"mineur Dupontel en danger": "mineur … danger",
		"le maire":                  "le maire",
		"le\x1b[31m\u202e maire":    "le … maire",
		"maire":                     "maire",
	} {
		if got := ends(in); got != want {
			t.Errorf("%q : %q, attendu %q", in, got, want)
		}
	}
}

// full refuses what is written past its room, as a disk does.
type full struct{ room int }

func (f *full) Write(p []byte) (int, error) {
	if f.room -= len(p); f.room < 0 {
		return 0, errors.New("no space left")
	}
	return len(p), nil
}

// TestFull: an answer that cannot be written is told, whatever the command.
func TestFull(t *testing.T) {
	for _, args := range [][]string{
		{"ask", "peut-on informer le maire ?"}, {"ask", "--json", "peut-on informer le maire ?"}, {"ask", "--jsonl"},
		{"rules", "check"}, {"rules", "list"}, {"rules", "show", "sanctions"}, {"rules", "faits"}, {"version"}, {"--help"}, {"ask", "--help"},
	} {
		var errs bytes.Buffer
		in := strings.NewReader(`{"text":"peut-on informer le maire ?"}`)
		code := Run(context.Background(), args, IO{In: in, Out: &full{10}, Err: &errs, Now: clock})
		if code != codeUsage || errs.String() != "motus : la réponse n'a pas pu être écrite jusqu'au bout\n" {
			t.Errorf("%v : code %d, %q", args, code, errs.String())
		}
	}
}

// TestLines: what a line is, and its id wherever it can be read.
func TestLines(t *testing.T) {
	long := strings.Repeat("a", maxLine)
	whole := `{"id":1,"text":"` + long[:maxLine-len(`{"id":1,"text":""}`)] + `"}`
	for in, want := range map[string]string{
		"\ufeff" + `{"id":1,"text":""}`:    `{"id":1,"error":"le champ « text » est vide"}`,
		`null`:                             `{"id":null,"error":"la ligne n'est pas un objet JSON`,
		`{"id":1,"Text":"x"}`:              `{"id":1,"error":"il manque le champ « text »"}`,
		`{"ID":1,"text":""}`:               `{"id":null,"error":"le champ « text » est vide"}`,
		`{"id":"q","text":"coupé`:          `{"id":"q","error":"la ligne n'est pas un objet JSON`,
		`{"x":[1],"id":"q","text":"coupé`:  `{"id":"q","error":"la ligne n'est pas un objet JSON`,
		`{"text":"coupé`:                   `{"id":null,"error":"la ligne n'est pas un objet JSON`,
		`{"id":1,"text":"` + long + `"}`:   `{"id":1,"error":"ligne de plus de 64 Kio"}`,
		whole + "\n":                       `{"id":1,"kind":`,
		whole + " \n":                      `{"id":1,"error":"ligne de plus de 64 Kio"}`,
		`{"id":1,"text":"a","contexts":2}`: `{"id":1,"error":"le champ « contexts » n'a pas la forme attendue : une liste de textes"}`,

		`{"id":1,"text":"a","text":"b"}`:                 `{"id":1,"error":"le champ « text » est écrit deux fois ; gardez-en un"}`,
		`{"id":1,"context":"a","context":"b","text":""}`: `{"id":1,"error":"le champ « context » est écrit deux fois ; gardez-en un"}`,
		`{"id":1,"id":2,"text":"le maire"}`:              `{"id":null,"error":"le champ « id » est écrit deux fois ; gardez-en un"}`,
		`{"id":1,"x":1,"x":2,"text":"le maire"}`:         `{"id":1,"kind":`,
		`{"id":1,"text":"le p` + "\xe9" + `ril"}`:        `{"id":1,"error":"la ligne n'est pas en UTF-8 ; enregistrez le fichier en UTF-8"}`,
		`{"id":"` + "\xe9" + `","text":"le maire"}`:      `{"id":null,"error":"la ligne n'est pas en UTF-8 ; enregistrez le fichier en UTF-8"}`,
	} {
		if _, out, _ := run(in, "ask", "--jsonl"); !strings.HasPrefix(out, want) {
			t.Errorf("%.60q :\n%.200s\nattendu %s", in, out, want)
		}
	}
}

// TestLabelled: a file of questions is read as the lines of --jsonl are, and a line that is none is
// told by its number.
func TestLabelled(t *testing.T) {
	const good = `{"text":"peut-on informer le maire ?","kind":"decision"}`
	for in, want := range map[string]string{
		"\ufeff" + good + "\n": "",
		good + "\n\n" + good:   "",
		good + "\n" + `{"text":"` + strings.Repeat("a", 1<<21): "ligne 2 : ligne de plus de 64 Kio",
		good + "\n" + `{"text":"p` + "\xe9" + `ril"}`:          "ligne 2 : la ligne n'est pas en UTF-8 ; enregistrez le fichier en UTF-8",
		"\x00\n": "ligne 1 : on attend un objet JSON avec id, text, kind, theme et verdict, des textes",
		"\n\n":   "le fichier n'a aucune question ; on en attend une par ligne, un objet JSON avec text, kind, theme et verdict",
	} {
		got := ""
		if _, err := readLabelled(strings.NewReader(in)); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%.60q : %q, attendu %q", in, got, want)
		}
	}
}

// TestBuild: the version says what the compiler wrote down, or how to have it written.
func TestBuild(t *testing.T) {
	info := &debug.BuildInfo{Main: debug.Module{Version: "v1.2.3"}, Settings: []debug.BuildSetting{{Key: "vcs.revision", Value: "abc"}, {Key: "vcs.modified", Value: "true"}}}
	if v, c := build(info, true); v != "v1.2.3" || c != "abc, avec des changements" {
		t.Errorf("%s, %s", v, c)
	}
	if v, c := build(nil, false); v != "développement" || !strings.Contains(c, "make build") {
		t.Errorf("%s, %s", v, c)
	}
}

// TestWidth: no command writes past the width of the terminal.
func TestWidth(t *testing.T) {
	for _, args := range [][]string{{"rules", "list"}, {"rules", "check"}, {"rules", "faits"}} {
		var out bytes.Buffer
		Run(context.Background(), args, IO{Out: &out, Err: io.Discard, Now: clock, Width: 80})
		for _, l := range strings.Split(out.String(), "\n") {
			if n := len([]rune(l)); n > 80 {
				t.Errorf("%v : %d colonnes : %s", args, n, l)
			}
		}
	}
}

// TestColor: colours only repeat what is written.
func TestColor(t *testing.T) {
	var plain, colored bytes.Buffer
	for _, c := range []struct {
		out   io.Writer
		color bool
	}{{&plain, false}, {&colored, true}} {
		env := IO{In: strings.NewReader(""), Out: c.out, Err: io.Discard, Now: clock, Color: c.color, Width: 80}
		if code := Run(context.Background(), []string{"ask", "peut-on informer le maire ?"}, env); code != 0 {
			t.Fatalf("code %d", code)
		}
	}
	s := colored.String()
	for _, code := range []string{bold, faint, red, green, amber, "0"} {
		s = strings.ReplaceAll(s, "\x1b["+code+"m", "")
	}
	if s != plain.String() {
		t.Error("la couleur change le texte")
	}
	if colored.Len() == plain.Len() {
		t.Error("aucune couleur")
	}
	for _, l := range strings.Split(plain.String(), "\n") {
		if n := len([]rune(l)); n > 80 {
			t.Errorf("ligne de %d colonnes : %s", n, l)
		}
	}
}

// TestLinesStop: a run that waits for a line stops when it is told to.
func TestLinesStop(t *testing.T) {
	in, typing := io.Pipe()
	defer typing.Close()
	ctx, stop := context.WithCancel(context.Background())
	var out bytes.Buffer
	done := make(chan int)
	go func() {
		done <- Run(ctx, []string{"ask", "--jsonl"}, IO{In: in, Out: &out, Err: io.Discard, Now: clock})
	}()
	if _, err := io.WriteString(typing, `{"id":1,"text":"peut-on informer le maire ?"}`+"\n"); err != nil {
		t.Fatal(err)
	}
	stop()
	if code := <-done; code != codeStopped {
		t.Errorf("code %d", code)
	}
}

// FuzzLines: whatever the input, one line of JSON answers each line, and nothing stops the run.
func FuzzLines(f *testing.F) {
	f.Add(`{"id":"q1","text":"peut-on informer le maire ?"}`)
	f.Add("{}\n[]\n\n{\"text\":3}")
	f.Add(`{"id":{"a":1},"contexts":["peut-on parler au juge ?"],"text":"et sinon ?"}`)
	f.Fuzz(func(t *testing.T, in string) {
		code, out, _ := run(in, "ask", "--jsonl")
		if code != codeOK && code != codeUsage {
			t.Fatalf("code %d", code)
		}
		want := strings.Count(in, "\n")
		if in != "" && !strings.HasSuffix(in, "\n") {
			want++
		}
		lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
		if out == "" {
			lines = nil
		}
		if len(lines) != want {
			t.Fatalf("%d réponses pour %d lignes", len(lines), want)
		}
		for _, l := range lines {
			if !json.Valid([]byte(l)) {
				t.Errorf("ce n'est pas du JSON : %s", l)
			}
		}
	})
}
