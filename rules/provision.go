package rules

import "strings"

// Provision is an article, a law or a ruling, with its versions in time.
type Provision struct {
	Ref      string // « CP 226-14 », as the contract writes it
	Alinea   string // « 1° », or empty
	Title    string
	Versions []Version // oldest first, at least one
	Until    Date      // last day in force; zero if it still is
	Becomes  string    // today's reference of an article that was renumbered
	Repealed Date      // the day it was repealed, long before the document of 2008: it is cited as history; else zero
	Ruling   bool      // a court's decision: its words never change
	Document Document
	Verified Verified
	URL      string
	Readings []string
	Place    Place
}

// Version is one wording of a provision.
type Version struct {
	From   Date // zero: already in force on 6 March 2008
	Sure   Precision
	Law    string
	Change string
	Words  bool   // only words changed: the effect is that of the version before
	Says   string // effect, in plain French
	Alinea string // its paragraph then, if it was another one
}

// Precision says how well the first day of a version is known.
type Precision uint8

const (
	// ToTheDay: the day is known.
	ToTheDay Precision = iota
	// ToTheMonth: the day is likely, its month is sure.
	ToTheMonth
	// AtLatest: the day is not established; on that one the text was read so, and had changed since the version before.
	AtLatest
)

// Document says how the document of 2008 speaks of a provision.
type Document struct {
	Section string
	Status  string // exact, imprecis, errone, omis, posterieur; empty if it does not speak of it
	Gap     string // one sentence where it differs from the law
}

// Verified says how far a provision was checked.
type Verified struct {
	UpTo       Date
	Confidence string // haute, moyenne, basse
	Unchanged  bool   // the wordings of 2008 and of UpTo are known to be the same; else, that no change was found
	Note       string
	Evidence   []string
}

// Name is the reference with its paragraph: « CP 226-14 1° ». Rules cite provisions by it.
func (p *Provision) Name() string {
	if p.Alinea == "" {
		return p.Ref
	}
	return p.Ref + " " + p.Alinea
}

// InForce reports whether the provision applied on that day.
func (p *Provision) InForce(on Date) bool {
	return Span{p.Versions[0].From, p.Until}.Has(on)
}

// At returns the version that applied on that day.
func (p *Provision) At(on Date) (Version, bool) {
	if !p.InForce(on) {
		return Version{}, false
	}
	v := p.Versions[0]
	for _, w := range p.Versions[1:] {
		if !on.Before(w.From) {
			v = w
		}
	}
	return v, true
}

// ChangedSince2008 reports whether the wording in force on that day began after the source document.
func (p *Provision) ChangedSince2008(on Date) bool {
	v, ok := p.At(on)
	return ok && SourceDate.Before(v.From)
}

// Stale reports whether the provision was verified more than a year before the day asked about. A
// ruling does not grow old that way, nor does history.
func (p *Provision) Stale(on Date) bool {
	return !p.Ruling && p.Repealed.IsZero() && p.Verified.UpTo.AddYears(1).Before(on)
}

// unread reports whether a version began after the text was last read. Where only its month is sure, that
// month is read. Where the day is not established, the text was read: that is how the version is known.
func (p *Provision) unread(v Version) bool {
	read := p.Verified.UpTo
	switch v.Sure {
	case AtLatest:
		return false
	case ToTheMonth:
		return read.Before(v.From) && (read.Year != v.From.Year || read.Month != v.From.Month)
	}
	return read.Before(v.From)
}

// Citation is a provision as it bears on one answer, on one day.
type Citation struct {
	Ref        string // « CP 226-14 »
	Alinea     string
	Title      string
	Says       string // its effect that day, in one plain sentence or two
	Since      Date   // start of the wording in force; zero if before the document of 2008
	SinceSure  Precision
	Changed    bool // modified, or created, since 2008
	Words      bool // in its words only
	Created    bool // it did not exist in 2008
	Later      Date // start of the wording that replaced it after the day asked about; zero if none
	LaterSure  Precision
	Unchanged  bool   // the wording of 2008 is known to be still that of VerifiedTo; else, no change was found
	Repealed   Date   // long before 2008: it is cited as history
	Ended      bool   // it was repealed, or given another number, after that day
	Becomes    string // that number
	Ruling     bool   // a court's decision
	Change     string // how, if so
	Law        string // by which law
	Source     string // where the document of 2008 speaks of it: « document, section 6 »
	Gap        string // where the document differs from the law
	URL        string
	VerifiedTo Date // how far in time it was verified; a ruling, without end
	Stale      bool // verified more than a year before the day asked about
	Unread     bool // the wording in force began after that: it is known, but was not read
	Doubtful   bool // no text was found that proves it
	Readings   []string
}

// Name is the reference with its paragraph.
func (c Citation) Name() string {
	if c.Alinea == "" {
		return c.Ref
	}
	return c.Ref + ", " + c.Alinea
}

// turns lists the days from which the provision is cited otherwise: another version, its end, its last
// check grown old.
func (p *Provision) turns() []Date {
	var out []Date
	for _, v := range p.Versions {
		out = append(out, v.From)
	}
	if !p.Until.IsZero() {
		out = append(out, p.Until.next())
	}
	return append(out, p.Verified.UpTo.AddYears(1).next())
}

// cite makes the citation of p for a day on which it is in force.
func (p *Provision) cite(on Date) Citation {
	v, _ := p.At(on)
	c := Citation{
		Ref: p.Ref, Alinea: p.Alinea, Title: p.Title, Says: v.Says,
		Since: v.From, SinceSure: v.Sure, URL: p.URL,
		VerifiedTo: p.Verified.UpTo, Readings: p.Readings,
		Stale: p.Stale(on), Doubtful: p.Verified.Confidence == "basse", Ruling: p.Ruling,
		Unread:    !p.Ruling && p.unread(v),
		Changed:   p.ChangedSince2008(on),
		Created:   SourceDate.Before(p.Versions[0].From) && v.From == p.Versions[0].From,
		Unchanged: p.Verified.Unchanged, Repealed: p.Repealed,
		Ended: !p.Until.IsZero(), Becomes: p.Becomes,
	}
	if v.Alinea != "" {
		c.Alinea = v.Alinea
	}
	c.Words = c.Changed
	for _, w := range p.Versions {
		if SourceDate.Before(w.From) && !on.Before(w.From) {
			c.Words = c.Words && w.Words
		}
		if on.Before(w.From) {
			c.Later, c.LaterSure = w.From, w.Sure
			break
		}
	}
	if c.Changed {
		c.Change, c.Law = v.Change, v.Law
	}
	if p.Document.Section != "" && p.Document.Status != "omis" && p.Document.Status != "posterieur" {
		c.Source = "document, section " + p.Document.Section
	}
	c.Gap = p.Document.Gap
	return c
}

// named reports whether a reference, as the files write it, names this provision or its article.
func (p *Provision) named(ref string) bool {
	return p.Ref == ref || p.Alinea != "" && p.Name() == ref
}

// matches reports whether a reference typed by a person names this provision, with or without
// its paragraph, whatever the case and the spaces.
func (p *Provision) matches(ref string) bool {
	fold := func(s string) string { return strings.Join(strings.Fields(strings.ToLower(s)), " ") }
	r := fold(ref)
	return r == fold(p.Ref) || r == fold(p.Name())
}
