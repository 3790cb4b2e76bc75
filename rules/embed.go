package rules

import (
	"embed"
	"io/fs"
	"sync"
)

//go:embed droit
var embedded embed.FS

// Files is the law as data: the folder droit, embedded in the program.
func Files() fs.FS {
	sub, err := fs.Sub(embedded, "droit")
	if err != nil {
		panic(err) // the folder is embedded at build time
	}
	return sub
}

// Default loads the embedded base once. It cannot fail in a released program: the tests load it.
var Default = sync.OnceValues(func() (*Base, error) { return Load(Files()) })
