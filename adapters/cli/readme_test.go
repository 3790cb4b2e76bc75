package cli

import (
	"bytes"
	"context"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"
)

const readme = "../../README.md"

// TestReadme: what the README shows is what the program prints. UPDATE=1 rewrites it.
func TestReadme(t *testing.T) {
	data, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	shown := regexp.MustCompile("(?ms)^```\n.*?^```\n")
	blocks := shown.FindAllString(string(data), -1)
	commands := [][]string{{"ask", "peut-on informer le maire ?"}, {"rules", "check"}}
	if len(blocks) != len(commands) {
		t.Fatalf("%d exemples dans le README, %d commandes ici", len(blocks), len(commands))
	}
	text := string(data)
	for i, args := range commands {
		var out bytes.Buffer
		if code := Run(context.Background(), args, IO{Out: &out, Err: io.Discard, Now: clock, Width: 90}); code != codeOK {
			t.Errorf("%v : code %d", args, code)
		}
		want := "```\n" + out.String() + "```\n"
		if blocks[i] != want && os.Getenv("UPDATE") == "" {
			t.Errorf("le README montre autre chose que « motus %s » ; relisez : UPDATE=1 go test ./adapters/cli", strings.Join(args, " "))
		}
		text = strings.Replace(text, blocks[i], want, 1)
	}
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(readme, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
