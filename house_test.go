package main_test

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The house: what the folders promise, checked on the source itself.

// mayImport says which packages of the project each may import; « main → adapters → bot → rules ».
var mayImport = map[string][]string{
	"rules":                     {"motus/rules/internal/strictyaml"},
	"rules/comprehension":       {"motus/rules", "motus/rules/internal/strictyaml", "motus/rules/comprehension/internal/linear"},
	"rules/internal/strictyaml": {},

	"rules/comprehension/internal/linear": {},

	"bot":          {"motus/rules", "motus/rules/comprehension"},
	"adapters/cli": {"motus/rules", "motus/rules/comprehension", "motus/bot"},
	".":            {"motus/adapters/cli"},
}

// pure are the packages from outside that the core and the bot's words may reach: no clock, network,
// chance, process or log among them.
var pure = strings.Fields("bytes cmp embed encoding/binary encoding/json errors fmt io io/fs iter maps math math/big math/bits path regexp slices strconv strings sync unicode unicode/utf8" +
	" go.yaml.in/yaml/v3 golang.org/x/text/unicode/norm github.com/blevesearch/snowballstem github.com/blevesearch/snowballstem/french")

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
			if strings.HasPrefix(name, "motus/") && !slices.Contains(allowed, name) {
				t.Errorf("%s importe %s", s.path, name)
			}
			if isCore(s.path) && !strings.HasPrefix(name, "motus/") && !slices.Contains(pure, name) {
				t.Errorf("%s importe %s, que pure ne nomme pas : le cœur n'a ni horloge, ni réseau, ni hasard", s.path, name)
			}
		}
	}
}

func isCore(path string) bool {
	return strings.HasPrefix(path, "rules/") || strings.HasPrefix(path, "bot/")
}

// TestPure: the core starts nothing, waits for nothing.
func TestPure(t *testing.T) {
	set, files := sources(t)
	for _, s := range files {
		if isTest(s.path) || !isCore(s.path) {
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

// unordered are the files that walk a map where its order cannot show.
var unordered = []string{
	"rules/comprehension/retrieval.go", // counts words
}

// TestOrder: the core never walks a map, whose order changes from one run to the next.
func TestOrder(t *testing.T) {
	set, files := sources(t)
	byDir := map[string][]*ast.File{}
	for _, s := range files {
		if isCore(s.path) && !isTest(s.path) {
			byDir[dir(s.path)] = append(byDir[dir(s.path)], s.file)
		}
	}
	from := importer.ForCompiler(set, "source", nil)
	for d, pkg := range byDir {
		info := types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
		conf := types.Config{Importer: from}
		if _, err := conf.Check(d, set, pkg, &info); err != nil {
			t.Fatal(err)
		}
		ranges := 0
		for _, f := range pkg {
			ast.Inspect(f, func(n ast.Node) bool {
				if r, ok := n.(*ast.RangeStmt); ok {
					ranges++
					if tv, known := info.Types[r.X]; known {
						_, isMap := tv.Type.Underlying().(*types.Map)
						at := set.Position(n.Pos())
						if (isMap || keysOf(r.X)) && !slices.Contains(unordered, filepath.ToSlash(at.Filename)) {
							t.Errorf("%s : un parcours de table, dont l'ordre change", at)
						}
					}
				}
				return true
			})
		}
		if ranges == 0 {
			t.Errorf("%s : aucune boucle lue", d)
		}
	}
}

// keysOf reports whether an expression iterates over a map by a function of package maps.
func keysOf(x ast.Expr) bool {
	call, ok := x.(*ast.CallExpr)
	if !ok {
		return false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := sel.X.(*ast.Ident)
	return ok && pkg.Name == "maps"
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
					switch sp := spec.(type) {
					case *ast.TypeSpec:
						if sp.Name.IsExported() && d.Doc == nil && sp.Doc == nil {
							t.Errorf("%s : %s n'est pas expliqué", set.Position(sp.Pos()), sp.Name.Name)
						}
					case *ast.ValueSpec:
						for _, name := range sp.Names {
							if name.IsExported() && d.Doc == nil && sp.Doc == nil && sp.Comment == nil {
								t.Errorf("%s : %s n'est pas expliqué", set.Position(sp.Pos()), name.Name)
							}
						}
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
