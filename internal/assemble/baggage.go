package assemble

import "parolepack/internal/pdf"

// whole counts what belongs to the document as a whole: its scripts, files and forms, and what describes it
// (ISO 32000-1, 7.7.2).
func (l *ledger) whole() {
	root, err := l.doc.Root()
	if err != nil {
		return
	}
	l.action(root["OpenAction"])
	l.triggers(root["AA"])
	l.names(root)
	l.files(root["AF"])
	form, _ := l.doc.Dict(root["AcroForm"])
	l.there(form["XFA"], lostXFA)
	for _, c := range []struct {
		key  pdf.Name
		kind string
	}{
		{"Collection", lostPortfolios}, {"Metadata", lostMetadata}, {"PieceInfo", lostPrivate}, {"Threads", lostThreads},
		{"Perms", lostRights}, {"StructTreeRoot", lostStructure},
	} {
		l.there(root[c.key], c.kind)
	}
}

// names counts the scripts and files of the catalog's name trees (7.7.4). One that is spelled wrongly holds nothing that a
// reader would find.
func (l *ledger) names(root pdf.Dict) {
	names, err := l.doc.Dict(root["Names"])
	if err != nil {
		return
	}
	_ = l.doc.NameTree(names["JavaScript"], func(_, action pdf.Object) { l.action(action) })
	_ = l.doc.NameTree(names["EmbeddedFiles"], func(_, file pdf.Object) { l.files(file) })
	_ = l.doc.NameTree(names["Renditions"], func(_, media pdf.Object) { l.there(media, lostMedia) })
}

// ofPage counts what hangs on a page beside its annotations.
func (l *ledger) ofPage(page pdf.Dict) {
	l.triggers(page["AA"])
	l.files(page["AF"])
	l.there(page["Thumb"], lostThumbnails)
	l.there(page["Metadata"], lostMetadata)
	l.there(page["PieceInfo"], lostPrivate)
}

// swept counts what was left behind of fonts, pictures and drawings while they were copied.
func (l *ledger) swept(list []pdf.Swept) {
	for _, s := range list {
		kind := sweptKind(s.What)
		if kind != lostFiles {
			l.add(kind)
			continue
		}
		for _, ref := range s.Refs {
			l.files(ref)
		}
		if len(s.Refs) == 0 {
			l.add(kind)
		}
	}
}

// sweptKind says what something was by its key, /Type or /S.
func sweptKind(what pdf.Name) string {
	switch what {
	case "AF", "EF", "RF", "EmbeddedFiles", "Filespec", "EmbeddedFile":
		return lostFiles
	case "JS":
		return lostScripts
	case "Metadata":
		return lostMetadata
	case "PieceInfo":
		return lostPrivate
	case "OPI", "Ref":
		return lostReferences
	case "Alternates":
		return lostAlternates
	case "PS":
		return lostPostScript
	case "Thumb":
		return lostThumbnails
	case "Measure", "PtData":
		return lostPlaces
	case "AA", "OpenAction", "Action", "GoTo", "URI", "Named", "Hide", "SetOCGState", "ResetForm", "Trans", "Thread", "GoTo3DView":
		return lostActions
	case "RichMediaContent", "RichMediaSettings", "Rendition", "Movie", "Sound", "3D":
		return lostMedia
	case "JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE":
		return actionKind(what, false)
	}
	return lostOtherHidden
}
