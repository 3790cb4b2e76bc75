package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
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
