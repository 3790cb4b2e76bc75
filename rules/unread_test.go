package rules

import "testing"

// TestUnread: what was read of the law of a day is told by situation; a case whose side of 2008 was not verified
// says so, and the others do not.
func TestUnread(t *testing.T) {
	b := base(t)
	for _, c := range b.Cases() {
		if since := b.Unread(c.Facts, SourceDate); since.IsZero() == c.Then.Skip {
			t.Errorf("%s : non lu avant %s, non testé : %v", c.ID, since, c.Then.Skip)
		}
		if since := b.Unread(c.Facts, today); !since.IsZero() {
			t.Errorf("%s : non lu aujourd'hui (%s)", c.ID, since)
		}
	}
	codes := Date{2012, 6, 1}
	for _, c := range []struct {
		facts string
		on    Date
		want  Date
	}{
		{"destinataire=huissier,titre_executoire=oui,contenu=adresse", SourceDate, codes},
		{"destinataire=huissier,titre_executoire=oui,contenu=adresse", Date{2012, 5, 31}, codes},
		{"destinataire=huissier,titre_executoire=oui,contenu=adresse", codes, Date{}},
		{"destinataire=huissier", SourceDate, codes},
		{"destinataire=huissier,peril=oui", SourceDate, Date{}}, // help is due, whatever that law said
		{"destinataire=police", SourceDate, Date{}},
		{"destinataire=enseignant", SourceDate, Date{}}, // the measure would have been named
		{"", SourceDate, Date{}},
	} {
		f, err := b.ParseFacts(c.facts)
		if err != nil {
			t.Fatal(err)
		}
		if got := b.Unread(f, c.on); got != c.want {
			t.Errorf("%s, le %s : lu depuis %s, attendu %s", c.facts, c.on, got, c.want)
		}
	}
}
