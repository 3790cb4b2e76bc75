package main_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The house: what the folders promise, checked on the source itself.

// mayImport says which packages of the project each may import; « main → adapters → bot → rules ».
var mayImport = map[string][]string{
	"rules":                     {"motus/rules/internal/strictyaml"},
	"rules/comprehension":       {"motus/rules", "motus/rules/internal/strictyaml"},
	"rules/internal/strictyaml": {},
	"bot":                       {"motus/rules", "motus/rules/comprehension"},
	"adapters/cli":              {"motus/rules", "motus/rules/comprehension", "motus/bot"},
	".":                         {"motus/adapters/cli"},
}

// impure are packages that the core and the bot's words may not reach: clocks, networks, chance,
// processes, logs.
var impure = []string{"time", "net", "os", "math/rand", "log", "log/slog", "os/exec", "syscall", "reflect", "unsafe", "context"}

type source struct {
	path string // slashed, from the root
	file *ast.File
	data string
}

func sources(t *testing.T) (*token.FileSet, []source) {
	t.Helper()
	set := token.NewFileSet()
	var out []source
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(set, path, data, parser.ParseComments)
		if err != nil {
			return err
		}
		out = append(out, source{filepath.ToSlash(path), f, string(data)})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 20 {
		t.Fatalf("%d fichiers Go seulement", len(out))
	}
	return set, out
}

func dir(path string) string { return filepath.ToSlash(filepath.Dir(path)) }

func isTest(path string) bool { return strings.HasSuffix(path, "_test.go") }

func TestImports(t *testing.T) {
	_, files := sources(t)
	for _, s := range files {
		if isTest(s.path) {
			continue
		}
		allowed, known := mayImport[dir(s.path)]
		if !known {
			t.Errorf("%s : le paquet %s n'a pas sa place dans mayImport", s.path, dir(s.path))
		}
		for _, im := range s.file.Imports {
			name, _ := strconv.Unquote(im.Path.Value)
			if strings.HasPrefix(name, "motus/") && !contains(allowed, name) {
				t.Errorf("%s importe %s", s.path, name)
			}
			if !strings.HasPrefix(s.path, "adapters/") && dir(s.path) != "." && contains(impure, name) {
				t.Errorf("%s importe %s : le cœur est pur", s.path, name)
			}
		}
	}
}

// TestPure: the core starts nothing, waits for nothing and never walks a map where order shows.
func TestPure(t *testing.T) {
	set, files := sources(t)
	for _, s := range files {
		if isTest(s.path) || !strings.HasPrefix(s.path, "rules/") {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			switch n.(type) {
			case *ast.GoStmt, *ast.SelectStmt, *ast.SendStmt, *ast.ChanType:
				t.Errorf("%s : une goroutine ou un canal dans le cœur", set.Position(n.Pos()))
			}
			return true
		})
	}
}

// TestNoSkip: a test that is skipped proves nothing.
func TestNoSkip(t *testing.T) {
	skip := regexp.MustCompile(`\.(Skip|Skipf|SkipNow)\(`)
	_, files := sources(t)
	for _, s := range files {
		if isTest(s.path) && skip.MatchString(strings.ReplaceAll(s.data, "(Skip|Skipf|SkipNow)", "")) {
			t.Errorf("%s saute un test", s.path)
		}
	}
}

// TestSize: a file that grows past 500 lines holds two ideas.
func TestSize(t *testing.T) {
	_, files := sources(t)
	for _, s := range files {
		if n := strings.Count(s.data, "\n"); n > 500 {
			t.Errorf("%s : %d lignes", s.path, n)
		}
	}
}

// TestDocumented: everything exported says what it is.
func TestDocumented(t *testing.T) {
	set, files := sources(t)
	for _, s := range files {
		if isTest(s.path) {
			continue
		}
		for _, d := range s.file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && d.Doc == nil && exportedReceiver(d) {
					t.Errorf("%s : %s n'est pas expliquée", set.Position(d.Pos()), d.Name.Name)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if ts, ok := spec.(*ast.TypeSpec); ok && ts.Name.IsExported() && d.Doc == nil && ts.Doc == nil {
						t.Errorf("%s : %s n'est pas expliqué", set.Position(ts.Pos()), ts.Name.Name)
					}
				}
			}
		}
	}
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	t := d.Recv.List[0].Type
	if p, ok := t.(*ast.StarExpr); ok {
		t = p.X
	}
	id, ok := t.(*ast.Ident)
	return ok && id.IsExported()
}

// TestNoPlace: the project names no machine.
func TestNoPlace(t *testing.T) {
	place := regexp.MustCompile(`/(home|Users|work|root)/[a-z]`)
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == ".git" {
				return filepath.SkipDir
			}
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if m := place.FindString(string(data)); m != "" && !strings.HasSuffix(path, "house_test.go") {
			t.Errorf("%s nomme %s", path, m)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
